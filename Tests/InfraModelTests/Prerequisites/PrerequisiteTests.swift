import InfraModel
import StackAnalysis
import Testing

@Suite struct PrerequisiteTests {
  private func prerequisites(_ declare: (inout StackBuilder) -> Void) -> [Prerequisite] {
    var stack = StackBuilder(region: .euWest1)
    declare(&stack)
    return DeclaredStack(stack).prerequisites.filter { $0.kind != .credentials }
  }

  private func names(_ prerequisites: [Prerequisite]) -> [String] {
    prerequisites.map { "\($0.kind.rawValue) \($0.name)" }
  }

  @Test("A stack that needs nothing else needs credentials") func nothing() {
    var stack = StackBuilder()
    stack.add(Topic("alerts"))
    let all = DeclaredStack(stack).prerequisites
    #expect(all.map(\.kind) == [.credentials])
    #expect(all[0].check?.words.map(\.assumed).starts(with: ["sts", "get-caller-identity"]) == true)
  }

  @Test("An account of the stack's own is checked by its number") func account() {
    let stack = DeclaredStack(StackBuilder(), account: "123456789012")
    #expect(stack.prerequisites.map(\.kind) == [.account])
    #expect(stack.prerequisites[0].check?.expectation == .prints("123456789012"))
  }

