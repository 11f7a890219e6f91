import InfraModel

extension LegoAPI {
  /// What the API is about.
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

    var handler: String {
      switch self {
      case .moc: "src/functions/moc-instructions.handler"
      case .gallery, .wishlist, .profile: "src/functions/\(rawValue).handler"
      }
    }

    /// The features whose traces the story wants in a group.
    static let traced: [Feature] = [.moc, .gallery, .wishlist]
  }

  /// The four functions, all of them traced (AC2).
  ///
  /// Their handlers take API Gateway's events of version 2, which are an HTTP API's; X-Ray has no HTTP APIs (T1), so they
  /// get events of version 1 from a REST API, and read `event.httpMethod` and `event.path` instead.
  struct Functions: Component {
    typealias Declarations = [(feature: Feature, function: Declared<LambdaFunction>)]

    let surroundings: Surroundings
    let stage: String
    let placement: VPCPlacement
    let alerts: ARN<Topic>

    func declare(in stack: inout StackBuilder) -> Functions.Declarations {
      let isProduction = stack.isProduction
      let own: [String: Text] = ["NODE_ENV": isProduction ? "production" : "development", "STAGE": Text(stage)]
      return Feature.allCases.map { feature in
        let function = stack.add(
          MonitoredFunction(
            feature.rawValue,
            // nodejs20.x, which the story names, has had no support since 2026-04-30 (T9). The X-Ray SDK is in the
            // package (AC1).
            code: .zip(
              .object(bucket: "lego-api-releases", key: "\(release)/\(feature.rawValue).zip"), runtime: .nodejs22,
              handler: feature.handler),
            // A minute, as the story says; whoever asked through the API has been told 504 after 29 s (T32), and what
            // went on is in the trace alone.
            memory: .mb(1_024), timeout: .seconds(60),
            // The story's example takes 245 ms; four times that is slow.
            p95: .seconds(1), environment: surroundings.environment.merging(own) { _, last in last },
            may: surroundings.permissions, vpc: placement,
            // As long as X-Ray keeps the traces that the lines belong to.
            logRetention: .oneMonth, alerts: alerts))
        return (feature, function)
      }
    }
  }
}

/// The build that runs. A new one is a commit here, so the plan shows it and git remembers it.
private let release = "2026.11.1"
