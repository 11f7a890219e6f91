import AWSModel
import TerraformModel

// What texts of the stack name that the stack does not declare: ARNs, ids and hosts.
extension PrerequisiteCollector {
  mutating func collect(_ found: OutsideText) {
    // What a check calls is what the text is of; a subscription's endpoint is a mail's.
    guard let name = OutsideName(found.text) else { return }
    if let arn = OutsideARN(name.without(suffix: "-??????")) {
      collect(arn, of: found)
    } else if let kind = Prerequisite.Kind(id: name.assumed), !isTag(found) {
      collect(kind, name, of: found)
    } else if let host = host(in: name, of: found) {
      add(
        .host, host, for: found.declaration.address, at: found.declaration.location,
        provision: "start what answers there, or change the name")
    }
  }

  private func isTag(_ found: OutsideText) -> Bool { found.argument == "tags" }

  private mutating func collect(_ kind: Prerequisite.Kind, _ name: OutsideName, of found: OutsideText) {
    let (describe, option, noun) =
      switch kind {
      case .network: ("describe-vpcs", "--vpc-ids", "vpc")
      case .subnet: ("describe-subnets", "--subnet-ids", "subnet")
      case .securityGroup: ("describe-security-groups", "--group-ids", "security-group")
      default: ("describe-prefix-lists", "--prefix-list-ids", "prefix-list")
      }
    let region = found.declaration.region
    add(
      kind, name, in: region, for: found.declaration.address, at: found.declaration.location,
      check: .init(
        [OutsideName("ec2"), OutsideName(describe)] + inRegion(region.rawValue) + [OutsideName(option), name]),
      provision: kind == .prefixList
        ? "AWS has one for each region: `aws ec2 describe-prefix-lists --region \(region)`"
        : "`aws ec2 create-\(noun) --region \(region) …`, or the id of one that exists")
  }

  private func inRegion(_ region: String) -> [OutsideName] { [OutsideName("--region"), OutsideName(region)] }

  private mutating func collect(_ arn: OutsideARN, of found: OutsideText) {
    guard !arn.isPattern || arn.service == "es" || arn.service == "s3", arn.account != "aws", !isOwn(arn) else {
      return
    }
    let region = arn.region.isEmpty ? found.declaration.region : Region(rawValue: arn.region)
    guard let outside = outside(arn, in: region, isInPolicy: found.isInPolicy) else { return }
    add(
      outside.kind, outside.name, in: region, for: found.declaration.address, at: found.declaration.location,
      check: outside.check, provision: outside.provision)
  }

  /// Whether the stack declares something of the name itself, or of what the name is below.
  private func isOwn(_ arn: OutsideARN) -> Bool {
    stack.declarations.contains { declaration in
      guard declaration.address.mode == .managed,
        let name = declaration.physicalName ?? declaration.block["name"]?.onlyText.flatMap(stack.resolved),
        !name.isEmpty
      else { return false }
      return arn.resource.hasSuffix(name) || arn.resource.contains("\(name)/") || arn.resource.contains("/\(name)")
    }
  }

  private struct Outside {
    let kind: Prerequisite.Kind
    let name: OutsideName
    let check: Prerequisite.Check?
    let provision: String
  }

