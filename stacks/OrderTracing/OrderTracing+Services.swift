import InfraModel

extension OrderTracing {
  /// The four services, each with its own function.
  struct Services: Component {
    struct Declarations {
      let order, payment, inventory, notification: Declared<LambdaFunction>

      /// By their names in the document.
      var byName: KeyValuePairs<String, Declared<LambdaFunction>> {
        ["order": order, "payment": payment, "inventory": inventory, "notification": notification]
      }
    }

    let bus: Declared<EventBus>
    let suffix: String
    let environment: OrderTracing.Environment
    let settings: Settings
    let alerts: ARN<Topic>

    func declare(in stack: inout StackBuilder) -> Declarations {
      // EventBridge invokes functions asynchronously; an event that fails three times is sent to this queue.
      let deadLetters = stack.add(DeadLetters("failed-events\(suffix)", alerts: alerts)).arn
      // The document does not define slow. A customer waits for an order; the others work in the background, payment
      // and notification with one call of an external service each.
      return Declarations(
        order: service(
          "order", code: PackageResources.order_service_py, timeout: settings.timeout.atMost(.seconds(29)),
          p95: .seconds(2), environment: ["ALLOWED_ORIGIN": settings.allowedOrigin], in: &stack),
        payment: service(
          "payment", code: PackageResources.payment_service_py, p95: .seconds(5),
          deadLetters: deadLetters, in: &stack),
        inventory: service(
          "inventory", code: PackageResources.inventory_service_py, p95: .seconds(3), deadLetters: deadLetters,
          in: &stack),
        // The last service: it puts no events on the bus, so it has no permission to and need not know the bus.
        notification: service(
          "notification", code: PackageResources.notification_service_py, p95: .seconds(5),
          publishes: false, deadLetters: deadLetters, in: &stack))
    }

    private func service(
      _ name: String, code: [UInt8], timeout: Input<Duration>? = nil, p95: Duration,
      environment more: [String: Text] = [:], publishes: Bool = true, deadLetters: ARN<Queue>? = nil,
      in stack: inout StackBuilder
    ) -> Declared<LambdaFunction> {
      let package = Archive(
        "\(name)\(suffix)",
        ["\(name)_service.py": code, "order_events.py": PackageResources.order_events_py])
      return stack.add(
        MonitoredFunction(
          "\(name)\(suffix)",
          // The document's Python 3.9 is no longer supported (T9). The X-Ray SDK is in Powertools' layer.
          code: .zip(
            .archive(package), runtime: .python313, handler: "\(name)_service.lambda_handler",
            layers: [.powertools(in: stack.currentRegion)]),
          memory: settings.memory, timeout: timeout ?? settings.timeout, p95: p95, tracing: settings.tracing,
          environment: (publishes ? ["EVENT_BUS_NAME": bus.busName.text] : [:]).merging(more) { _, last in last },
          permissions: publishes ? [.putEvents(on: bus.arn)] : [],
          deadLetters: deadLetters,
          reservedConcurrency: reservedConcurrency, logRetention: settings.logRetention, alerts: alerts))
    }

    /// The 50 orders a second that the API accepts, at the two seconds that each may take, are a hundred at once.
    /// It is also a limit, so that one service's backlog does not use up the account's 1,000.
    private var reservedConcurrency: Int? {
      switch environment {
      case .dev: nil
      case .prod: 100
      }
    }
  }
}
