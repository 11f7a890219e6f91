public import TerraformModel

/// A secret in AWS Secrets Manager that the stack uses and does not declare.
///
/// Secrets Manager appends a hyphen and six characters to the name of every secret in its ARN. It finds a secret by the
/// ARN without them; an IAM policy matches the whole ARN, and so needs a pattern. The two are different texts: the
/// pattern names no secret, and a function that asks for it gets `ResourceNotFoundException`.
///
/// ```swift
/// let key = Secret("sendgrid", in: stack.currentRegion, account: stack.callerIdentity().accountID)
/// let environment: [String: Text] = ["SENDGRID_SECRET_ARN": key.arn]
/// let permissions: [Statement] = [.read(key)]
/// ```
///
/// Source: <https://docs.aws.amazon.com/secretsmanager/latest/userguide/troubleshoot.html#ARN_secretnamehyphen>
public struct Secret: Hashable, Sendable {
  /// The ARN without the six characters, which `SecretId` of `GetSecretValue` takes: for environment variables.
  public let arn: Text

  /// - Parameters:
  ///   - name: The secret's name. It must not end in a hyphen and six characters, which Secrets Manager takes for its own.
  ///   - region: Where the secret is.
  ///   - account: The account's twelve digits, such as `stack.callerIdentity().accountID`.
  public init(_ name: Text, in region: Input<Region>, account: Text) {
    arn = "arn:aws:secretsmanager:\(region):\(account):secret:\(name)"
  }

  /// The pattern for `Resource` of an IAM statement. Each `?` stands for one character.
  var policyResource: Text { "\(arn)-??????" }
}

extension Statement {
  /// Reads the value of a secret (`secretsmanager:GetSecretValue`), and of no other.
  ///
  /// - Parameters:
  ///   - secret: The secret.
  ///   - id: The statement's `Sid`.
  public static func read(_ secret: Secret, id: String = "ReadSecret") -> Statement {
    Statement(id: id, ["secretsmanager:GetSecretValue"], on: [secret.policyResource])
  }
}