  @Test("The bucket and the table of a state") func backend() {
    let backend = Backend.s3(bucket: "acme-state", region: .usEast1, lock: .dynamoDB(table: "locks"))
    let found = DeclaredStack(StackBuilder(), backend: backend).prerequisites.filter { $0.kind == .backend }
    #expect(found.map(\.name.assumed) == ["s3://acme-state", "table locks"])
    #expect(
      found[0].check?.words.map(\.assumed) == [
        "s3api", "head-bucket", "--region", "us-east-1", "--bucket", "acme-state",
      ])
  }

  @Test("A variable without a default, and not one with a default") func variables() {
    let found = prerequisites { stack in
      _ = stack.add(Variable("vpc_id", example: "vpc-0d1e2a3b4c5d6e7f8", description: "The network"))
      _ = stack.add(RawVariable("zones", .list(.string), description: "Zones"))
      _ = stack.add(Variable("size", default: 3, description: "How many"))
    }
    #expect(names(found) == ["variable vpc_id", "variable zones"])
  }

  @Test("A secret that a function reads, once for its environment and its policy") func secret() {
    let found = prerequisites { stack in
      let account = stack.callerIdentity().accountID
      let secret: Text = "arn:aws:secretsmanager:eu-west-1:\(account):secret:mail"
      let role = stack.add(Role("api", assumedBy: "lambda.amazonaws.com"))
      stack.add(
        RolePolicy("api", for: role.roleName, [Statement(["secretsmanager:GetSecretValue"], on: ["\(secret)-??????"])]))
      stack.add(RawResource("aws_lambda_function", "api", ["environment": ["variables": ["KEY": .text(secret)]]]))
    }
    #expect(names(found) == ["secret arn:aws:secretsmanager:eu-west-1:ACCOUNT:secret:mail"])
    #expect(found.first?.addresses.count == 2)
    #expect(found.first?.provision.contains("--name mail ") == true)
    #expect(
      found.first?.check?.words.map(\.assumed) == [
        "secretsmanager", "describe-secret", "--region", "eu-west-1", "--secret-id",
        "arn:aws:secretsmanager:eu-west-1:ACCOUNT:secret:mail",
      ])
  }

  @Test("A secret that the stack itself creates is none") func ownSecret() {
    let found = prerequisites { stack in
      stack.add(RawResource("aws_secretsmanager_secret", "mail", ["name": "mail"]))
      stack.add(
        RawResource(
          "aws_lambda_function", "api",
          ["environment": ["variables": ["KEY": "arn:aws:secretsmanager:eu-west-1:123456789012:secret:mail"]]]))
    }
    #expect(names(found) == [])
  }

  @Test("What a raw resource of the stack is called is its own") func ownRawResource() {
    let found = prerequisites { stack in
      stack.add(RawResource("aws_sns_platform_application", "apns", ["name": "shop-apns"]))
      stack.add(
        RawResource(
          "aws_lambda_function", "api",
          ["environment": ["variables": ["APP": "arn:aws:sns:eu-west-1:123456789012:app/APNS/shop-apns"]]]))
    }
    #expect(names(found) == [])
  }

  @Test("A network by variable and by literal, in the resource's region") func network() {
    let found = prerequisites { stack in
      let vpc = stack.add(Variable("vpc_id", example: "vpc-0d1e2a3b4c5d6e7f8", description: "The network"))
      stack.add(SecurityGroup("api", in: ID(vpc.text), description: "The API"))
      stack.add(
        RawResource(
          "aws_network_interface", "a", ["subnet_id": "subnet-0d1e2a3b4c5d6e701", "security_groups": ["sg-01234567"]]),
        in: .usWest2)
    }
    #expect(
      names(found) == [
        "variable vpc_id", "network vpc-0d1e2a3b4c5d6e7f8 (var.vpc_id)", "subnet subnet-0d1e2a3b4c5d6e701",
        "securityGroup sg-01234567",
      ])
    #expect(found.map(\.region) == [.euWest1, .euWest1, .usWest2, .usWest2])
    #expect(found[2].check?.words.map(\.assumed).contains("us-west-2") == true)
  }

  @Test("Words that only look like ids, and ids in tags, are none") func noIDs() {
    let found = prerequisites { stack in
      stack.add(RawResource("aws_vpc", "a", ["cidr_block": "sg-word", "tags": ["from": "vpc-0d1e2a3b4c5d6e7f8"]]))
    }
    #expect(names(found) == [])
  }

  @Test("A layer, a bucket of a policy, a user pool, a search domain, a model, and another literal ARN") func arns() {
    let found = prerequisites { stack in
      let bucket = stack.add(Variable("files", example: "acme-files", description: "Files"))
      stack.add(
        RawResource(
          "aws_lambda_function", "api",
          [
            "layers": ["arn:aws:lambda:eu-west-1:017000801446:layer:Powertools:1"],
            "kms_key_arn": "arn:aws:kms:eu-west-1:123456789012:key/1",
          ]))
      let role = stack.add(Role("api", assumedBy: "lambda.amazonaws.com"))
      stack.add(
        RolePolicy(
          "api", for: role.roleName,
          [
            Statement(["s3:GetObject"], on: ["arn:aws:s3:::\(bucket)/*"]),
            Statement(["es:ESHttpGet"], on: ["arn:aws:es:eu-west-1:123456789012:domain/lego/*"]),
            Statement(["bedrock:InvokeModel"], on: ["arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-v2"]),
            Statement(["sqs:SendMessage"], on: ["arn:aws:sqs:eu-west-1:123456789012:not-needed"]),
          ]))
      stack.add(
        RawResource(
          "aws_api_gateway_authorizer", "users",
          ["provider_arns": ["arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_Abc"]]))
    }
    #expect(
      names(found) == [
        "variable files", "bucket acme-files (var.files)",
        "userPool arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_Abc",
        "searchDomain arn:aws:es:eu-west-1:123456789012:domain/lego",
        "layer arn:aws:lambda:eu-west-1:017000801446:layer:Powertools:1", "model anthropic.claude-v2",
        "resource arn:aws:kms:eu-west-1:123456789012:key/1",
      ])
    #expect(found.first { $0.kind == .userPool }?.check?.words.last?.assumed == "eu-west-1_Abc")
    #expect(found.first { $0.kind == .searchDomain }?.check?.words.last?.assumed == "lego")
    #expect(found.first { $0.kind == .model }?.region == .usEast1)
  }

  @Test("What a data source reads, and not what it derives") func dataSources() {
    let found = prerequisites { stack in
      stack.add(RawDataSource("aws_route53_zone", "public", ["name": "example.com."]))
      stack.add(RawDataSource("aws_region", "here"))
      _ = stack.callerIdentity()
    }
    #expect(names(found) == ["dataSource data.aws_route53_zone.public"])
  }

  @Test("Hosts in a function's environment, and the host of the pages") func hosts() {
    let found = prerequisites { stack in
      let redis = stack.add(Variable("redis", example: "redis.example.com", description: "Redis"))
      stack.add(
        RawResource(
          "aws_lambda_function", "api",
          [
            "environment": [
              "variables": [
                "POSTGRES_HOST": "db.example.com", "REDIS_URL": .text("rediss://\(redis):6379"),
                "OTEL_EXPORTER_OTLP_ENDPOINT": "http://localhost:4318", "ORIGIN": "https://shop.example.com",
                "STAGE": "dev",
              ]
            ]
          ]))
    }
    #expect(
      names(found) == [
        "variable redis", "host shop.example.com", "host db.example.com", "host redis.example.com (var.redis)",
      ])
  }

  @Test("Reserved concurrency, with the hundred that Lambda keeps for others, for each region") func concurrency() {
    let found = prerequisites { stack in
      for name in ["a", "b"] {
        stack.add(RawResource("aws_lambda_function", name, ["reserved_concurrent_executions": 60]))
      }
      stack.add(RawResource("aws_lambda_function", "c", ["reserved_concurrent_executions": 0]), in: .usWest2)
    }
    #expect(names(found) == ["concurrency at least 220 concurrent executions"])
    #expect(found[0].check?.expectation == .printsAtLeast(220))
  }

  @Test("Billing alarms need billing metrics, and mails need somebody to confirm them") func alarms() {
    let found = prerequisites { stack in
      let mail = stack.add(Variable("mail", example: "on-call@example.com", description: "Who is on call"))
      stack.add(BillingAlarms(for: "AWSXRay", above: [5, 10], subscribers: ["on-call": .email(mail.text)]))
    }
    #expect(
      names(found) == [
        "variable mail", "billingMetrics Receive CloudWatch billing alerts",
        "mailConfirmation on-call@example.com (var.mail)",
      ])
    #expect(found.map(\.kind.isAfterApply) == [false, false, true])
    #expect(found[1].addresses.count == 2)
  }
}
