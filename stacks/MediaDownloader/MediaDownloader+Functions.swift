import InfraModel

extension MediaDownloader {
  /// The six functions. A name that is none of these does not compile, in a list of functions to trace as anywhere.
  enum FunctionName: String, CaseIterable, Sendable {
    case fileCoordinator = "FileCoordinator"
    case startFileUpload = "StartFileUpload"
    case webhookFeedly = "WebhookFeedly"
    case registerDevice = "RegisterDevice"
    case authorizerAPIToken = "AuthorizerAPIToken"
    case listFiles = "ListFiles"

    var timeout: Duration {
      switch self {
      case .startFileUpload: .seconds(900)  // A long video is fetched and stored within Lambda's longest time.
      case .fileCoordinator: .seconds(60)
      case .webhookFeedly, .registerDevice, .listFiles: .seconds(28)  // API Gateway waits for 29 s (T32).
      case .authorizerAPIToken: .seconds(10)
      }
    }

    /// The module of its handler, and its code. The analysis' handlers are TypeScript; these do the same in Python,
    /// in which yt-dlp is written too.
    var module: (name: String, code: [UInt8]) {
      switch self {
      case .fileCoordinator: ("file_coordinator", PackageResources.file_coordinator_py)
      case .startFileUpload: ("start_file_upload", PackageResources.start_file_upload_py)
      case .webhookFeedly: ("webhook_feedly", PackageResources.webhook_feedly_py)
      case .registerDevice: ("register_device", PackageResources.register_device_py)
      case .authorizerAPIToken: ("authorizer_api_token", PackageResources.authorizer_api_token_py)
      case .listFiles: ("list_files", PackageResources.list_files_py)
      }
    }

    var package: Archive {
      Archive(
        rawValue, ["\(module.name).py": module.code, "media_tracing.py": PackageResources.media_tracing_py])
    }

    /// How long the slowest invocations took before X-Ray, by the analysis: a cold start of 3 s and 200 ms of work, and
    /// a download with 2 s of start, 180 s of yt-dlp and 90 s of S3. Replace these with measurements.
    var baseline: Duration {
      self == .startFileUpload ? .seconds(272) : .milliseconds(3_200)
    }
  }

  struct Functions: Component {
    struct Declarations {
      fileprivate(set) var all: [FunctionName: Declared<LambdaFunction>] = [:]

      subscript(name: FunctionName) -> Declared<LambdaFunction> {
        guard let function = all[name] else { preconditionFailure("\(name.rawValue) is declared before it is used") }
        return function
      }

      var inOrder: [Declared<LambdaFunction>] { FunctionName.allCases.compactMap { all[$0] } }
    }

    let storage: Storage.Parts
    let push: Push.Parts
    let tracing: TracingChoice.Modes
    let alerts: ARN<Topic>

    func declare(in stack: inout StackBuilder) -> Declarations {
      let deadLetters = stack.add(DeadLetters(alerts: alerts))
      var functions = Declarations()

      func add(
        _ name: FunctionName, _ environment: [String: Text] = [:], permissions: [Statement],
        isCalledByEvents: Bool = false
      ) {
        let mode = tracing[name]
        let variables = [storage.environment, tracing.environment(of: name), environment].reduce(into: common) {
          all, more in
          all.merge(more) { _, last in last }
        }
        functions.all[name] = stack.add(
          MonitoredFunction(
            name.rawValue,
            // The X-Ray SDK is in Powertools' layer; with `ENABLE_XRAY=false` it patches nothing.
            code: .zip(
              .archive(name.package), runtime: .python313, handler: "\(name.module.name).handler",
              layers: [.powertools(in: stack.currentRegion)]),
            memory: name == .startFileUpload ? .mb(2_048) : .mb(256), timeout: .fixed(name.timeout),
            p95: name.baseline, tracing: mode, environment: variables,
            // Phase 1 grants the permission before any function uses it; a traced function has it by managed policy.
            permissions: permissions + (mode.canBe(.active) ? [] : [.writeTraces]),
            deadLetters: isCalledByEvents ? deadLetters.arn : nil, logRetention: .oneMonth, alerts: alerts))
      }

      add(
        .startFileUpload, ["TOOLS_BUCKET": storage.tools.bucketName.text],
        permissions: [
          .read(storage.files.arn), .write(storage.files.arn),
          Statement(id: "Devices", ["dynamodb:Scan"], on: [storage.devices.arn.text]),
          // An upload in parts that fails is cleared away.
          Statement(
            id: "Store", ["s3:AbortMultipartUpload", "s3:PutObject"], on: ["\(storage.videos.arn)/*"]),
          .readObjects(of: storage.tools.arn), push.publish,
        ], isCalledByEvents: true)
      add(
        .fileCoordinator, ["START_FILE_UPLOAD": functions[.startFileUpload].functionName],
        permissions: [.read(storage.files.arn), .invoke(functions[.startFileUpload].arn)], isCalledByEvents: true)
      add(
        .webhookFeedly, ["FILE_COORDINATOR": functions[.fileCoordinator].functionName],
        permissions: [
          .read(storage.files.arn), .write(storage.files.arn), .invoke(functions[.fileCoordinator].arn),
        ])
      add(
        .registerDevice, ["PLATFORM_APPLICATION_ARN": push.application],
        permissions: [.write(storage.devices.arn), push.register])
      add(
        .authorizerAPIToken, ["API_TOKEN_SECRET_ARN": storage.apiToken.arn],
        permissions: [.read(storage.apiToken, id: "Token")])
      // A function that signs the URL of a video needs permission to read it.
      add(.listFiles, permissions: [.read(storage.files.arn), .readObjects(of: storage.videos.arn)])
      return functions
    }

    /// The analysis names `XRAY_SAMPLING_RATE` too. No SDK reads it (T13); sampling rules set the rates.
    private var common: [String: Text] {
      // Lambda's preset, set explicitly: a lost context is logged and does not stop a download (T12).
      ["AWS_XRAY_CONTEXT_MISSING": "LOG_ERROR"]
    }
  }
}
