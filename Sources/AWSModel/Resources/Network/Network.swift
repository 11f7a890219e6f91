/// A network, which another stack declares; here it is only referred to, as `ID<VPC>`.
public enum VPC {}

/// A part of a network in one availability zone, referred to as `ID<Subnet>`.
public enum Subnet {}
