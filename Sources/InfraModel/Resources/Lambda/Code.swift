extension LambdaFunction {
  /// What runs, and on what. An image brings its own runtime and has no layers, so it cannot be given any.
  public enum Code: Hashable, Sendable {
    /// A zip package for one of Lambda's runtimes, with at most five `layers`.
    case zip(Package, runtime: Runtime, handler: String, layers: [ARN<Layer>] = [])
    /// A container image in ECR: `image_uri`.
    case image(Text)
  }

  /// Where a zip package comes from.
  public enum Package: Hashable, Sendable {
    /// Made by infra-gen, beside the configuration.
    case archive(Archive)
    /// A zip file that a build left at a path relative to the configuration. Terraform hashes it when it plans.
    case file(String)
    /// An object in S3. Without a version a new upload changes nothing that Terraform can see: give the release in the
    /// key, or the version.
    case object(bucket: Text, key: Text, version: String? = nil)
  }

  /// `runtime`: those that provider 5.100 knows and AWS supports.
  ///
  /// Only a plan has others.
  public struct Runtime: Hashable, Sendable, ArgumentValue {
    public let word: String
    public var value: Value { .literal(word) }

    init(_ word: String) {
      self.word = word
    }

    public static let python312 = Runtime("python3.12")
    public static let python313 = Runtime("python3.13")
    public static let nodejs22 = Runtime("nodejs22.x")
    public static let java21 = Runtime("java21")
    public static let ruby34 = Runtime("ruby3.4")
    /// Amazon Linux with a bootstrap of one's own: Go, Rust, Swift, and anything that streams but is not Node.js.
    public static let amazonLinux2023 = Runtime("provided.al2023")
  }
}

extension LambdaFunction.Code {
  func encode(into block: inout Block) {
    switch self {
    case .image(let uri):
      block.set("package_type", "Image")
      block.set("image_uri", uri)
    case .zip(let package, let runtime, let handler, let layers):
      block.set("runtime", runtime)
      block.set("handler", handler)
      if !layers.isEmpty { block.set("layers", layers) }
      package.encode(into: &block)
    }
  }

  /// The layers, of which an image has none.
  public var layers: [ARN<Layer>] {
    switch self {
    case .zip(_, _, _, let layers): layers
    case .image: []
    }
  }
}

extension LambdaFunction.Package {
  fileprivate func encode(into block: inout Block) {
    switch self {
    case .archive(let archive):
      block["filename"] = .text(.inModule(archive.fileName))
      block.set("source_code_hash", archive.hash)
    case .file(let path):
      block["filename"] = .text(.inModule(path))
      block["source_code_hash"] = .text(Text(.call("filebase64sha256", [.text(.inModule(path))])))
    case .object(let bucket, let key, let version):
      block.set("s3_bucket", bucket)
      block.set("s3_key", key)
      block.set("s3_object_version", version)
    }
  }
}

extension Text {
  /// A path relative to the configuration, wherever terraform is run.
  static func inModule(_ path: String) -> Text {
    Text(.modulePath) + Text("/\(path)")
  }
}

extension LambdaFunction.Code {
  init(reading block: BlockReader) throws(Unreadable) {
    if let image = try block.textIfAny("image_uri") {
      self = .image(image)
      return
    }
    self = .zip(
      try LambdaFunction.Package(reading: block), runtime: LambdaFunction.Runtime(try block.string("runtime")),
      handler: try block.string("handler"), layers: try block.arns("layers"))
  }
}

extension LambdaFunction.Package {
  fileprivate init(reading block: BlockReader) throws(Unreadable) {
    guard let bucket = try block.textIfAny("s3_bucket") else {
      // What is in the file is not in the plan; where it lies does not matter to any rule.
      let path = try block.textIfAny("filename")?.parts.compactMap { part in
        if case .literal(let literal) = part { literal } else { nil }
      }.joined()
      self = .file(String((path ?? "").drop { $0 == "/" }))
      return
    }
    self = .object(
      bucket: bucket, key: try block.text("s3_key"), version: try block.stringIfAny("s3_object_version"))
  }
}
