/// An argument of a resource block that Terraform evaluates itself and does not pass to the provider. Each has a place of
/// its own in Swift, so it is none of a resource's arguments.
///
/// Source: https://developer.hashicorp.com/terraform/language/meta-arguments
package enum MetaArgument: String, CaseIterable {
  case connection
  case count
  case dependsOn = "depends_on"
  case forEach = "for_each"
  case lifecycle
  case provider
  case provisioner
}
