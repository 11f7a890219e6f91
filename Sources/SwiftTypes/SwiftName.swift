/// A name of Terraform's, as a Swift programmer would write it.
package enum SwiftName {
  /// `retentionPeriod` for `retention_period`, `kmsKeyID` for `kms_key_id`.
  static func member(_ name: String) -> String {
    let words = words(of: name)
    guard let first = words.first else { return name }
    return ([first.lowercased()] + words.dropFirst().map(capitalized)).joined()
  }

  /// `KinesisStream` for `kinesis_stream`.
  static func type(_ name: String) -> String {
    words(of: name).map(capitalized).joined()
  }

  /// The name where the language takes only names that are no words of its own.
  static func escaped(_ name: String) -> String {
    keywords.contains(name) || name.first?.isNumber == true ? "`\(name)`" : name
  }

  /// The name as a label of an argument, or behind a dot.
  static func escapedInUse(_ name: String) -> String {
    ["inout", "let", "var"].contains(name) || name.first?.isNumber == true ? "`\(name)`" : name
  }

  private static func words(of name: String) -> [String] {
    name.split { $0 == "_" || $0 == "-" }.map(String.init)
  }

  /// A word behind others: `ID` for `id`, `Queue` for `queue`.
  package static func capitalized(_ word: String) -> String {
    if let spelling = spellings[word] { return spelling }
    return word.prefix(1).uppercased() + word.dropFirst()
  }

  /// Initialisms, and words that are not written with one capital.
  private static let spellings: [String: String] = {
    var spellings = [
      "apigateway": "APIGateway", "apigatewayv2": "APIGatewayV2", "appsync": "AppSync",
      "cloudformation": "CloudFormation",
      "cloudfront": "CloudFront", "cloudtrail": "CloudTrail", "cloudwatch": "CloudWatch", "dynamodb": "DynamoDB",
      "elasticache": "ElastiCache", "guardduty": "GuardDuty", "ipv4": "IPv4", "ipv6": "IPv6", "mysql": "MySQL",
      "oauth": "OAuth", "oauth2": "OAuth2", "openid": "OpenID", "opensearch": "OpenSearch", "quicksight": "QuickSight",
      "sagemaker": "SageMaker", "wafv2": "WAFv2",
    ]
    let initialisms = """
      acl acls acm aml ami amis api apis arn arns asn aws az azs bgp byoip ca cidr cidrs cors cpu csv db dhcp dms dns dnssec
      ebs ec2 ecr ecs efs eip eks elb emr fms fsx gcm gpu hsm html http https iam id ids iops ip ips ipam iot json jwt kms
      lb lf mfa mq msk mtu nat nfs nlb oidc os pii qldb ram rds rest rfc rsa rum s3 saml sdk ses sfn sftp sms smb sns sql
      sqs ssh ssl ssm sso sts svm tcp tls ttl ttls udp ui uri uris url urls utc uuid vlan vpc vpcs vpn waf xml xss yaml
      """
    let words = initialisms.split(whereSeparator: \.isWhitespace)
    for word in words {
      // A plural keeps its small s.
      let isPlural = word.hasSuffix("s") && words.contains(word.dropLast())
      spellings[String(word)] = isPlural ? word.dropLast().uppercased() + "s" : word.uppercased()
    }
    return spellings
  }()

  private static let keywords: Set<String> = [
    "Any", "Protocol", "Self", "Type", "as", "associatedtype", "await", "break", "case", "catch", "class", "continue",
    "default", "defer", "deinit", "do", "else", "enum", "extension", "fallthrough", "false", "fileprivate", "for",
    "func", "guard", "if", "import", "in", "init", "inout", "internal", "is", "let", "nil", "operator",
    "precedencegroup", "private", "protocol", "public", "repeat", "rethrows", "return", "self", "static", "struct",
    "subscript", "super", "switch", "throw", "throws", "true", "try", "typealias", "var", "where", "while",
  ]
}
