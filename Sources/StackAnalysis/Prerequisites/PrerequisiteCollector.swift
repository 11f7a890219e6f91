import AWSModel
public import TerraformModel

extension DeclaredStack {
  /// What has to exist or to be done besides `terraform apply`, in the order of the kinds.
  public var prerequisites: [Prerequisite] {
    var collector = PrerequisiteCollector(stack: self)
    collector.collect()
    return collector.inOrder
  }
}

/// Collects the prerequisites of a stack; each once, with everything that needs it.
struct PrerequisiteCollector {
  let stack: DeclaredStack
  private var found: [Key: Prerequisite] = [:]
  private var order: [Key] = []

  private struct Key: Hashable {
    let kind: Prerequisite.Kind
    let name: String
    let region: Region
  }

  init(stack: DeclaredStack) {
    self.stack = stack
  }

  var inOrder: [Prerequisite] {
    let all = order.compactMap { found[$0] }
    return Prerequisite.Kind.allCases.flatMap { kind in all.filter { $0.kind == kind } }
  }

  mutating func collect() {
    collectAccount()
    collectBackend()
    collectVariables()
    collectImports()
    for text in stack.outsideTexts { collect(text) }
    collectDataSources()
    collectIdentityProviders()
    collectConcurrency()
    collectAPILogging()
    collectBillingMetrics()
    collectMails()
  }

  mutating func add(
    _ kind: Prerequisite.Kind, _ name: OutsideName, in region: Region? = nil, for address: Address? = nil,
    at location: SourceLocation? = nil, check: Prerequisite.Check? = nil, provision: String
  ) {
    let region = region ?? stack.homeRegion
    let key = Key(kind: kind, name: name.assumed, region: region)
    let former = found[key]
    if former == nil { order.append(key) }
    let addresses = (former?.addresses ?? []) + [address].compactMap(\.self)
    found[key] = Prerequisite(
      kind: kind, name: former?.name ?? name, region: region, addresses: unique(addresses),
      location: former?.location ?? location, check: former?.check ?? check,
      provision: former?.provision ?? provision)
  }
}

extension PrerequisiteCollector {
  private mutating func collectAccount() {
    let region = stack.homeRegion.rawValue
    let identity = ["sts", "get-caller-identity", "--region", region, "--query", "Account", "--output", "text"]
    guard let account = stack.account else {
      return add(
        .credentials, OutsideName("an account of its own for this environment"),
        check: .init(identity, .printsSomething),
        provision: "`aws configure`, or `aws configure sso` and `aws sso login`")
    }
    add(
      .account, OutsideName(account.rawValue), check: .init(identity, .prints(account.rawValue)),
      provision: "use credentials of this account; `aws sts get-caller-identity` shows whose they are")
  }

  private mutating func collectBackend() {
    switch stack.backend {
    case .local: break
    case .s3(let bucket, let region, let lock):
      add(
        .backend, OutsideName("s3://\(bucket)"), in: region,
        check: .init(["s3api", "head-bucket", "--region", region.rawValue, "--bucket", bucket]),
        provision: "`aws s3 mb s3://\(bucket) --region \(region)`, and versioning for it")
      if case .dynamoDB(let table) = lock {
        add(
          .backend, OutsideName("table \(table)"), in: region,
          check: .init(["dynamodb", "describe-table", "--region", region.rawValue, "--table-name", table]),
          provision: "a table with the partition key `LockID`, a string")
      }
    case .cloud(let workspaces):
      add(
        .backend, OutsideName("organization \(workspaces.organization)"),
        provision: "`terraform login \(workspaces.hostname ?? "app.terraform.io")`")
    case .raw(let backend):
      add(
        .backend, OutsideName(backend.type),
        provision: "see https://developer.hashicorp.com/terraform/language/backend/\(backend.type)")
    }
  }

  private mutating func collectVariables() {
    for variable in stack.configuration where variable.isRequired {
      let name = variable.label ?? ""
      add(
        .variable, OutsideName(name), for: variable.address, at: variable.location,
        provision: "set it in terraform.tfvars, of which terraform.tfvars.example is an example, or as TF_VAR_\(name)")
    }
  }

  private mutating func collectImports() {
    for imported in stack.imports {
      add(
        .otherStack, OutsideName("\(imported.exporter)"), for: imported.address, at: imported.location,
        provision: "apply out/\(imported.exporter) first")
    }
  }

  private mutating func collectDataSources() {
    for declaration in stack.declarations where declaration.address.mode == .data {
      guard !Self.selfContained.contains(declaration.address.type) else { continue }
      add(
        .dataSource, OutsideName("\(declaration.address)"), in: declaration.region, for: declaration.address,
        at: declaration.location, provision: "create what its arguments describe")
    }
  }

