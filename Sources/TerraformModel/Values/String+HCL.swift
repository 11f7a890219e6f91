extension String {
  /// The text as a literal of Terraform's own language, in which `$${` is `${` as it stands.
  package var quotedForHCL: String {
    var quoted = "\""
    var last: Unicode.Scalar?
    for scalar in unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case "{" where last == "$" || last == "%": quoted += "\(last ?? "$"){"
      default: quoted.unicodeScalars.append(scalar)
      }
      last = scalar
    }
    return quoted + "\""
  }
}
