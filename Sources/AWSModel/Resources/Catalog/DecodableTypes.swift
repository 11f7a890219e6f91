package import TerraformModel

/// Every type that can be read, by the provider's name for it.
package let decodableTypes: [String: any DecodableResource.Type] = ResourceCatalog.aws.models
