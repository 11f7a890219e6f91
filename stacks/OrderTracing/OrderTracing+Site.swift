import InfraModel

extension OrderTracing {
  /// The whole system in one region.
  struct Site: Component {
    enum Role {
      case primary
      /// The site that takes over if the primary's region fails.
      case standby

      /// Terraform's labels and IAM's roles are the same for all regions, so the second site's names have a suffix.
      var suffix: String {
        switch self {
        case .primary: ""
        case .standby: "-dr"
        }
      }
    }

    /// The parts that other files refer to.
    struct Parts {
      let bus: Declared<EventBus>
      let services: Services.Declarations
      let api: TracedRestAPI.Parts
      let routes: Routes.Declarations
    }

    let suffix: String
    let environment: OrderTracing.Environment
    let settings: Settings

    init(_ role: Role, environment: OrderTracing.Environment, settings: Settings) {
      suffix = role.suffix
      self.environment = environment
      self.settings = settings
    }

    func declare(in stack: inout StackBuilder) -> Parts {
      let alerts = stack.add(AlertTopic("alerts\(suffix)", subscribers: settings.onCall)).arn
      let bus = stack.add(EventBus("orders\(suffix)", description: "What the services tell each other of an order"))
      // The only stored data: no service has a table, so there is nothing to recover to a point in time or to protect
      // from deletion. A month of events can be replayed on the bus; they arrive without their trace (T42).
      stack.add(EventArchive("orders\(suffix)", of: bus.arn, retention: .days(30)))
      let services = stack.add(
        Services(bus: bus, suffix: suffix, environment: environment, settings: settings, alerts: alerts))
      let routes = stack.add(Routes(bus: bus.busName, services: services, suffix: suffix, alerts: alerts))
      let api = stack.add(
        OrderAPI(function: services.order, suffix: suffix, environment: environment, settings: settings, alerts: alerts)
      )
      return Parts(bus: bus, services: services, api: api, routes: routes)
    }
  }
}
