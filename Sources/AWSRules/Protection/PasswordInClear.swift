import AWSModel
import PolicyEngine
public import TerraformModel

extension RuleID {
  public static let passwordInClear: RuleID = "password-in-clear"
}

struct PasswordInClear: Rule {
  static let description = RuleDescription(
    id: .passwordInClear,
    title: "No configuration for production contains a password, a token or a key",
    rationale: """
      A password in the configuration is in the repository with all its history, in every plan and in Terraform's state. \
      Everyone who can read one of them has the password, and a new password needs a commit.
      """,
    sources: [
      "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html",
      "https://docs.aws.amazon.com/secretsmanager/latest/userguide/best-practices.html",
    ],
    terraformFix: """
      let AWS make and keep the password, as `manage_master_user_password` of databases does, use the argument that ends \
      in `_wo` with an ephemeral value, or give the value to the secret outside Terraform
      """,
    subjects: [RawResource.self],
    good: [
      Example("AWS makes and keeps the password") { stack in
        stack.add(
          RawResource(
            "aws_db_instance", "orders",
            [
              "identifier": "orders", "engine": "postgres", "instance_class": "db.t4g.medium", "allocated_storage": 20,
              "username": "shop", "manage_master_user_password": true, "final_snapshot_identifier": "orders-last",
            ]))
      },
      Example("A parameter that is no secret") { stack in
        stack.add(
          RawResource("aws_ssm_parameter", "color", ["name": "/shop/color", "type": "String", "value": "blue"]))
      },
      Example("A password from elsewhere") { stack in
        let password = stack.add(
          Variable("password", default: "", description: "The first password", isSensitive: true))
        stack.add(
          RawResource(
            "aws_db_instance", "orders",
            [
              "identifier": "orders", "engine": "postgres", "instance_class": "db.t4g.medium", "allocated_storage": 20,
              "username": "shop", "password": .text(password.text), "final_snapshot_identifier": "orders-last",
            ]))
      },
    ],
    bad: [
      Counterexample("The password of a database") { stack in
        let orders = stack.add(
          RawResource(
            "aws_db_instance", "orders",
            [
              "identifier": "orders", "engine": "postgres", "instance_class": "db.t4g.medium", "allocated_storage": 20,
              "username": "shop", "password": "swordfish", "final_snapshot_identifier": "orders-last",
            ]))
        return [orders.address]
      },
      Counterexample("The value of a secret") { stack in
        let key = stack.add(
          RawResource(
            "aws_secretsmanager_secret_version", "key", ["secret_id": "shop/key", "secret_string": "swordfish"]))
        return [key.address]
      },
      Counterexample("A parameter that is a secret") { stack in
        let key = stack.add(
          RawResource("aws_ssm_parameter", "key", ["name": "/shop/key", "type": "SecureString", "value": "swordfish"]))
        return [key.address]
      },
      Counterexample("The key of a partner's API, in a block") { stack in
        let connection = stack.add(
          RawResource(
            "aws_cloudwatch_event_connection", "partner",
            [
              "name": "partner", "authorization_type": "API_KEY",
              "auth_parameters": .blocks([["api_key": .blocks([["key": "x-api-key", "value": "swordfish"]])]]),
            ]))
        return [connection.address]
      },
    ])

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    var evaluation = RuleEvaluation()
    guard stack.isProduction else { return evaluation }
    for (secrets, declarations) in stack.managed(by: { ResourceCatalog.aws.facts[$0].map(\.secrets) }) {
      for declaration in declarations {
        for secret in secrets {
          evaluation.judge(declaration) { () throws(DecodingFailure) in
            try declaration.holds(secret) ? [finding(on: declaration, secret)] : []
          }
        }
      }
    }
    return evaluation
  }

  private func finding(on declaration: Declaration, _ secret: SecretArgument) -> Finding {
    let argument = secret.path.joined(separator: ".")
    return finding(
      on: declaration,
      "'\(declaration.address)' has `\(argument)` in the configuration, for all who read it or the state",
      fix: secret.instead.map { "use `\($0)` instead of `\(argument)` on '\(declaration.resource.name)'" }
        ?? "take `\(argument)` of '\(declaration.resource.name)' from a sensitive variable or an ephemeral value",
      subject: argument)
  }
}

extension Declaration {
  /// Whether the configuration has the value of a secret as it is.
  fileprivate func holds(_ secret: SecretArgument) throws(DecodingFailure) -> Bool {
    var isWritten = false
    block[secret.path[0]]?.forEach(at: Array(secret.path.dropFirst()), entries: true) { value in
      if value.isWrittenText { isWritten = true }
    }
    guard isWritten, let when = secret.when else { return isWritten }
    return try BlockDecoder(block).stringIfPresent(when.argument) == when.word
  }
}

extension Value {
  /// Whether it is a text that stands in the configuration and holds something.
  fileprivate var isWrittenText: Bool {
    guard case .text(let text) = self else { return false }
    if let literal = text.literal { return !literal.isEmpty }
    return text.onlyExpression?.sensitiveText.map { $0.isWritten && $0.satisfies { !$0.isEmpty } } ?? false
  }
}
