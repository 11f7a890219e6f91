public import TerraformModel

/// A VPC endpoint that functions in a network use to reach an AWS service, and the security group rules that allow it.
///
/// ```swift
/// stack.add(ServiceEndpoint("xray", to: .xray, in: "vpc-0a1b", subnets: ["subnet-0a1b"], for: ["api": group.id]))
/// ```
public struct ServiceEndpoint: Component {
  public var name: String
  public var service: VPCEndpoint.Service
  public var network: ID<VPC>
  public var subnets: [ID<Subnet>]
  /// The groups of those who use it. By name, so that a change of one leaves the others alone.
  public var users: KeyValuePairs<String, ID<SecurityGroup>>

  public init(
    _ name: String, to service: VPCEndpoint.Service, in network: ID<VPC>, subnets: [ID<Subnet>],
    for users: KeyValuePairs<String, ID<SecurityGroup>>
  ) {
    self.name = name
    self.service = service
    self.network = network
    self.subnets = subnets
    self.users = users
  }

  @discardableResult
  public func declare(in stack: inout StackBuilder) -> Declared<VPCEndpoint> {
    let label = "\(name)-endpoint"
    let group = stack.add(SecurityGroup(label, in: network, description: "Who may use the endpoint of \(name)"))
    for (user, userGroup) in users {
      stack.add(IngressRule("\(user)-to-\(label)", to: group.id, from: .group(userGroup), .https))
      stack.add(EgressRule("\(user)-to-\(label)", from: userGroup, to: .group(group.id), .https))
    }
    return stack.add(
      VPCEndpoint(
        name, to: service, of: stack.region, in: network, subnets: subnets, securityGroups: [group.id]))
  }
}
