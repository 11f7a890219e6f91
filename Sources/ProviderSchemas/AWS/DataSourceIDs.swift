extension SchemaMember {
  /// Whether a configuration can set `id`. A schema says so of every data source and resource of the older kind, and the
  /// provider refuses it ("Invalid or unknown key") unless the data source looks something up by it.
  ///
  /// Source: `Scripts/check-types`, which has the provider validate every data source with all of its arguments.
  package static func canSetID(of type: String, _ mode: SchemaMode) -> Bool {
    mode == .data && dataSourcesByID.contains(type)
  }

  private static let dataSourcesByID: Set<String> = [
    "aws_arn", "aws_billing_service_account", "aws_caller_identity", "aws_cloudfront_response_headers_policy",
    "aws_customer_gateway", "aws_datazone_domain", "aws_default_tags", "aws_ec2_local_gateway",
    "aws_ec2_local_gateway_virtual_interface", "aws_ec2_local_gateway_virtual_interface_group",
    "aws_ec2_managed_prefix_list", "aws_ec2_transit_gateway", "aws_ec2_transit_gateway_peering_attachment",
    "aws_ec2_transit_gateway_route_table", "aws_ec2_transit_gateway_vpc_attachment", "aws_eip",
    "aws_fsx_ontap_storage_virtual_machine", "aws_globalaccelerator_accelerator", "aws_guardduty_detector",
    "aws_ip_ranges", "aws_launch_template", "aws_nat_gateway", "aws_network_interface",
    "aws_opensearchserverless_collection", "aws_outposts_outpost", "aws_outposts_site", "aws_partition",
    "aws_rds_certificate", "aws_region", "aws_regions", "aws_security_group", "aws_service",
    "aws_servicecatalogappregistry_attribute_group", "aws_subnet", "aws_vpc", "aws_vpc_endpoint",
    "aws_vpc_peering_connection", "aws_vpn_gateway",
  ]
}
