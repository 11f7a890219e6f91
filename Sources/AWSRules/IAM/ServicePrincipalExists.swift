import AWSModel
import PolicyEngine
public import TerraformModel

extension RuleID {
  public static let servicePrincipalExists: RuleID = "service-principal-exists"
}

struct ServicePrincipalExists: Rule {
  static let description = RuleDescription(
    id: .servicePrincipalExists,
    title: "Every service principal in a policy exists",
    rationale: """
      A service principal is the service's name before `.amazonaws.com`. One that does not exist allows nothing, \
      and IAM rejects it in a trust policy during apply.
      """,
    sources: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html"],
    subjects: [Role.self, QueuePolicy.self, TopicPolicy.self, BucketPolicy.self, RawResource.self],
    reads: [
      .arguments("assume_role_policy", of: Role.self)
    ],
    good: [
      Example("Lambda may assume the role") { stack in
        stack.add(Role("ingest", trust: PolicyDocument([.assume(by: "lambda.amazonaws.com")])))
      },
      Example("Names of two parts, and of a region") { stack in
        for (name, service) in [
          ("edge", "edgelambda.amazonaws.com"), ("scaling", "dynamodb.application-autoscaling.amazonaws.com"),
          ("logs", "logs.eu-west-1.amazonaws.com"), ("skill", "alexa-appkit.amazon.com"),
        ] {
          stack.add(Role(name, trust: PolicyDocument([.assume(by: service)])))
        }
      },
    ],
    bad: [
      Counterexample("The domain of the company") { stack in
        [stack.add(Role("ingest", trust: PolicyDocument([.assume(by: "lambda.amazon.com")]))).address]
      },
      Counterexample("No domain at all") { stack in
        [stack.add(Role("ingest", trust: PolicyDocument([.assume(by: "lambda")]))).address]
      },
      Counterexample("The name twice") { stack in
        [stack.add(Role("ingest", trust: PolicyDocument([.assume(by: "dynamodb.dynamodb.amazonaws.com")]))).address]
      },
      Counterexample("A misspelled name") { stack in
        [stack.add(Role("ingest", trust: PolicyDocument([.assume(by: "lamdba.amazonaws.com")]))).address]
      },
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    // Policies of a stack name the same few services.
    var faults: [String: Fault?] = [:]
    return stack.policies.flatMap { policy -> [Finding] in
      let services = policy.statements.flatMap(\.principals).compactMap { principal in
        if case .service(let service) = principal { service } else { nil }
      }
      return Set(services).sorted().compactMap { service in
        let known = faults[service] ?? fault(of: service)
        faults[service] = .some(known)
        guard let fault = known else { return nil }
        let name = policy.declaration.resource.name
        return finding(
          on: policy.declaration, "the policy of '\(name)' names '\(service)', which is not an AWS service principal",
          fix: fault.likely.map { "write '\($0)' instead of '\(service)' in the policy of '\(name)'" }
            ?? "replace '\(service)' with the principal that the service documents in the policy of '\(name)'",
          subject: service)
      }
    }
  }

  private struct Fault {
    /// What is surely meant.
    let likely: String?
  }

  /// A name in one of AWS's domains that only is new to us may well be a service's.
  private func fault(of service: String) -> Fault? {
    if service == "*" || othersServices.contains(service) { return nil }
    guard let domain = domains.first(where: service.hasSuffix) else {
      let name = String(service.prefix { $0 != "." })
      return Fault(likely: serviceNames.contains(name) ? "\(name).amazonaws.com" : nil)
    }
    let words = service.dropLast(domain.count).split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard let first = words.first, !words.contains("") else { return Fault(likely: nil) }
    if words.count == 2, words[0] == words[1] { return Fault(likely: "\(first)\(domain)") }
    guard words.count == 1, !serviceNames.contains(first), first.utf8.count > 4 else { return nil }
    let likely = suggestion(for: first, among: serviceNames, within: 2).flatMap { likely in
      // Two letters that have changed places, or one that is too many, too few or another.
      likely.sorted() == first.sorted() || suggestion(for: first, among: [likely], within: 1) != nil ? likely : nil
    }
    return likely.map { Fault(likely: "\($0)\(domain)") }
  }
}

/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html has the partitions.
private let domains = [
  ".amazonaws.com", ".amazonaws.com.cn", ".amazonaws.eu", ".c2s.ic.gov", ".sc2s.sgov.gov",
]

/// Services that are in other domains.
private let othersServices: Set = ["alexa-appkit.amazon.com", "alexa-connectedhome.amazon.com"]

/// What principals are called; many as their actions.
private let serviceNames: Set<String> = servicePrefixes.union(
  """
  apidestinations appflow automation cloudwatch codestar-notifications cognito-idp cognito-sync config-conforms
  connect delivery directoryservice dlm edgelambda ec2fleet ecs-tasks eks-fargate eks-fargate-pods eks-nodegroup
  elasticmapreduce emr firehose inspector iot kinesisanalytics lakeformation lex lightsail logger logs macie
  mediaconvert monitoring monitoring-alarms networkmanager opsworks organizations pipes preview-inspector rds
  replicator resource-groups s3 s3-object-lambda sagemaker scheduler secretsmanager securityhub serverlessrepo
  servicecatalog ses sms sns spot spotfleet sqs ssm ssm-incidents ssm-contacts states storagegateway streams sts
  support synthetics transfer transitgateway trustedadvisor vpc-flow-logs waf waf-regional wafv2 workdocs worklink
  workspaces xray
  """.split { $0 == " " || $0 == "\n" }.map(String.init))
