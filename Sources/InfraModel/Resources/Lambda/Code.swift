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
  public enum Runtime: String, Hashable, Sendable, CaseIterable, ArgumentValue {
    case python312 = "python3.12"
    case python313 = "python3.13"
    case nodejs22 = "nodejs22.x"
    case java21 = "java21"
    case ruby34 = "ruby3.4"
    /// Amazon Linux with a bootstrap of one's own: Go, Rust, Swift, and anything that streams but is not Node.js.
    case amazonLinux2023 = "provided.al2023"
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
      try LambdaFunction.Package(reading: block), runtime: try block.word("runtime"),
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
