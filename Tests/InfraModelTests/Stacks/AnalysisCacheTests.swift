import InfraModel
import Testing

@testable import AWSRules

@Suite struct AnalysisCacheTests {
  private struct Size: Equatable {
    let resources: Int
  }

  @Test func aFactIsWorkedOutOnceForEachStack() {
    var builder = StackBuilder()
    builder.add(Topic("alerts"))
    let (one, two) = (DeclaredStack(builder), DeclaredStack(StackBuilder()))
    var askings = 0
    func size(of stack: DeclaredStack) -> Size {
      stack.cached { stack in
        askings += 1
        return Size(resources: stack.declarations.count)
      }
    }
    #expect(
      [size(of: one), size(of: one), size(of: two)] == [Size(resources: 1), Size(resources: 1), Size(resources: 0)])
    #expect(askings == 2)
  }

  @Test func aFactMayRestOnAnother() {
    var builder = StackBuilder()
    builder.add(LambdaFunction.example("ingest"))
    let stack = DeclaredStack(builder)
    #expect(FunctionIndex(stack).function(named: "example-prod-ingest", in: .usEast1)?.name == "ingest")
  }

  @Test func factsDoNotKeepTheirStack() {
    weak var gone: DeclaredStack?
    do {
      var builder = StackBuilder()
      builder.add(LambdaFunction.example("ingest"))
      let stack = DeclaredStack(builder)
      gone = stack
      _ = Policy(today: "2026-01-01").report(on: stack)
    }
    #expect(gone == nil)
  }
}
