/// What a resource has besides its own arguments: Terraform evaluates it itself.
struct MetaArguments {
  var provider: ProviderReference?
  /// Instead of what the type has.
  var lifecycle: Lifecycle?
  var repetition: Repetition?
  var provisioners: [Provisioner] = []
}
