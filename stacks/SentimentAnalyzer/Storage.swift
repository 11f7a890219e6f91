import InfraModel

/// The tables of the application.
struct Storage: Component {
  struct Tables {
    let items, timeseries, audit, circuitBreakers: Declared<Table>

    /// The functions' environment variables for them.
    var environment: [String: Text] {
      [
        "ITEMS_TABLE": items.tableName, "TIMESERIES_TABLE": timeseries.tableName, "AUDIT_TABLE": audit.tableName,
        "CIRCUIT_BREAKERS_TABLE": circuitBreakers.tableName,
      ]
    }
  }

  func declare(in stack: inout StackBuilder) -> Tables {
    let isPrecious = stack.isProduction
    return Tables(
      items: stack.add(
        Table(
          "items", partitionKey: .string("source_id"), sortKey: .string("published_at"),
          // The metrics function queries it for items that are pending for too long (FR-042, StuckItems).
          indexes: [.init("by-status", partitionKey: .string("status"), sortKey: .string("published_at"))],
          deletionProtection: isPrecious)),
      timeseries: stack.add(
        Table(
          "timeseries", partitionKey: .string("ticker_resolution"), sortKey: .string("bucket"),
          timeToLive: "expires_at",
          deletionProtection: isPrecious)),
      audit: stack.add(
        Table(
          "audit-events", partitionKey: .string("source_id"), sortKey: .string("event_time"),
          deletionProtection: isPrecious)),
      // Rebuilt by the next run of the ingestion.
      circuitBreakers: stack.add(
        Table("circuit-breakers", partitionKey: .string("source"), deletionProtection: isPrecious)))
  }
}
