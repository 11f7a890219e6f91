/// An argument that holds a password, a token or a key.
package struct SecretArgument: Sendable {
  /// The way to the argument: `user`, and then `password` in it.
  package let path: [String]
  /// The argument that has to have this word for the value to be a secret.
  package let when: (argument: String, word: String)?
  /// The argument to use instead, which keeps the value out of the configuration and the state; `nil` where there is none.
  package let instead: String?

  /// - Parameters:
  ///   - path: With full stops: `user.password`.
  ///   - instead: The argument by which AWS makes and keeps the value itself, or by which the state does not have it.
  init(_ path: String, when: (argument: String, word: String)? = nil, instead: String? = nil) {
    self.path = path.split(separator: ".").map(String.init)
    self.when = when
    self.instead = instead
  }
}
