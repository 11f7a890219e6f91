import AlarmEvaluation
import Testing

/// The tables of examples in AWS's guide, its present edition and those of 2018 to 2020, which have other rows.
///
/// Sources: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html,
/// https://github.com/awsdocs/amazon-cloudwatch-user-guide/blob/05fd32f/doc_source/AlarmThatSendsEmail.md
@Suite struct DocumentedTablesTests {
  @Test("Three datapoints of three", arguments: threeOfThreeRows, MissingDataTreatment.allCases)
  func threeOfThree(_ row: TableRow, _ treatment: MissingDataTreatment) throws {
    let rule = try DatapointRule(periods: 3, datapointsToAlarm: 3, missingData: treatment)
    #expect(rule.evaluate(datapoints(row.datapoints)).outcomes == [row.outcome(treatment)])
  }

  @Test("Two datapoints of three", arguments: twoOfThreeRows, MissingDataTreatment.allCases)
  func twoOfThree(_ row: TableRow, _ treatment: MissingDataTreatment) throws {
    let rule = try DatapointRule(periods: 3, datapointsToAlarm: 2, missingData: treatment)
    #expect(rule.evaluate(datapoints(row.datapoints)).outcomes == [row.outcome(treatment)])
  }

  /// The second column of the present edition's tables.
  @Test(
    "As few datapoints as possible are filled",
    arguments: [
      ("0 - X - X", 0), ("0 - - - -", 2), ("- - - - -", 3), ("0 X X - X", 0), ("- - X - -", 2), ("0 0 X 0 X", 0),
      ("0 - X - -", 1), ("- - - - 0", 2), ("- - - X -", 2),
    ])
  func filled(_ text: String, _ filled: Int) throws {
    for treatment in MissingDataTreatment.allCases {
      let rule = try DatapointRule(periods: 3, missingData: treatment)
      #expect(rule.evaluate(datapoints(text)).evaluations.map(\.filled) == [filled])
    }
  }
}

/// A row: datapoints, and the outcome for each treatment.
struct TableRow: CustomTestStringConvertible {
  let datapoints: String
  let missing, ignore, breaching, notBreaching: AlarmOutcome

  init(
    _ datapoints: String, _ missing: AlarmOutcome, _ ignore: AlarmOutcome, _ breaching: AlarmOutcome,
    _ notBreaching: AlarmOutcome
  ) {
    self.datapoints = datapoints
    (self.missing, self.ignore, self.breaching, self.notBreaching) = (missing, ignore, breaching, notBreaching)
  }

  var testDescription: String { datapoints }

  func outcome(_ treatment: MissingDataTreatment) -> AlarmOutcome {
    switch treatment {
    case .missing: missing
    case .ignore: ignore
    case .breaching: breaching
    case .notBreaching: notBreaching
    }
  }
}

let threeOfThreeRows = [
  TableRow("0 - X - X", .ok, .ok, .ok, .ok),
  TableRow("0 - - - -", .ok, .ok, .ok, .ok),
  TableRow("- - - - -", .insufficientData, .keep, .alarm, .ok),
  TableRow("0 X X - X", .alarm, .alarm, .alarm, .alarm),
  TableRow("- - X - -", .alarm, .keep, .alarm, .ok),
  TableRow("X - - - -", .alarm, .keep, .alarm, .ok),
  TableRow("- - - - X", .insufficientData, .keep, .alarm, .ok),
]

let twoOfThreeRows = [
  TableRow("0 - X - X", .alarm, .alarm, .alarm, .alarm),
  TableRow("0 0 X 0 X", .alarm, .alarm, .alarm, .alarm),
  TableRow("0 - X - -", .ok, .ok, .alarm, .ok),
  TableRow("- - - - 0", .ok, .ok, .alarm, .ok),
  TableRow("- - - X -", .alarm, .keep, .alarm, .ok),
  TableRow("- - - - X", .insufficientData, .keep, .alarm, .ok),
]