  private func outside(_ arn: OutsideARN, in region: Region, isInPolicy: Bool) -> Outside? {
    let name = arn.name
    func words(_ words: String...) -> [OutsideName] { words.map { OutsideName($0) } + inRegion(region.rawValue) }
    switch (arn.service, arn.resource.prefix { $0 != ":" && $0 != "/" }) {
    case ("secretsmanager", "secret"):
      let secret = String(arn.resource.dropFirst("secret:".count))
      return Outside(
        kind: .secret, name: name,
        check: .init(words("secretsmanager", "describe-secret") + [OutsideName("--secret-id"), name]),
        provision:
          "`aws secretsmanager create-secret --region \(region) --name \(secret.withoutRandomEnd) --secret-string …`")
    case ("cognito-idp", "userpool"):
      return Outside(
        kind: .userPool, name: name,
        check: .init(
          words("cognito-idp", "describe-user-pool") + [OutsideName("--user-pool-id"), name.after("/")]),
        provision: "`aws cognito-idp create-user-pool --region \(region) --pool-name …`")
    case ("es", "domain"):
      let domain = name.without(suffix: "/*")
      return Outside(
        kind: .searchDomain, name: domain,
        check: .init(words("opensearch", "describe-domain") + [OutsideName("--domain-name"), domain.after("/")]),
        provision: "`aws opensearch create-domain --region \(region) --domain-name …`")
    case ("lambda", "layer"):
      return Outside(
        kind: .layer, name: name,
        check: .init(words("lambda", "get-layer-version-by-arn") + [OutsideName("--arn"), name]),
        provision: "choose a version that its owner publishes in \(region)")
    case ("bedrock", "foundation-model"):
      let model = OutsideName(String(arn.resource.dropFirst("foundation-model/".count)))
      return Outside(
        kind: .model, name: model,
        check: .init(
          words("bedrock", "get-foundation-model-availability") + [
            OutsideName("--model-id"), model, OutsideName("--query"),
            OutsideName("authorizationStatus"), OutsideName("--output"), OutsideName("text"),
          ], .prints("AUTHORIZED")),
        provision: "request it at https://console.aws.amazon.com/bedrock/home?region=\(region)#/modelaccess")
    case ("s3", _):
      guard let bucket = name.bucketOfARN else { return nil }
      return Outside(
        kind: .bucket, name: bucket,
        check: .init(words("s3api", "head-bucket") + [OutsideName("--bucket"), bucket]),
        provision: "`aws s3 mb s3://\(bucket.assumed) --region \(region)`")
    default:
      // A policy may allow what does not exist; an argument that names something needs it.
      guard !isInPolicy, !arn.isPattern else { return nil }
      return Outside(kind: .resource, name: name, check: nil, provision: "create it, or use the ARN of one that exists")
    }
  }

  /// The host that a function's environment or a browser's settings name.
  private func host(in name: OutsideName, of found: OutsideText) -> OutsideName? {
    let type = found.declaration.address.type
    let isSetting = type == "aws_lambda_function" && found.argument == "environment"
    guard isSetting || (type == "aws_rum_app_monitor" && found.argument == "domain") else { return nil }
    if !isSetting { return name }
    if found.key?.hasSuffix("_HOST") == true { return name }
    return name.hostOfURL
  }
}

extension OutsideName {
  /// The host of a URL; `nil` for anything else, and for the machine itself.
  fileprivate var hostOfURL: OutsideName? {
    let whole = assumed
    guard let start = whole.firstRange(of: "://") else { return nil }
    let host = whole[start.upperBound...].prefix { $0 != "/" && $0 != ":" && $0 != " " }
    guard !host.isEmpty, host != "localhost", !host.hasPrefix("127."), !whole.contains(" ") else { return nil }
    // The variable that decides it stands for it.
    let deciding = parts.filter { if case .variable(_, String(host)) = $0 { true } else { false } }
    return deciding.isEmpty ? OutsideName(String(host)) : OutsideName(deciding)
  }

  /// The bucket of `arn:aws:s3:::bucket/key`.
  fileprivate var bucketOfARN: OutsideName? {
    var rest = parts
    guard case .literal(let first)? = rest.first, first.hasPrefix("arn:aws:s3:::") else { return nil }
    rest[0] = .literal(String(first.dropFirst("arn:aws:s3:::".count)))
    var bucket: [Part] = []
    for part in rest {
      guard case .literal(let literal) = part else {
        bucket.append(part)
        continue
      }
      let start = literal.prefix { $0 != "/" }
      if !start.isEmpty { bucket.append(.literal(String(start))) }
      if start.count < literal.count { break }
    }
    let name = OutsideName(bucket)
    return name.assumed.isEmpty || name.assumed.contains("*") ? nil : name
  }
}

extension Prerequisite.Kind {
  /// The kind of what has an id such as `vpc-0d1e2a3b`.
  ///
  /// Source: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/resource-ids.html
  fileprivate init?(id: String) {
    let words = id.split(separator: "-", omittingEmptySubsequences: false)
    guard words.count == 2, words[1].count >= 8, words[1].allSatisfy({ $0.isHexDigit && !$0.isUppercase }) else {
      return nil
    }
    switch words[0] {
    case "vpc": self = .network
    case "subnet": self = .subnet
    case "sg": self = .securityGroup
    case "pl": self = .prefixList
    default: return nil
    }
  }
}

extension String {
  /// A secret's name without the six characters that Secrets Manager appends to it in an ARN.
  fileprivate var withoutRandomEnd: String {
    let end = suffix(7)
    guard end.count == 7, end.first == "-", end.dropFirst().allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }),
      // A word of six letters is a part of the name.
      end.contains(where: { $0.isNumber || $0.isUppercase })
    else { return self }
    return String(dropLast(7))
  }
}
