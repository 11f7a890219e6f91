/// An upper bound for the width of text. A viewer's fonts are not known, so the widths are those of DejaVu Sans, which
/// is wider than what browsers use for `system-ui` and `sans-serif`.
struct Font {
  let size: Double
  let isBold: Bool

  static let title = Font(size: 13, isBold: true)
  static let detail = Font(size: 11, isBold: false)

  func width(of text: String) -> Double {
    let widths = isBold ? boldWidths : regularWidths
    return text.unicodeScalars.reduce(0) { $0 + Double(Self.thousandths(of: $1, in: widths)) } * size / 1_000
  }

  /// The text, or as much of its start as there is room for, and an ellipsis.
  func fitted(_ text: String, into room: Double) -> String {
    guard width(of: text) > room else { return text }
    var start = text
    while !start.isEmpty, width(of: start + "…") > room { start.removeLast() }
    return start + "…"
  }

  /// The text in lines of whole words; a word that is wider than a line is shortened.
  func wrapped(_ text: String, into room: Double) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ").map(String.init) {
      if let last = lines.last, width(of: "\(last) \(word)") <= room {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append(fitted(word, into: room))
      }
    }
    return lines
  }

  private static func thousandths(of scalar: Unicode.Scalar, in widths: [Int]) -> Int {
    guard scalar.value >= 32 else { return 0 }
    // Other scripts than ASCII's, ideographs included, are no wider than an em; bold ones a little.
    return scalar.value < 127 ? widths[Int(scalar.value) - 32] : 1_100
  }
}

/// Thousandths of an em, from the space to `~`.
private let regularWidths = [
  318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337,
  636, 636, 636, 636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531,
  1000, 684, 686, 698, 770, 632, 575, 775, 752, 295, 295, 656, 557, 863, 748, 787,
  603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838, 500,
  500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612,
  635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838,
]

private let boldWidths = [
  348, 456, 521, 838, 696, 1002, 872, 306, 457, 457, 523, 838, 380, 415, 380, 365,
  696, 696, 696, 696, 696, 696, 696, 696, 696, 696, 400, 400, 838, 838, 838, 580,
  1000, 774, 762, 734, 830, 683, 683, 821, 837, 372, 372, 775, 637, 995, 837, 850,
  733, 850, 770, 720, 682, 812, 774, 1103, 771, 724, 725, 457, 365, 457, 838, 500,
  500, 675, 716, 593, 716, 678, 435, 716, 712, 343, 343, 665, 343, 1042, 712, 687,
  716, 716, 493, 595, 478, 712, 652, 924, 645, 652, 582, 712, 365, 712, 838,
]
