import InfraModel

extension Variable<String> {
  /// The address that alarms are mailed to; every stack has the variable.
  static var onCallEmail: Variable {
    Variable(
      "on_call_email", example: "on-call@example.com", .matching("^[^@ ]+@[^@ ]+\\.[^@ ]+$"),
      description: "Where alarms are mailed to; SNS asks the address for confirmation")
  }
}
