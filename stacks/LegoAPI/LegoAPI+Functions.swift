import InfraModel

extension LegoAPI {
  /// The features of the API.
  enum Feature: String, CaseIterable {
    case moc
    case gallery
    case wishlist
    case profile

    /// As in the story's example, `/api/mocs/moc456`.
    var path: String {
      switch self {
      case .moc: "/api/mocs"
      case .gallery: "/api/gallery"
      case .wishlist: "/api/wishlist"
      case .profile: "/api/profile"
      }
    }

    /// The module of its handler, and its code. The story's are TypeScript; these do the same in Python, whose SDKs and
    /// drivers can be tested without a third-party package in the zip.
    var module: (name: String, code: [UInt8]) {
      switch self {
      case .moc: ("moc_instructions", PackageResources.moc_instructions_py)
      case .gallery: ("gallery", PackageResources.gallery_py)
      case .wishlist: ("wishlist", PackageResources.wishlist_py)
      case .profile: ("profile", PackageResources.profile_py)
      }
    }

    /// With the modules that all four share.
    var package: Archive {
      Archive(
        rawValue,
        [
          "\(module.name).py": module.code, "lego_api.py": PackageResources.lego_api_py,
          "lego_tracing.py": PackageResources.lego_tracing_py, "postgres.py": PackageResources.postgres_py,
          "redis_protocol.py": PackageResources.redis_protocol_py, "stores.py": PackageResources.stores_py,
        ])
    }

    /// The features whose traces the story wants in a group.
    static let traced: [Feature] = [.moc, .gallery, .wishlist]
  }

  /// The four functions, all of them traced (AC2).
  ///
  /// The story's handlers take API Gateway's events of version 2, which are an HTTP API's; X-Ray has no HTTP APIs (T1), so
  /// these take events of version 1 from a REST API.
  struct Functions: Component {
    typealias Declarations = [(feature: Feature, function: Declared<LambdaFunction>)]

    let surroundings: Surroundings
    let stage: String
    let placement: VPCPlacement
    let alerts: ARN<Topic>

    func declare(in stack: inout StackBuilder) -> Functions.Declarations {
      let own: [String: Text] = ["STAGE": Text(stage), "ALLOWED_ORIGIN": Text(surroundings.website)]
      return Feature.allCases.map { feature in
        let function = stack.add(
          MonitoredFunction(
            feature.rawValue,
            // nodejs20.x, which the story names, has been unsupported since 2026-04-30 (T9). The X-Ray SDK is in
            // Powertools' layer (AC1).
            code: .zip(
              .archive(feature.package), runtime: .python313, handler: "\(feature.module.name).handler",
              layers: [.powertools(in: stack.currentRegion)]),
            // A minute, as the story requires; API Gateway answers 504 after 29 s (T32), and only the trace shows what
            // happens after that.
            memory: .mb(1_024), timeout: .seconds(60),
            // The story's example takes 245 ms; four times that is slow.
            p95: .seconds(1), environment: surroundings.environment.merging(own) { _, last in last },
            permissions: surroundings.permissions, vpc: placement,
            // As long as X-Ray keeps the traces of the log lines.
            logRetention: .oneMonth, alerts: alerts),
          waiving: [
            Waiver(
              .integrationTimeout,
              reason: "the requirements ask for 60 s; p95 is alarmed at 1 s, far below the API's 29 s",
              owner: "platform", until: "2027-10-31")
          ])
        return (feature, function)
      }
    }
  }
}
