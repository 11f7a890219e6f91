extension ResourceCatalog {
  /// Whether AWS charges nothing for resources of a type by themselves: they set up another one, or describe who may do
  /// what.
  package static func isFree(_ type: String) -> Bool {
    free.contains { matches(type, pattern: $0) }
  }

  /// Whether AWS charges for what is done with resources of a type, and nothing where nothing is done.
  package static func isChargedByUse(_ type: String) -> Bool {
    chargedByUse.contains { matches(type, pattern: $0) }
  }

  /// Every pattern of the two lists.
  package static var unratedPatterns: [String] { free + chargedByUse }

  private static let free = words(
    """
    aws_acm_certificate aws_acm_certificate_validation aws_alb_listener* aws_alb_target_group* aws_ami_launch_permission \
    aws_api_gateway_account aws_api_gateway_api_key aws_api_gateway_authorizer aws_api_gateway_base_path_mapping \
    aws_api_gateway_deployment aws_api_gateway_domain_name aws_api_gateway_gateway_response \
    aws_api_gateway_integration* aws_api_gateway_method* aws_api_gateway_model aws_api_gateway_request_validator \
    aws_api_gateway_resource aws_api_gateway_rest_api_policy aws_api_gateway_usage_plan* aws_apigatewayv2_api_mapping \
    aws_apigatewayv2_authorizer aws_apigatewayv2_deployment aws_apigatewayv2_domain_name \
    aws_apigatewayv2_integration* aws_apigatewayv2_model aws_apigatewayv2_route* aws_appautoscaling_* \
    aws_appsync_datasource aws_appsync_function aws_appsync_resolver aws_autoscaling_* aws_backup_plan \
    aws_backup_selection aws_backup_vault_lock_configuration aws_backup_vault_notifications aws_backup_vault_policy \
    aws_budgets_budget aws_chatbot_* aws_cloudfront_cache_policy aws_cloudfront_key_group \
    aws_cloudfront_origin_access_* aws_cloudfront_origin_request_policy aws_cloudfront_public_key \
    aws_cloudfront_response_headers_policy aws_cloudwatch_event_connection aws_cloudwatch_event_permission \
    aws_cloudwatch_event_bus_policy aws_cloudwatch_event_rule aws_cloudwatch_event_target aws_cloudwatch_log_metric_filter \
    aws_cloudwatch_log_resource_policy aws_cloudwatch_log_stream aws_cloudwatch_log_subscription_filter \
    aws_cloudwatch_query_definition aws_codedeploy_* aws_cognito_identity_pool* aws_cognito_identity_provider \
    aws_cognito_resource_server aws_cognito_user_pool_client aws_cognito_user_pool_domain aws_customer_gateway \
    aws_db_event_subscription aws_db_option_group aws_db_parameter_group aws_db_subnet_group aws_default_* \
    aws_docdb_cluster aws_docdb_cluster_parameter_group aws_docdb_subnet_group aws_dynamodb_resource_policy \
    aws_ec2_tag aws_ec2_managed_prefix_list* aws_ec2_transit_gateway aws_ec2_transit_gateway_route* \
    aws_ecr_lifecycle_policy aws_ecr_repository_policy aws_ecs_capacity_provider aws_ecs_cluster \
    aws_ecs_cluster_capacity_providers aws_ecs_task_definition aws_efs_access_point aws_efs_file_system_policy \
    aws_efs_mount_target aws_egress_only_internet_gateway aws_eip_association aws_eks_access_* aws_eks_addon \
    aws_eks_identity_provider_config aws_eks_pod_identity_association aws_elasticache_parameter_group \
    aws_elasticache_subnet_group aws_elasticache_user* aws_elb_attachment aws_iam_* aws_internet_gateway aws_key_pair \
    aws_kms_alias aws_kms_grant aws_kms_key_policy aws_lambda_alias aws_lambda_code_signing_config \
    aws_lambda_event_source_mapping aws_lambda_function_event_invoke_config aws_lambda_function_url \
    aws_lambda_layer_version* aws_lambda_permission aws_launch_configuration aws_launch_template aws_lb_listener* \
    aws_lb_target_group* aws_main_route_table_association aws_memorydb_acl aws_memorydb_parameter_group \
    aws_memorydb_subnet_group aws_memorydb_user aws_mq_configuration aws_msk_configuration \
    aws_msk_scram_secret_association aws_network_acl* aws_network_interface* aws_opensearch_domain_policy \
    aws_placement_group aws_rds_cluster_parameter_group aws_rds_cluster_role_association aws_redshift_parameter_group \
    aws_redshift_subnet_group aws_resourcegroups_group aws_route aws_route53_record aws_route53_zone_association \
    aws_route53_resolver_rule* aws_route_table* aws_s3_account_public_access_block aws_s3_bucket_* \
    aws_s3_access_point aws_scheduler_schedule_group aws_secretsmanager_secret_policy \
    aws_secretsmanager_secret_rotation aws_secretsmanager_secret_version aws_security_group* \
    aws_service_discovery_http_namespace aws_service_discovery_service aws_sesv2_configuration_set* \
    aws_sesv2_email_identity* aws_ses_* aws_sns_platform_application aws_sns_topic_policy aws_sns_topic_subscription \
    aws_sqs_queue_policy aws_sqs_queue_redrive_* aws_ssm_document aws_subnet aws_volume_attachment aws_vpc \
    aws_vpc_dhcp_options* aws_vpc_endpoint_policy aws_vpc_endpoint_route_table_association aws_vpc_endpoint_service* \
    aws_vpc_endpoint_subnet_association aws_vpc_ipv4_cidr_block_association aws_vpc_peering_connection* \
    aws_vpc_security_group_* aws_vpn_connection_route aws_vpn_gateway* aws_wafv2_ip_set aws_wafv2_regex_pattern_set \
    aws_wafv2_rule_group aws_wafv2_web_acl_association aws_wafv2_web_acl_logging_configuration aws_xray_*
    """)

  private static let chargedByUse = words(
    """
    aws_api_gateway_rest_api aws_apigatewayv2_api aws_appsync_graphql_api aws_athena_workgroup \
    aws_backup_vault aws_cloudfront_distribution aws_cloudfront_function aws_cloudwatch_event_archive \
    aws_cloudwatch_event_bus aws_cloudwatch_log_group aws_codebuild_project \
    aws_cognito_user_pool aws_dynamodb_table aws_ecr_repository aws_efs_file_system aws_glue_catalog_database \
    aws_glue_catalog_table aws_glue_crawler aws_glue_job aws_kinesis_firehose_delivery_stream aws_lambda_function \
    aws_pipes_pipe aws_rds_cluster aws_rum_app_monitor aws_s3_bucket aws_s3_object aws_scheduler_schedule \
    aws_sfn_activity aws_sfn_state_machine aws_sns_topic aws_sqs_queue
    """)

  private static func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
}
