import InfraModel
import Testing

@testable import AWSRules

/// What one coverage has that another had not.
@Suite struct CoverageChangesTests {
  @Test func whatIsUnknownIsNeitherLostNorGained() {
    func coverage(_ alarm: Bool?, _ name: String = "ingest") -> Coverage {
      Coverage(declaring: { stack in
        let function = stack.add(LambdaFunction.example(name))
        if alarm == true { stack.add(MetricAlarm.example("errors", when: function.errors)) }
        if alarm == nil { stack.add(RawResource("aws_cloudwatch_metric_alarm", "any", ["threshold": 1])) }
      })
    }
    func errors(_ changes: [CoverageChanges.Change]) -> Bool { changes.contains { $0.watch == .errors } }
    let lost = CoverageChanges(from: coverage(true), to: coverage(false))
    #expect(lost.lost.map(\.watch) == [.errors])
    #expect(lost.gained.isEmpty && lost.untold.isEmpty && lost.added.isEmpty && lost.removed.isEmpty)
    let gained = CoverageChanges(from: coverage(false), to: coverage(true))
    #expect(gained.gained.map(\.watch) == [.errors])
    #expect(gained.lost.isEmpty)
    for (old, new) in [(Bool?.none, true), (nil, false), (true, nil), (false, nil)] as [(Bool?, Bool?)] {
      let changes = CoverageChanges(from: coverage(old), to: coverage(new))
      #expect(errors(changes.untold) && !errors(changes.lost) && !errors(changes.gained))
    }
    #expect(CoverageChanges(from: coverage(true), to: coverage(true)).isEmpty)
    let renamed = CoverageChanges(from: coverage(true), to: coverage(true, "intake"))
    #expect(renamed.removed.map(\.name) == ["ingest"])
    #expect(renamed.added.map(\.name) == ["intake"])
    let moved = CoverageChanges(from: coverage(true), to: coverage(true, "intake")) { _ in
      Address(type: LambdaFunction.type, name: "intake")
    }
    #expect(moved.isEmpty)
  }
}

extension Coverage {
  /// The coverage of a stack that a test declares.
  init(declaring declare: (inout StackBuilder) -> Void) {
    var builder = StackBuilder()
    declare(&builder)
    self.init(of: DeclaredStack(builder))
  }
}
