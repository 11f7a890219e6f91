import InfraModel

/// A style sheet or script that ships with infra-gen and is embedded unchanged in its output.
struct Asset {
  let element: String
  let text: String

  /// How pictures look.
  static let pictureStyle = Asset(element: "style", [PackageResources.picture_css])
  /// How the report looks, its pictures included.
  static let pageStyle = Asset(element: "style", [PackageResources.page_css, PackageResources.picture_css])
  /// What filters the report.
  static let pageScript = Asset(element: "script", [PackageResources.page_js])

  private init(element: String, _ files: [[UInt8]]) {
    self.element = element
    text = files.map { String(decoding: $0, as: UTF8.self) }.joined()
  }

  /// The hash for a page's Content-Security-Policy.
  var digest: String { "sha256-\(base64(sha256(Array(text.utf8))))" }
}
