public import TerraformModel

/// A dashboard's grid of alarms and the state each is in. It shows all states: a filter would hide the alarm that
/// matters, so there is no way to ask for one.
public struct AlarmStatus: Widget {
  public var title: String
  /// Alarms of any region, billing alarms in us-east-1 included.
  public var alarms: [ARN<any Alarm>]

  public init(_ title: String, _ alarms: [ARN<any Alarm>]) {
    self.title = title
    self.alarms = alarms
  }

  /// CloudWatch shows at most a hundred alarms in a widget, so more of them make more widgets (FR-044). It refuses an
  /// empty widget, so no alarms make none.
  public func tiles(width: Int, in region: Input<Region>) -> [Tile] {
    let most = 100
    let count = (alarms.count + most - 1) / most
    return (0..<count).map { part in
      let shown = Array(alarms[(part * most)..<min((part + 1) * most, alarms.count)])
      let title = count > 1 ? "\(title) (\(part + 1) of \(count))" : title
      return Tile(
        "alarm", height: height(for: shown.count, width: width),
        properties: ["title": title.value, "alarms": shown.value])
    }
  }

  /// One line for the title and one for as many alarms as stand side by side, each being about four columns wide.
  private func height(for count: Int, width: Int) -> Int {
    let alarmsPerLine = max(1, width / 4)
    return 1 + (count + alarmsPerLine - 1) / alarmsPerLine
  }
}
