import AWSModel
import PolicyEngine
public import TerraformModel

extension RuleID {
  public static let secretInEnvironment: RuleID = "secret-in-environment"
}

struct SecretInEnvironment: Rule {
  static let description = RuleDescription(
    id: .secretInEnvironment,
    title: "No function's environment contains a secret",
    rationale: """
      The value of a variable is in the generated files, in Terraform's state and in the console. Use the ARN of a \
      secret instead, and let the function read the secret.
      """,
    sources: ["T46", "https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html"],
    subjects: [LambdaFunction.self],
    good: [
      Example("The secret is named by its ARN") { stack in
        stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            environment: [
              "POSTGRES_PASSWORD_ARN": "arn:aws:secretsmanager:us-east-1:123456789012:secret:postgres-a1b2c3",
              "API_KEY": "arn:aws:secretsmanager:us-east-1:123456789012:secret:api-a1b2c3",
            ], logging: .json(to: "/aws/lambda/ingest")))
      },
      Example("Names that only resemble secrets") { stack in
        stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            environment: [
              "MAX_TOKENS": "4096", "TOKEN_TTL_SECONDS": "900", "SECRET_NAME": "shop/postgres", "PARTITION_KEY": "id",
              "SSM_PARAM_JWT_TOKEN": "/shop/jwt", "JWT_PUBLIC_KEY": "MIIB",
            ], logging: .json(to: "/aws/lambda/ingest")))
      },
      Example("An address without a password") { stack in
        stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            environment: ["REDIS_URL": "rediss://cache.example.com:6379"], logging: .json(to: "/aws/lambda/ingest")))
      },
      Example("The name of a parameter that the stack declares") { stack in
        stack.add(
          RawResource("aws_ssm_parameter", "webhook", ["name": "/shop/webhook", "type": "SecureString", "value": "x"]))
        stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            environment: ["WEBHOOK_SECRET": "/shop/webhook"], logging: .json(to: "/aws/lambda/ingest")))
      },
    ],
    bad: [
      Counterexample("A password") { stack in
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            environment: ["POSTGRES_PASSWORD": "swordfish"], logging: .json(to: "/aws/lambda/ingest")))
        return [ingest.address]
      },
      Counterexample("A key, a token and a secret") { stack in
        let function = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            environment: ["SENDGRID_API_KEY": "SG.1", "GithubToken": "ghp_1", "JWT_SECRET_PROD": "hush"],
            logging: .json(to: "/aws/lambda/ingest")))
        return [function.address, function.address, function.address]
      },
      Counterexample("A password within an address") { stack in
        let function = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            environment: ["DATABASE_URL": "postgres://app:swordfish@db.example.com/shop"],
            logging: .json(to: "/aws/lambda/ingest")))
        return [function.address]
      },
      Counterexample("The address of a webhook") { stack in
        let webhook = "https://hooks.slack.com/services/T0/B0/swordfish"
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            environment: ["SLACK_WEBHOOK_URL": Text(webhook)], logging: .json(to: "/aws/lambda/ingest")))
        return [ingest.address]
      },
    ])

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    // Functions have the same few variables, so each name is judged once.
    var judged: [String: Bool] = [:]
    func soundsSecret(_ variable: String) -> Bool {
      if let known = judged[variable] { return known }
      let isSecret = isSecret(variable)
      judged[variable] = isSecret
      return isSecret
    }
    let names = stack.namesOfSecrets
    return stack.subjects(LambdaFunction.self).evaluate { function throws(DecodingFailure) in
      try function[\.environment]
        .filter { variable, text in
          func isSecret(_ value: String) -> Bool {
            !value.isEmpty && !value.hasPrefix("arn:") && !names.contains(value)
              && (soundsSecret(variable) || holdsPassword(value))
          }
          if let sensitive = text.onlyExpression?.sensitiveText { return sensitive.satisfies(isSecret) }
          return stack.resolved(text).map(isSecret) ?? (text.isSensitive && soundsSecret(variable))
        }
        .keys.sorted().map { finding(on: function, variable: $0) }
    }
  }

  private func finding(on function: Subject<LambdaFunction>, variable: String) -> Finding {
    finding(
      on: function,
      """
      function '\(function.name)' has what looks like a secret in '\(variable)', which the state and the console show
      """,
      fix: """
        keep it in Secrets Manager, give '\(function.name)' `"\(words(of: variable).joined(separator: "_"))_ARN"` \
        instead, and allow its role to read it
        """, subject: variable)
  }

  private func isSecret(_ variable: String) -> Bool {
    let words = words(of: variable)
    guard let last = words.last, !aboutSecrets.contains(last), !words.contains(where: placesOfSecrets.contains) else {
      return false
    }
    let pairs = zip(words, words.dropFirst()).map { "\($0)_\($1)" }
    guard !pairs.contains("PUBLIC_KEY") else { return false }
    return words.contains { secrets.contains($0) } || pairs.contains { secrets.contains($0) }
  }

  /// `scheme://user:password@host`, or a webhook's address, which is all that a sender needs.
  private func holdsPassword(_ value: String) -> Bool {
    // A regular expression is compiled whenever it is used, and hardly any value needs one.
    value.contains("://")
      && (webhooks.contains(where: value.contains) || value.contains(/:\/\/[^\/@:]*:[^\/@]+@/))
  }

  /// `API` and `KEY` of `API_KEY` and of `ApiKey`.
  private func words(of variable: String) -> [String] {
    kebab(variable).split(separator: "-").map { $0.uppercased() }
  }
}

private let secrets: Set<String> = [
  "ACCESS_KEY", "API_KEY", "APIKEY", "CREDENTIAL", "CREDENTIALS", "ENCRYPTION_KEY", "PASSPHRASE", "PASSWD", "PASSWORD",
  "PRIVATE_KEY", "PWD", "SECRET", "SIGNING_KEY", "TOKEN",
]

/// What a name ends in that says something about a secret, and not the secret.
private let aboutSecrets: Set<String> = [
  "ARN", "COUNT", "ENABLED", "EXPIRY", "HEADER", "ID", "LENGTH", "LIMIT", "NAME", "PATH", "REGION",
  "SECONDS", "TTL", "TYPE", "URI", "URL", "VERSION",
]

/// What a name says of a place that holds the secret.
private let placesOfSecrets: Set<String> = ["PARAM", "PARAMETER", "SSM"]

/// Webhooks whose path is the secret. https://api.slack.com/messaging/webhooks
private let webhooks = ["://hooks.slack.com/", "://discord.com/api/webhooks/", ".webhook.office.com/"]

extension DeclaredStack {
  /// The names of the parameters and secrets that the stack declares.
  fileprivate var namesOfSecrets: Set<String> {
    Set(
      managed(anyOf: ["aws_ssm_parameter", "aws_secretsmanager_secret"]).compactMap { $0.block["name"]?.text(in: self) }
    )
  }
}
