import InfraModel
import Testing

@testable import TFEmit

/// Work grows with the input and no faster. Steps are counted, for time depends on the machine.
@Suite struct GrowthTests {
  /// Each `${` was searched to the end for its brace.
  @Test(arguments: ["${", "${a}", "${{", "$${", "${\"", "${\"}", "${a${b}", "%{", "$", "\\${}"])
  func templateIsReadOnce(_ piece: String) {
    for count in [100, 10_000] {
      let source = String(repeating: piece, count: count)
      var examined = 0
      _ = readTemplate(source, examined: &examined) { _ in nil }
      #expect(examined <= source.count, "\(piece) x \(count)")
    }
  }

  @Test func templateKeepsWhatItSays() {
    func text(_ source: String) -> String { Template(readTemplate(source) { .local($0) }).source }
    #expect(text("a ${b} c ${d}") == "a ${local.b} c ${local.d}")
    #expect(text("$${b} %%{c} $5") == "$${b} %%{c} $5")
    #expect(text("${\"}\"}!") == "${local.\"}\"}!")
    // Terraform takes no such template.
    #expect(text("${a} ${b") == "${local.a} $${b")
  }

  /// Every planned block was compared with every written one.
  @Test(arguments: [false, true]) func blocksArePairedByTheirConstants(_ isReversed: Bool) {
    let count = 5_000
    let written = (0..<count).map { index in
      JSON.object(["name": .object(["constant_value": .integer(index)]), "arn": .object(["references": .array([])])])
    }
    var pairing = BlockPairing(written)
    let numbers = isReversed ? Array((0..<count).reversed()) : Array(0..<count)
    for number in numbers {
      let own = pairing.take(fitting: .object(["name": .integer(number), "arn": .string("x")]))
      #expect(own == written[number])
    }
    #expect(pairing.take(fitting: .object([:])) == nil)
    #expect(pairing.comparisons <= 2 * count)
  }

  @Test func blocksWithoutTheSameConstantsAreFewComparisons() {
    let count = 5_000
    var pairing = BlockPairing((0..<count).map { .object(["name": .object(["constant_value": .integer($0)])]) })
    for number in 0..<count { _ = pairing.take(fitting: .object(["name": .integer(-number - 1)])) }
    #expect(pairing.comparisons <= 40 * count)
  }

  /// The likeliest is taken where no block has all constants of a planned one.
  @Test func likeliestBlockIsTaken() {
    func block(_ name: String, _ size: Int) -> JSON {
      .object(["name": .object(["constant_value": .string(name)]), "size": .object(["constant_value": .integer(size)])])
    }
    var pairing = BlockPairing([block("a", 1), block("b", 2), block("c", 3)])
    // A provider that writes a size in its own way.
    #expect(pairing.take(fitting: .object(["name": .string("b"), "size": .null])) == block("b", 2))
    #expect(pairing.take(fitting: .object(["name": .string("c"), "size": .integer(3)])) == block("c", 3))
    #expect(pairing.take(fitting: .object(["name": .string("z"), "size": .integer(9)])) == block("a", 1))
  }

  @Test(arguments: [
    (["a.b.c", "a.b"], ["a.b.c"]), (["a.b", "a.b.c", "a"], ["a.b.c"]), (["a.b[0].c", "a.b[0]", "a.b"], ["a.b[0].c"]),
    (["a.b", "a.bc"], ["a.b", "a.bc"]), (["a.b-c.d", "a.b-c", "a.b"], ["a.b-c.d", "a.b"]), (["b", "a"], ["b", "a"]),
    (["a.b", "a.b"], ["a.b", "a.b"]), ([], []),
  ])
  func referencesThatOthersGoOnFromAreLeftOut(_ references: [String], _ whole: [String]) {
    #expect(wholeReferences(references) == whole)
  }

  /// Each compared with each would be many thousand million comparisons.
  @Test(.timeLimit(.minutes(5))) func manyReferencesAreSortedAndNotComparedWithEachOther() {
    let references = (0..<60_000).flatMap { ["aws_sqs_queue.q\($0).arn", "aws_sqs_queue.q\($0)"] }
    #expect(wholeReferences(references) == (0..<60_000).map { "aws_sqs_queue.q\($0).arn" })
  }
}