  /// Data sources that read nothing that an operator has to create.
  private static let selfContained: Set<String> = [
    "aws_arn", "aws_availability_zones", "aws_billing_service_account", "aws_caller_identity", "aws_canonical_user_id",
    "aws_default_tags", "aws_iam_policy_document", "aws_iam_session_context", "aws_ip_ranges", "aws_partition",
    "aws_region", "aws_regions", "aws_service", "aws_service_principal", "terraform_remote_state",
  ]

  private mutating func collectIdentityProviders() {
    for provider in stack.declared(OpenIDConnectProvider.self) {
      add(
        .identityProvider, OutsideName(provider.issuer), for: provider.declaration.address,
        at: provider.declaration.location,
        provision: provider.issuer.hasPrefix("securetoken.google.com/")
          ? "create the Firebase project at https://console.firebase.google.com/, and turn on Authentication"
          : "register this system with the provider")
    }
  }

  private mutating func collectConcurrency() {
    var reserved: [Region: (sum: Int, addresses: [Address], location: SourceLocation)] = [:]
    for declaration in stack.managed("aws_lambda_function") {
      guard case .integer(let number)? = declaration.block["reserved_concurrent_executions"], number > 0 else {
        continue
      }
      var entry = reserved[declaration.region] ?? (0, [], declaration.location)
      entry.sum += number
      entry.addresses.append(declaration.address)
      reserved[declaration.region] = entry
    }
    for (region, entry) in reserved.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      let least = entry.sum + Self.unreserved
      let check = Prerequisite.Check(
        [
          "lambda", "get-account-settings", "--region", region.rawValue, "--query",
          "AccountLimit.ConcurrentExecutions", "--output", "text",
        ], .printsAtLeast(least))
      for address in entry.addresses {
        add(
          .concurrency, OutsideName("at least \(least) concurrent executions"), in: region, for: address,
          at: entry.location, check: check,
          provision:
            "`aws service-quotas request-service-quota-increase --region \(region) --service-code lambda --quota-code L-B99A9384 --desired-value \(max(least, 1_000))`"
        )
      }
    }
  }

  /// What Lambda keeps for functions without reserved concurrency.
  ///
  /// Source: https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html
  private static let unreserved = 100

  private mutating func collectAPILogging() {
    for account in stack.managed(APIGatewayAccount.type) {
      let role = stack.target(of: account.block["cloudwatch_role_arn"]?.onlyText ?? "")?.physicalName ?? ""
      add(
        .apiLogging, OutsideName("no other stack sets it"), in: account.region, for: account.address,
        at: account.location,
        check: .init(
          [
            "apigateway", "get-account", "--region", account.region.rawValue, "--query", "cloudwatchRoleArn",
            "--output",
            "text",
          ], .printsNothingBut(role.isEmpty ? "\(stack.identity.stack)" : role)),
        provision:
          "give each environment an account of its own, or let one stack declare the role for all of an account")
    }
  }

  private mutating func collectBillingMetrics() {
    for declaration in stack.managed("aws_cloudwatch_metric_alarm")
    where declaration.block["namespace"]?.onlyText?.literal == "AWS/Billing" {
      add(
        .billingMetrics, OutsideName("Receive CloudWatch billing alerts"), in: .usEast1, for: declaration.address,
        at: declaration.location,
        check: .init(
          [
            "cloudwatch", "list-metrics", "--region", "us-east-1", "--namespace", "AWS/Billing", "--query",
            "Metrics[0].MetricName", "--output", "text",
          ], .printsSomething),
        provision:
          "turn it on at https://console.aws.amazon.com/costmanagement/home#/preferences; the metrics follow within a day"
      )
    }
  }

  private mutating func collectMails() {
    for declaration in stack.managed("aws_sns_topic_subscription") {
      guard let way = declaration.block["protocol"]?.onlyText?.literal, way.hasPrefix("email"),
        let name = declaration.block["endpoint"]?.onlyText.flatMap(OutsideName.init)
      else { continue }
      add(
        .mailConfirmation, name, in: declaration.region, for: declaration.address, at: declaration.location,
        check: .init(
          [
            OutsideName("sns"), OutsideName("list-subscriptions"), OutsideName("--region"),
            OutsideName(declaration.region.rawValue), OutsideName("--query"),
            OutsideName(
              [.literal("Subscriptions[?Endpoint=='")] + name.parts
                + [.literal("' && SubscriptionArn=='PendingConfirmation'].TopicArn")]),
            OutsideName("--output"), OutsideName("text"),
          ], .printsNothingBut("")),
        provision: "follow the link in the mail 'AWS Notification - Subscription Confirmation', one for each topic")
    }
  }
}

extension Value {
  var onlyText: Text? {
    switch self {
    case .text(let text): text
    case .literal(let literal): Text(literal)
    default: nil
    }
  }
}
