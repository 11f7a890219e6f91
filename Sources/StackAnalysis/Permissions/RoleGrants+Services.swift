package import AWSModel
package import TerraformModel

extension RoleGrants {
  /// Whether a role of this stack is allowed none of some actions on a resource of this stack.
  ///
  /// - Throws: Where nothing is known to allow one, and a policy that the stack does not say may.
  package func refuses(
    allOf actions: [String], on thing: Declaration, to role: ARN<Role>, of user: String
  ) throws(DecodingFailure) -> Bool {
    var unknown: DecodingFailure?
    for action in actions {
      do throws(DecodingFailure) {
        if try !refuses(action, on: thing, to: role, of: user) { return false }
      } catch { unknown = unknown ?? error }
    }
    if let unknown { throw unknown }
    return true
  }
}
