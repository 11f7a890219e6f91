public import TerraformModel

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

  /// `runtime`: those that provider 5.100 knows and AWS supports have a name, and `Runtime("nodejs24.x")` is any other.
  /// `argument-limits` reports a word that AWS has not.
  public struct Runtime: Hashable, Sendable, ArgumentCodable {
    public let word: String
    public var value: Value { .literal(word) }

    public init(reading value: Value) throws(DecodingFailure.Reason) {
      word = try String(reading: value)
    }

    /// - Parameter word: AWS's word, such as `nodejs24.x`.
    public init(_ word: String) {
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
  static func declare(in table: inout ArgumentTable<LambdaFunction>) {
    table.add("image_uri", \.code.image)
    table.written("package_type", .word(["Zip", "Image"])) { $0.code.image == nil ? nil : "Image" }
    // How long AWS supports each is checked by `lambda-runtime-supported` and `lambda-runtime-blocked`.
    table.add("runtime", \.code.runtime, .word(RuntimeLifecycle.runtimes))
    table.add("handler", \.code.handler, .handler)
    table.add("layers", \.code.layers, .count(0...5), .layerVersion)
    table.written("filename") { $0.code.package?.path.map { .text(.inModule($0)) } }
    table.written("source_code_hash") { $0.code.package?.hash }
    table.add("s3_bucket", \.code.package?.bucket)
    table.add("s3_key", \.code.package?.key)
    table.add("s3_object_version", \.code.package?.version)
    table.derived(\.code) { function throws(DecodingFailure) in try Self(of: function) }
    table.constraint(
      "is an image with a runtime, a handler or layers of its own",
      fix: "remove `runtime`, `handler` and `layers`, which the image contains"
    ) { function in
      function.text("package_type") != "Image" || !["runtime", "handler", "layers"].contains(where: function.has)
    }
    table.constraint("is a package without a runtime or a handler", fix: "set `runtime` and `handler`") { function in
      function.text("package_type") == "Image" || function.has("image_uri")
        || (function.has("runtime") && function.has("handler"))
    }
    table.constraint(
      "has no code, or code from two places", fix: "set one of `filename`, `s3_bucket` and `image_uri`"
    ) { function in ["filename", "s3_bucket", "image_uri"].count(where: function.has) == 1 }
  }

  private init(of function: BlockView<LambdaFunction>) throws(DecodingFailure) {
    if let image = try function[\.code.image] {
      self = .image(image)
      return
    }
    guard let runtime = try function[\.code.runtime], let handler = try function[\.code.handler] else {
      throw DecodingFailure(argument: "runtime", reason: .missing)
    }
    self = .zip(
      try LambdaFunction.Package(of: function), runtime: runtime, handler: handler,
      layers: try function[\.code.layers])
  }

  package var image: Text? {
    switch self {
    case .image(let uri): uri
    case .zip: nil
    }
  }

  var package: LambdaFunction.Package? {
    switch self {
    case .image: nil
    case .zip(let package, _, _, _): package
    }
  }

  package var runtime: LambdaFunction.Runtime? {
    switch self {
    case .image: nil
    case .zip(_, let runtime, _, _): runtime
    }
  }

  var handler: String? {
    switch self {
    case .image: nil
    case .zip(_, _, let handler, _): handler
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
  /// Relative to the configuration.
  fileprivate var path: String? {
    switch self {
    case .archive(let archive): archive.fileName
    case .file(let path): path
    case .object: nil
    }
  }

  /// `source_code_hash`: terraform deploys a new package only where it changes.
  fileprivate var hash: Value? {
    switch self {
    case .archive(let archive): archive.hash.value
    case .file(let path): .text(Text(.call("filebase64sha256", [.text(.inModule(path))])))
    case .object: nil
    }
  }

  var bucket: Text? {
    if case .object(let bucket, _, _) = self { bucket } else { nil }
  }

  var key: Text? {
    if case .object(_, let key, _) = self { key } else { nil }
  }

  var version: String? {
    if case .object(_, _, let version) = self { version } else { nil }
  }

  fileprivate init(of function: BlockView<LambdaFunction>) throws(DecodingFailure) {
    guard let bucket = try function[\.code.package?.bucket] else {
      // What is in the file is not in the plan; where it lies does not matter to any rule.
      self = .file("")
      return
    }
    guard let key = try function[\.code.package?.key] else {
      throw DecodingFailure(argument: "s3_key", reason: .missing)
    }
    self = .object(bucket: bucket, key: key, version: try function[\.code.package?.version])
  }
}

extension ValueLimit {
  fileprivate static let handler = ValueLimit.shape("1 to 128 characters without spaces") {
    (1...128).contains($0.scalarCount) && !$0.withBytes { $0.contains { $0 <= 0x20 } }
      && ($0.withBytes { $0.allSatisfy { $0 < 0x80 } } || !$0.contains(where: \.isWhitespace))
  }
}

extension Text {
  /// A path relative to the configuration, wherever terraform is run.
  static func inModule(_ path: String) -> Text {
    Text(.modulePath) + Text("/\(path)")
  }
}

extension LambdaFunction.Code {
  init(reading block: BlockDecoder) throws(DecodingFailure) {
    if let image = try block.textIfPresent("image_uri") {
      self = .image(image)
      return
    }
    self = .zip(
      try LambdaFunction.Package(reading: block), runtime: LambdaFunction.Runtime(try block.string("runtime")),
      handler: try block.string("handler"), layers: try block.arns("layers"))
  }
}

extension LambdaFunction.Package {
  fileprivate init(reading block: BlockDecoder) throws(DecodingFailure) {
    guard let bucket = try block.textIfPresent("s3_bucket") else {
      // What is in the file is not in the plan; where it lies does not matter to any rule.
      let path = try block.textIfPresent("filename")?.parts.compactMap { part in
        if case .literal(let literal) = part { literal } else { nil }
      }.joined()
      self = .file(String((path ?? "").drop { $0 == "/" }))
      return
    }
    self = .object(
      bucket: bucket, key: try block.text("s3_key"), version: try block.stringIfPresent("s3_object_version"))
  }
}
