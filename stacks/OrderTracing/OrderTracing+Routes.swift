import InfraModel

extension OrderTracing {
  /// Which service receives which events: the three rules on the bus.
  struct Routes: Component {
    struct Declarations {
      let orderCreated, paymentProcessed, inventoryUpdated: EventRoute.Parts
    }

    let bus: EventBusName
    let services: Services.Declarations
    let suffix: String
    let alerts: ARN<Topic>

    func declare(in stack: inout StackBuilder) -> Declarations {
      Declarations(
        // One rule with two targets (T31).
        orderCreated: route(
          "order-created", "Order Created", from: "order.service", to: [services.payment, services.inventory],
          in: &stack),
        paymentProcessed: route(
          "payment-processed", "Payment Processed", from: "payment.service", to: [services.notification], in: &stack),
        inventoryUpdated: route(
          "inventory-updated", "Inventory Updated", from: "inventory.service", to: [services.notification], in: &stack))
    }

    /// Source and detail type are exactly those of the document's services, so that no service receives its own events.
    private func route(
      _ name: String, _ detailType: String, from source: String, to functions: [Declared<LambdaFunction>],
      in stack: inout StackBuilder
    ) -> EventRoute.Parts {
      stack.add(
        EventRoute(
          "\(name)\(suffix)",
          when: .event(
            EventPattern(source: [.exactly(Text(source))], detailType: [.exactly(Text(detailType))]), on: bus),
          calls: functions,
          // An hour outlasts most problems of Lambda. A payment or a message that arrives later than that does harm.
          retries: .init(10, within: .seconds(3_600)), alerts: alerts))
    }
  }
}
