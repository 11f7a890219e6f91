import InfraModel
import Testing

@Suite struct BlockTests {
  @Test func argumentsAreInTheOrderOfTheirNamesHoweverTheyWereSet() {
    let names = ["name", "alarm_name", "period", "threshold", "alarm_actions"]
    var block = Block()
    for name in names { block[name] = .text(Text(name)) }
    let merged = Block(uniqueArguments: names.reversed().map { ($0, .text(Text($0))) })
    #expect(block.arguments.map(\.name) == names.sorted())
    #expect(block == merged)
    #expect(Set([block, merged]).count == 1)
  }

  @Test func settingAgainReplacesAndNilRemoves() {
    var block: Block = ["b": 1, "a": 2, "c": 3]
    block["b"] = 4
    block["a"] = nil
    block["z"] = nil
    #expect(block == ["b": 4, "c": 3])
    #expect(block["a"] == nil)
    #expect(block["b"] == 4)
  }

  @Test func blocksThatDifferAreNotEqual() {
    #expect(Block(dictionaryLiteral: ("a", 1)) != ["a": 2])
    #expect(Block(dictionaryLiteral: ("a", 1)) != ["b": 1])
    #expect(Block(dictionaryLiteral: ("a", 1)) != ["a": 1, "b": 1])
  }
}
