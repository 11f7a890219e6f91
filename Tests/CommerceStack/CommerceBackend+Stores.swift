import InfraModel

extension CommerceBackend {
  /// The database, its cache, the stream of orders, files, keys and secrets.
  func declareStores(in stack: inout StackBuilder, _ network: Network, _ watch: Watch) -> Stores {
    let key = stack.add(AWSKMSKey("shop", description: "The shop's data", enableKeyRotation: true))
    stack.add(AWSKMSAlias("shop", targetKeyID: key.keyID, name: "alias/\(stack.conventionalName(for: "shop"))"))
    let orders = declareDatabase(in: &stack, network, key, watch)
    let sessions = declareCache(in: &stack, network, watch)
    stack.add(
      AWSEFSFileSystem(
        "media", creationToken: stack.conventionalName(for: "media"), encrypted: Flag(!has(.unencryptedFiles)),
        throughputMode: "elastic"))
    let payment = stack.add(
      AWSSecretsmanagerSecret("payment", name: "commerce/\(environment.rawValue)/payment", recoveryWindowInDays: 30))
    stack.add(
      AWSSSMParameter("currency", name: "/commerce/\(environment.rawValue)/currency", type: "String", value: "EUR"))
    let stream = stack.add(
      AWSKinesisStream(
        "orders", name: stack.conventionalName(for: "orders"), encryptionType: "KMS", kmsKeyID: "alias/aws/kinesis",
        shardCount: 2))
    if !has(.streamWithoutAlarm) {
      stack.add(
        MonitoredStream("orders", streamName: stream.name, maxIteratorAge: .seconds(60), alerts: watch.alerts))
    }
    let carts = stack.add(
      Table("carts", partitionKey: .string("user"), timeToLive: "expires", deletionProtection: environment.isProduction)
    )
    let invoices = stack.add(
      PrivateBucket("invoices", forceDestroy: !environment.isProduction, versioning: .enabled))
    return Stores(
      key: key, orders: orders, sessions: sessions, payment: payment, stream: stream, carts: carts, media: invoices)
  }

  private func declareDatabase(
    in stack: inout StackBuilder, _ network: Network, _ key: AWSKMSKey.Declared, _ watch: Watch
  ) -> AWSRDSCluster.Declared {
    let name = stack.conventionalName(for: "orders")
    let subnets = stack.add(AWSDBSubnetGroup("orders", subnetIDs: network.subnets, name: name))
    let orders = stack.add(
      AWSRDSCluster(
        "orders", engine: "aurora-postgresql", backupRetentionPeriod: 14, clusterIdentifier: name,
        dbSubnetGroupName: subnets.name,
        deletionProtection: Flag(environment.isProduction && !has(.databaseWithoutProtection)),
        finalSnapshotIdentifier: "\(name)-last", kmsKeyID: key.arn,
        manageMasterUserPassword: has(.passwordInConfiguration) ? nil : true,
        masterPassword: has(.passwordInConfiguration) ? "swordfish" : nil, masterUsername: "shop",
        skipFinalSnapshot: Flag(has(.databaseWithoutBackups)), storageEncrypted: true,
        vpcSecurityGroupIDs: [network.databaseGroup.text]))
    let writer = stack.add(
      AWSRDSClusterInstance(
        "writer", clusterIdentifier: orders.id, engine: "aurora-postgresql", instanceClass: "db.r7g.large",
        identifier: "\(name)-writer", publiclyAccessible: Flag(has(.publicDatabase))))
    stack.add(
      MonitoredDatabase(
        "orders", identifier: writer.identifier, maxConnectionCount: 500, minFreeStorage: nil, alerts: watch.alerts))
    return orders
  }

  private func declareCache(
    in stack: inout StackBuilder, _ network: Network, _ watch: Watch
  ) -> AWSElastiCacheReplicationGroup.Declared {
    let name = stack.conventionalName(for: "sessions")
    let subnets = stack.add(AWSElastiCacheSubnetGroup("sessions", name: name, subnetIDs: network.subnets))
    let sessions = stack.add(
      AWSElastiCacheReplicationGroup(
        "sessions", description: "Sessions", replicationGroupID: name, atRESTEncryptionEnabled: "true",
        automaticFailoverEnabled: true, engine: "redis", nodeType: "cache.t4g.small", numCacheClusters: 2,
        subnetGroupName: subnets.name))
    stack.add(
      MonitoredCache(
        "sessions", nodes: ["001", "002"].map { "\(sessions.id)-\($0)" }, alerts: watch.alerts))
    return sessions
  }
}
