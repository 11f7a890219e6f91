// swift-format-ignore-file
// Written by Scripts/provider-schema. What it means is in SchemaTable.swift.

extension SchemaTable {
  /// Names, kinds and limits of version 5.100.0, 6.25.0, 6.33.0, 6.44.0, 6.49.0, 6.56.0, 6.69.1 of hashicorp/aws.
  static let aws = SchemaTable(
    versions: ["5.100.0", "6.25.0", "6.33.0", "6.44.0", "6.49.0", "6.56.0", "6.69.1"],
    members: #"""
account_id s?=
address_line_1 s=
address_line_2 s=
address_line_3 s=
city s=
company_name s=
country_code s=
district_or_county s=
full_name s=
phone_number s=
postal_code s=
state_or_region s=
website_url s=
region_opt_status_contains Ls?=
region_name s
region_opt_status s
regions L{000r=
arn s?=
created_at s=
identity_center_instance_arn s?
application_arn s
instance_arn s
identity_center L{001B
identity_source L{001K=
region s?=
status s=
tags Ms=
tenant_id s=
updated_at s=
application_arn s!
created_at s
account_id s
account_name s
group_id s
user_id s
identity_center L{001-
principal L{0027
role_arn s
principal_role L{002C
entitlement L{002T
entitlement_id s
entitlements L{002Y=
account_id s?
group_id s?
user_id s?
identity_center L{002l?#
principal L{002u?#
role_arn s?
principal_role L{002z?#
filter L{003A?#
arn s=
certificate s=
certificate_chain s=
domain s?=
id s?=
key_types Ss?
most_recent b?
statuses Ls?
tags Ms?=
types Ls?
arn s!
certificate_authority_arn s!
certificate_signing_request s=
key_storage_security_standard s=
not_after s=
not_before s=
custom_cname s
enabled b
expiration_in_days n
s3_bucket_name s
s3_object_acl s
crl_configuration L{005i
ocsp_custom_cname s
ocsp_configuration L{0061
revocation_configuration L{006A=
serial s=
type s=
usage_mode s=
custom_path s
crl_configuration L{0089
revocation_configuration L{008Y=
auto_approval_rules Ss
approval_configuration L{009e=
description s=
allowed_audience Ls
allowed_clients Ls
allowed_scopes Ls
claim_match_operator s
match_value_string s
match_value_string_list Ss
claim_match_value L{009j
authorizing_claim_match_value L{009s
inbound_token_claim_name s
inbound_token_claim_value_type s
custom_claim S{009_
discovery_url s
endpoint_ip_address_type s
routing_domain s
security_group_ids Ss
subnet_ids Ss
tags Ms
vpc_identifier s
managed_vpc_resource L{00AC
resource_configuration_identifier s
self_managed_lattice_resource L{00Ab
private_endpoint L{00Ag
domain s
private_endpoint_override L{00Ap
custom_jwt_authorizer L{00Ay
authorizer_configuration L{00BP
authorizer_type s
discovery_configuration L{00BU=
kms_key_arn s
encryption_configuration L{00Bd=
name s=
registry_arn s=
registry_id s!
bucket s
prefix s
access_logs L{00CT=
arn_suffix s=
client_keep_alive n=
connection_logs L{00CT=
customer_owned_ipv4_pool s=
desync_mitigation_mode s=
dns_name s=
dns_record_client_routing_policy s=
drop_invalid_header_fields b=
enable_cross_zone_load_balancing b=
enable_deletion_protection b=
enable_http2 b=
enable_tls_version_and_cipher_suite_headers b=
enable_waf_fail_open b=
enable_xff_client_port b=
enable_zonal_shift b=
enforce_security_group_inbound_rules_on_private_link_traffic s=
idle_timeout n=
internal b=
ip_address_type s=
ipv4_ipam_pool_id s
ipam_pools L{00Cg=
load_balancer_type s=
name s?=
preserve_host_header b=
security_groups Ss=
allocation_id s
ipv6_address s
outpost_id s
private_ipv4_address s
subnet_id s
subnet_mapping S{00Cl=
subnets Ss=
read s?
timeouts {00D4?#
vpc_id s=
xff_header_processing_mode s=
zone_id s=
health_check_logs L{00CT=
secondary_ips_auto_assigned_per_subnet n=
enable_prefix_for_ipv6_source_nat s=
alpn_policy s=
certificate_arn s=
authentication_request_extra_params Ms
on_unauthenticated_request s
scope s
session_cookie_name s
session_timeout n
user_pool_arn s
user_pool_client_id s
user_pool_domain s
authenticate_cognito L{00K0
authorization_endpoint s
client_id s
client_secret s
issuer s
token_endpoint s
user_info_endpoint s
authenticate_oidc L{00KX
content_type s
message_body s
status_code s
fixed_response L{00LE
duration n
stickiness L{00LR
arn s
weight n
target_group S{00La
forward L{00Lj
order n
host s
path s
port s
protocol s
query s
redirect L{00Ls
target_group_arn s
type s
default_action L{00MF=
load_balancer_arn s?=
advertise_trust_store_ca_names s
ignore_client_certificate_expiry b
mode s
trust_store_arn s
mutual_authentication L{00Mm=
port n?=
protocol s=
ssl_policy s=
format s
name s
values Ss
additional_claim S{00No
jwks_endpoint s
jwt_validation L{00N_
default_action L{00OC=
connection_termination b=
deregistration_delay s=
healthy_threshold n
interval n
matcher s
timeout n
unhealthy_threshold n
health_check L{00Pc=
lambda_multi_value_headers_enabled b=
load_balancer_arns Ss=
load_balancing_algorithm_type s=
load_balancing_anomaly_mitigation s?=
load_balancing_cross_zone_enabled s=
port n=
preserve_client_ip s=
protocol_version s=
proxy_protocol_v2 b=
slow_start n=
cookie_duration n
cookie_name s
stickiness L{00QB=
target_type s=
target_control_port n=
architecture s=
device_name s
ebs Ms
no_device s
virtual_name s
block_device_mappings S{00TU=
boot_mode s=
creation_date s=
deprecation_time s=
ena_support b=
executable_users Ls?
name s!
values Ss!
filter S{00Tl?#
hypervisor s=
image_id s=
image_location s=
image_owner_alias s=
image_type s=
imds_support s=
include_deprecated b?
kernel_id s=
last_launched_time s=
name_regex s?
owner_id s=
owners Ls?
platform s=
platform_details s=
product_code_id s
product_code_type s
product_codes S{00Tu=
public b=
ramdisk_id s=
root_device_name s=
root_device_type s=
root_snapshot_id s=
sriov_net_support s=
state s=
state_reason Ms=
tpm_support s=
uefi_data s?
usage_operation s=
virtualization_type s=
allow_unsafe_filter b?
ids Ls=
owners Ls!
sort_ascending b?
created_date s=
customer_id s=
enabled b=
id s!
last_updated_date s=
value s=*
customer_id s?
id s=
include_values b?
created_date s
customer_id s
description s
id s
last_updated_date s
stage_keys Ls
value s
items L{00b_=
authorizer_credentials s=
authorizer_id s!
authorizer_result_ttl_in_seconds n=
authorizer_uri s=
identity_source s=
identity_validation_expression s=
provider_arns Ls=
rest_api_id s!
certificate_name s=
certificate_upload_date s=
cloudfront_domain_name s=
cloudfront_zone_id s=
domain_name s!
domain_name_id s?=
ip_address_type s
types Ls
endpoint_configuration L{00fI=
policy s=
regional_certificate_arn s=
regional_certificate_name s=
regional_domain_name s=
regional_zone_id s=
security_policy s=
endpoint_access_mode s=
accepts s?
body s=
content_disposition s=
content_type s=
export_type s!
parameters Ms?
stage_name s!
parent_id s=
path s!
path_part s=
api_key_source s=
binary_media_types Ls=
vpc_endpoint_ids Ss
endpoint_configuration L{00ko=
execution_arn s=
minimum_compression_size s=
root_resource_id s=
sdk_type s!
status_message s=
target_arns Ss=
api_endpoint s=
api_id s!
api_key_selection_expression s=
allow_credentials b
allow_headers Ss
allow_methods Ss
allow_origins Ss
expose_headers Ss
max_age n
cors_configuration L{00pk=
disable_execute_api_endpoint b=
protocol_type s=
route_selection_expression s=
version s=
ids Ss=
name s?
protocol_type s?
tags Ms?
export_version s?
include_extensions b?
output_type s!
specification s!
stage_name s?
security_group_ids Ss=
subnet_ids Ss=
vpc_link_id s!
application_id s!
configuration_profile_id s!
kms_key_identifier s=
location_uri s=
retrieval_role_arn s=
content s
validator S{00vC=
configuration_profile_ids Ss=
environment_id s!
alarm_arn s
alarm_role_arn s
monitor S{00xP=
environment_ids Ss=
source s
event_filter L{00zE=
eventbridge_bus s=
mesh_name s!
mesh_owner s?=
resource_owner s=
port n
virtual_service_name s
virtual_service L{00-H
target L{00-M
action L{00-V
service_name s
match L{00-a
grpc_route L{00-j
default_target_hostname s
hostname L{00-s
exact s
path L{00-x
default_prefix s
prefix L{00_0
rewrite L{00_9
action L{00_M
invert b
end n
start n
range L{00_V
regex s
suffix s
match L{00_e
header S{00_z
hostname L{010A
path L{010J
match L{00-x
query_parameter S{010S
match L{010b
http2_route L{010-
http_route L{010-
priority n
spec L{0117=
virtual_gateway_name s!
egress_filter L{012s
ip_preference s
service_discovery L{012x
spec L{0130=
virtual_node s
weighted_target S{014N
action L{014a
metadata S{00_z
method_name s
match L{014f
grpc_retry_events Ss
http_retry_events Ss
max_retries n
unit s
value n
per_retry_timeout L{014-
tcp_retry_events Ss
retry_policy L{0157
idle L{014-
per_request L{014-
timeout L{015S
grpc_route L{015b
method s
scheme s
match L{015s
retry_policy L{016J
http2_route L{016a
http_route L{016a
match L{016r
timeout L{016w
tcp_route L{016_
spec L{017C=
virtual_router_name s!
mesh_owner s=
certificate_chain s
private_key s
file L{018_
secret_name s
sds L{0198
certificate L{019D
enforce b
ports Sn
exact Ss
match L{019M
subject_alternative_names L{019R
certificate_authority_arns Ss
acm L{019W
file L{019b
trust L{019g
validation L{019t
tls L{01A0
client_policy L{01AH
backend_defaults L{01AM
max_requests n
grpc L{01AR
max_connections n
max_pending_requests n
http L{01AW
http2 L{01AR
connection_pool L{01Af
interval_millis n
timeout_millis n
health_check L{01As
port_mapping L{01BJ
certificate_arn s
acm L{01BS
certificate L{01BX
trust L{01Bk
validation L{01Bt
tls L{01C0
listener L{01CD
key s
json L{01CU
text s
format L{01Cd
file L{01Cm
access_log L{01Cv
logging L{01C-
spec L{01D3=
virtual_service L{01Ec
backend S{01El
tcp L{01Eq
connection_pool L{01Ev
base_ejection_duration L{014-
interval L{014-
max_ejection_percent n
max_server_errors n
outlier_detection L{01FA
grpc L{015S
http L{015S
http2 L{015S
tcp L{016w
timeout L{01FR
listener L{01Fi
attributes Ms
namespace_name s
aws_cloud_map L{01G5
hostname s
response_type s
dns L{01GI
service_discovery L{01GV
spec L{01Ge=
listener L{01IJ
spec L{01IO=
virtual_node_name s
virtual_node L{01Jp
virtual_router_name s
virtual_router L{01Ju
provider L{01Jz
spec L{01K6=
app_block_arn s
created_time s
display_name s
s3_bucket s
s3_key s
icon_s3_location L{01Lg
icon_url s
instance_families Ls
launch_parameters s
launch_path s
metadata Ms
platforms Ls
working_directory s
applications L{01Lp=
appstream_agent_version s=
base_image_arn s=
created_time s=
display_name s=
image_builder_name s=
image_builder_supported b=
allow_fleet b
allow_image_builder b
image_permissions L{01Mm=
public_base_image_released_date s=
code s
message s
state_change_reason L{01Mv=
type s?
execution_role s=
owner s=
primary_region s=
recovery_approach s=
recovery_time_objective_minutes n=
regions Ls=
health_check_id s
hosted_zone_id s
record_name s
region s
status s
health_checks L{01QD=
plan_arn s!
account s=
partition s=
region s=
resource s=
service s=
database s=
querystring s=
workgroup s?
action_plan_instructions s=
action_plan_title s=
source_description s=
source_frequency s=
source_id s=
keyword_input_type s=
keyword_value s=
source_keyword L{01S2?#
source_name s=
source_set_up_option s=
source_type s=
troubleshooting_text s=
control_mapping_sources S{01SB?#
testing_information s=
type s!
source_description s
source_frequency s
source_id s
keyword_input_type s
keyword_value s
source_keyword L{01TL
source_name s
source_set_up_option s
source_type s
troubleshooting_text s
control_mapping_sources L{01TU=
compliance_type s=
controls S{01Ui?#
control_sets S{01Un?#
framework_type s!
controls S{01VV
control_sets L{01Va=
availability_zones Ss=
default_cooldown n=
desired_capacity n=
desired_capacity_type s=
enabled_metrics Ss=
health_check_grace_period n=
health_check_type s=
max_healthy_percentage n
min_healthy_percentage n
instance_maintenance_policy L{01WM=
launch_configuration s=
version s
launch_template L{01WV=
load_balancers Ss=
max_instance_lifetime n=
max_size n=
min_size n=
on_demand_allocation_strategy s
on_demand_base_capacity n
on_demand_percentage_above_base_capacity n
spot_allocation_strategy s
spot_instance_pools n
spot_max_price s
instances_distribution L{01Wi
launch_template_id s
launch_template_name s
launch_template_specification L{01X5
max n
min n
accelerator_count L{01XI
accelerator_manufacturers Ss
accelerator_names Ss
accelerator_total_memory_mib L{01XI
accelerator_types Ss
allowed_instance_types Ss
bare_metal s
baseline_ebs_bandwidth_mbps L{01XI
burstable_performance s
cpu_manufacturers Ss
excluded_instance_types Ss
instance_generations Ss
local_storage s
local_storage_types Ss
max_spot_price_as_percentage_of_optimal_on_demand_price n
memory_gib_per_vcpu L{01XI
memory_mib L{01XI
network_bandwidth_gbps L{01XI
network_interface_count L{01XI
on_demand_max_price_percentage_over_lowest_price n
require_hibernate_support b
spot_max_price_percentage_over_lowest_price n
total_local_storage_gb L{01XI
vcpu_count L{01XI
instance_requirements L{01XR
instance_type s
weighted_capacity s
override L{01Yy
launch_template L{01ZD
mixed_instances_policy L{01ZM=
new_instances_protected_from_scale_in b=
placement_group s=
predicted_capacity n=
service_linked_role_arn s=
suspended_processes Ss=
propagate_at_launch b
tag S{01ZV=
target_group_arns Ss=
termination_policies Ss=
identifier s
traffic_source S{01Zi=
vpc_zone_identifier s=
reuse_on_scale_in b
instance_reuse_policy L{01Zr
max_group_prepared_capacity n
min_size n
pool_state s
warm_pool L{01Zw=
warm_pool_size n=
arns Ls=
values Ls!
filter S{01e9?#
names Ls?=
all_availability_zones b?
group_name s=
name_suffix s=
network_border_group s=
opt_in_status s=
parent_zone_id s=
parent_zone_name s=
state s?=
zone_id s?=
zone_type s=
group_long_name s=
exclude_names Ss?
exclude_zone_ids Ss?
group_names Ss=
names Ls=
state s?
zone_ids Ls=
input_parameter L{01iC
compliance_resource_ids Ls
compliance_resource_types Ls
scope L{01iL
control L{01iY=
creation_time s=
deployment_status s=
plan_id s!
completion_window n
destination_vault_arn s
cold_storage_after n
delete_after n
opt_in_to_archive_for_supported_resources b
lifecycle L{01jz
copy_action S{01kA
enable_continuous_backup b
recovery_point_tags Ms
rule_name s
schedule s
schedule_expression_timezone s
start_window n
target_vault_name s
rule S{01kJ=
malware_scanner s
scan_mode s
scan_action S{01lP
target_logically_air_gapped_backup_vault_arn s
rule S{01lY=
resource_types Ss
scanner_role_arn s
scan_setting S{01mJ=
formats Ss
s3_key_prefix s
report_delivery_channel L{01n5=
accounts Ss
framework_arns Ss
number_of_frameworks n
organization_units Ss
regions Ss
report_template s
report_setting L{01nI=
iam_role_arn s=
resources Ss=
selection_id s!
kms_key_arn s=
recovery_points n=
compute_environment_name s!
ecs_cluster_arn s=
service_role s=
status_reason s=
job_execution_timeout_minutes n
terminate_jobs_on_update b
update_policy L{01qb=
arn s?
arn_prefix s=
container_orchestration_type s=
args Ls
command Ls
env L{01iC
image s
image_pull_policy s
limits Ms
requests Ms
resources L{01sC
privileged b
read_only_root_file_system b
run_as_group n
run_as_non_root b
run_as_user n
security_context L{01sL
mount_path s
read_only b
volume_mounts L{01sg
containers L{01st
dns_policy s
host_network b
image_pull_secrets L{01tS
init_containers L{01st
labels Ms
metadata L{01tX
service_account_name s
share_process_namespace b
medium s
size_limit s
empty_dir L{01tc
host_path L{01tl
optional b
secret L{01tq
volumes L{01tz
pod_properties L{01uE
eks_properties L{01up=
main_node n
environment L{01iC
size_in_gib n
ephemeral_storage L{01uu
execution_role_arn s
platform_version s
fargate_platform_configuration L{01uz
job_role_arn s
container_path s
host_path s
permissions Ls
devices L{01v2
init_process_enabled b
max_swap n
shared_memory_size n
swappiness n
mount_options Ls
size n
tmpfs L{01vF
linux_parameters L{01vS
log_driver s
options Ms
value_from s
secret_options L{01vr
log_configuration L{01v-
source_volume s
mount_points L{01wB
assign_public_ip b
network_configuration L{01wO
readonly_root_filesystem b
resource_requirements L{01wT
cpu_architecture s
operating_system_family s
runtime_platform L{01wc
secrets L{01vr
hard_limit n
soft_limit n
ulimits L{01wl
user s
access_point_id s
iam s
authorization_config L{01wy
file_system_id s
root_directory s
transit_encryption s
transit_encryption_port n
efs_volume_configuration L{01x5
source_path s
host L{01xQ
volumes L{01xV
container L{01xi
target_nodes s
node_range_properties L{01yz
num_nodes n
node_properties L{01z6=
attempts n
action s
on_exit_code s
on_reason s
on_status_reason s
evaluate_on_exit L{01zJ
retry_strategy L{01za=
revision n?
scheduling_priority n=
status s?
attempt_duration_seconds n
timeout L{01zj=
allow_privilege_escalation b
security_context L{01_e
containers L{0201
init_containers L{0201
pod_properties L{020c
eks_properties L{021B=
compute_environment s
compute_environment_order L{022D=
max_time_seconds n
reason s
state s
job_state_time_limit_action L{022M=
priority n=
scheduling_policy_arn s=
compute_reservation n
share_decay_seconds n
share_identifier s
weight_factor n
share_distribution S{0245
fair_share_policy L{024E=
base_model_arn s=
hyperparameters Ms=
job_arn s=
job_name s=
job_tags Ms=
model_arn s=
model_id s!
model_kms_key_arn s=
model_name s=
model_tags Ms=
s3_uri s
output_data_config L{0259=
training_data_config L{0259=
training_loss n
training_metrics L{025E=
validator L{0259
validation_data_config L{025J=
validation_loss n
validation_metrics L{025O=
creation_time s
model_arn s
model_name s
model_summaries L{027h=
customizations_supported Ss=
inference_types_supported Ss=
input_modalities Ss=
output_modalities Ss=
provider_name s=
response_streaming_supported b=
offer_type s?
offer_id s
offer_token s
url s
legal_term L{029a
refund_policy_description s
support_term L{029f
dimension s
price s
rate_card L{029k
usage_based_pricing_term L{029_
agreement_duration s
validity_term L{02A4
term_details L{02A9
offers L{02AQ=
by_customization_type s?
by_inference_type s?
by_output_modality s?
by_provider s?
customizations_supported Ss
inference_types_supported Ss
input_modalities Ss
model_id s
output_modalities Ss
provider_name s
response_streaming_supported b
model_summaries L{02Au=
inference_profile_arn s=
inference_profile_id s!
inference_profile_name s=
models L{02CJ=
inference_profile_arn s
inference_profile_id s
inference_profile_name s
models L{02CJ
updated_at s
inference_profile_summaries L{02Dc=
form_data s=
agent_id s!
agent_name s=
agent_status s=
agent_version s=
guardrail_identifier s=
guardrail_version s=
guardrail_configuration L{02EY?#
agent_version_summaries L{02Eh?#
billing_view_type s
owner_account_id s
billing_view L{02Fd=
billing_view_types Ls?
auto_adjust_type s
budget_adjustment_period n
lookback_available_periods n
historical_options L{02G5
last_auto_adjust_time s
auto_adjust_data L{02GE=
budget_exceeded b=
amount s
budget_limit L{02GR=
budget_type s=
actual_spend L{02GR
calculated_spend L{02Ga=
values Ls
cost_filter S{02Gf=
include_credit b
include_discount b
include_other_subscription b
include_recurring b
include_refund b
include_subscription b
include_support b
include_tax b
include_upfront b
use_amortized b
use_blended b
cost_types L{02Go=
name_prefix s?
comparison_operator s
notification_type s
subscriber_email_addresses Ss
subscriber_sns_topic_arns Ss
threshold n
threshold_type s
notification S{02HV=
start_time s
planned_limit S{02Hu=
time_period_end s=
time_period_start s=
time_unit s=
billing_view_arn s=
account_id s=
user_id s=
cost_category_arn s!
default_value s=
effective_end s=
effective_start s=
dimension_key s
dimension_name s
inherited_value L{02Kr
match_options Ss
cost_category L{02K-
dimension L{02K-
tags L{02K-
and S{02LB
not L{02LB
or S{02LB
and S{02LO
not L{02LO
or S{02LO
rule L{02Ln
rule S{02MA=
rule_version s=
parameter S{02MR
targets Ss
split_charge_rule S{02Ma=
key s?
match_options Ss?
values Ss?
cost_category L{02NU?#0,1
dimension L{02NU?#0,1
tags L{02NU?#0,1
and S{02Nh?#
not L{02Nh?#0,1
or S{02Nh?#
filter L{02Nu?#0,1
search_string s?
sort_order s?
sort_by L{02OH?#
tag_key s?
tags Ss=
end s!
start s!
time_period L{02OQ!#1,1
slack_team_id s=
slack_team_name s!
identifier s!
properties s=
type_name s!
type_version_id s?
exporting_stack_id s=
value s=
capabilities Ss=
disable_rollback b=
notification_arns Ss=
outputs Ms=
parameters Ms=
template_body s=
timeout_in_minutes n=
default_version_id s=
deprecated_status s=
documentation_url s=
execution_role_arn s=
is_default_version b=
log_group_name s
log_role_arn s
logging_config L{02SO=
provisioning_type s=
schema s=
source_url s=
type s?=
type_arn s=
type_name s?=
version_id s?
visibility s=
comment s=
default_ttl n=
etag s=
id s?
max_ttl n=
min_ttl n=
cookie_behavior s
items Ss
cookies L{02Ul
cookies_config L{02Uq
enable_accept_encoding_brotli b
enable_accept_encoding_gzip b
header_behavior s
headers L{02Ul
headers_config L{02Uz
query_string_behavior s
query_strings L{02Ul
query_strings_config L{02V6
parameters_in_cache_key_and_forwarded_to_origin L{02VF=
anycast_ip_list_id s=
ipv6_enabled b=
is_default b=
last_modified_time s=
routing_endpoint s?=
aliases Ss=
domain_name s=
hosted_zone_id s=
in_progress_validation_batches n=
web_acl_id s=
connection_group_id s=
certificate L{02YW
locations Ss
restriction_type s
geo_restriction L{02Yb
web_acl L{02Yk
customizations L{02Yt=
distribution_id s=
domain s?
domains L{02Z4=
certificate_transparency_logging_preference s
primary_domain_name s
validation_token_host s
managed_certificate_request L{02ZD=
parameters L{01iC=
code s=
key_value_store_associations Ss=
runtime s=
stage s!
region s?
origin_access_control_origin_type s=
signing_behavior s=
signing_protocol s=
comments Ss?
iam_arns Ss=
s3_canonical_user_ids Ss=
caller_reference s=
cloudfront_access_identity_path s=
iam_arn s=
s3_canonical_user_id s=
cookies_config L{02Uq=
headers_config L{02Uz=
query_strings_config L{02V6=
stream_arn s
kinesis_stream_config L{02d1
stream_type s
endpoint L{02dA=
fields Ss=
sampling_rate n=
access_control_allow_credentials b
access_control_allow_headers L{02Ul
access_control_allow_methods L{02Ul
access_control_allow_origins L{02Ul
access_control_expose_headers L{02Ul
access_control_max_age_sec n
origin_override b
cors_config L{02di=
header s
override b
items S{02e9
custom_headers_config L{02eM=
items S{02eR
remove_headers_config L{02eW=
content_security_policy s
content_security_policy L{02eb
content_type_options L{02ek
frame_option s
frame_options L{02ep
referrer_policy s
referrer_policy L{02ey
include_subdomains b
preload b
strict_transport_security L{02f5
mode_block b
protection b
report_uri s
xss_protection L{02fM
security_headers_config L{02fd=
sampling_rate n
server_timing_headers_config L{02g0=
aws_hardware_certificate s
cluster_certificate s
cluster_csr s
hsm_certificate s
manufacturer_hardware_certificate s
cluster_certificates L{02go=
cluster_id s!
cluster_state s?=
security_group_id s=
resource_arn s
rule_state L{02iV
template_name s
managed_rules L{02ie=
resource_arn s!
dead_letter_config L{02YW=
include_detail s
level s
log_config L{02ja=
last_modified_time s
policy s
event_buses L{02kE=
authorization_type s=
secret_arn s=
created_by s=
regex s!
custom_data_identifier L{02mf?#0,10
configuration L{02mo?#0,1
description s?
json s=
data_identifiers Ss!
log_group s!
cloudwatch_logs L{02mt?#0,1
delivery_stream s!
firehose L{02my?#0,1
bucket s!
s3 L{02n1?#0,1
findings_destination L{02n6!#1,1
audit L{02nJ?#0,1
mask_config L{02nO!#1,1
deidentify L{02nP?#0,1
operation L{02nU!#1,1
sid s?
statement L{02nd!#2,2
version s?
creation_time n=
kms_key_id s=
log_group_class s=
retention_in_days n=
deletion_protection_enabled b=
arns Ss=
log_group_name_prefix s?
log_group_names Ss=
authorization_token s=
domain s!
domain_owner s?=
duration_seconds n?
expiration s=
format s!
repository s!
repository_endpoint s=
base_capacity n=
disk n
machine_type s
memory n
vcpu n
compute_configuration L{02rj=
compute_type s=
created s=
environment_type s=
fleet_service_role s=
last_modified s=
overflow_behavior s=
desired_capacity n
max_capacity n
scaling_type s
metric_type s
target_value n
target_tracking_scaling_configs L{02r-
scaling_configuration L{02s7=
context s
status S{02sO=
subnets Ss
vpc_id s
vpc_config L{02sb=
compute_configuration L{02tp=
alias s?
creator_id s?
env_id s!
runtime s
ides L{02vD=
inactivity_timeout_minutes n=
instance_type s=
last_updated_time s=
persistent_storage L{02vM=
project_name s!
branch_name s=
repository_name s=
repositories L{02vR?#0,100
space_name s!
approval_rule_template_id s=
content s=
last_modified_date s=
last_modified_user s=
rule_content_sha256 s=
clone_url_http s=
clone_url_ssh s=
repository_id s=
repository_name s!
profiling_enabled b
agent_orchestration_config L{02zk=
compute_platform s=
latest_agent_orchestrated_at s
latest_agent_profile_reported_at s
period s
start s
latest_aggregated_profile L{02zp
profiling_status L{02zy=
connection_status s=
host_arn s=
provider_type s=
allow_classic_flow b=
allow_unauthenticated_identities b=
server_side_token_check b
cognito_identity_providers S{030L=
developer_provider_name s=
identity_pool_name s!
openid_connect_provider_arns Ss=
saml_provider_arns Ls=
supported_login_providers Ms=
precedence n=
role_arn s=
user_pool_id s!
group_name s
precedence n
groups L{032s=
recovery_mechanism L{033b
account_recovery_setting L{033k=
allow_admin_create_user_only b
email_message s
email_subject s
sms_message s
invite_message_template L{033p
unused_account_validity_days n
admin_create_user_config L{0340=
auto_verified_attributes Ls=
custom_domain s=
deletion_protection s=
challenge_required_on_new_device b
device_only_remembered_on_user_prompt b
device_configuration L{034D=
domain s=
configuration_set s
email_sending_account s
from s
reply_to_email_address s
source_arn s
email_configuration L{034M=
estimated_number_of_users n=
create_auth_challenge s
lambda_arn s
lambda_version s
custom_email_sender L{034h
custom_message s
custom_sms_sender L{034h
define_auth_challenge s
kms_key_id s
post_authentication s
post_confirmation s
pre_authentication s
pre_sign_up s
pre_token_generation s
pre_token_generation_config L{034h
user_migration s
verify_auth_challenge_response s
lambda_config L{034q=
mfa_configuration s=
attribute_data_type s
developer_only_attribute b
mutable b
max_value s
min_value s
number_attribute_constraints L{035j
required b
max_length s
min_length s
string_attribute_constraints L{035s
schema_attributes L{035_=
sms_authentication_message s=
sms_configuration_failure s=
sms_verification_message s=
custom_auth_mode s
advanced_security_additional_flows L{036S
advanced_security_mode s
user_pool_add_ons L{036X=
user_pool_tags Ms=-
username_attributes Ls=
access_token_validity n=
allowed_oauth_flows Ss=
allowed_oauth_flows_user_pool_client b=
allowed_oauth_scopes Ss=
application_id s
external_id s
user_data_shared b
analytics_configuration L{039u=
callback_urls Ss=
client_id s!
client_secret s=*
default_redirect_uri s=
enable_propagate_additional_user_context_data b=
enable_token_revocation b=
explicit_auth_flows Ss=
generate_secret b=
id_token_validity n=
logout_urls Ss=
prevent_user_existence_errors s=
read_attributes Ss=
feature s
retry_grace_period_seconds n
refresh_token_rotation L{03AD=
refresh_token_validity n=
supported_identity_providers Ss=
access_token s
id_token s
refresh_token s
token_validity_units L{03AM=
write_attributes Ss=
client_ids Ls=
client_names Ls=
instance_id s!
lex_region s?=
lex_bot L{03FR!#1,1
contact_flow_id s?=
contact_flow_module_id s?=
day s
hours n
minutes n
end_time L{03Ic
start_time L{03Ic
config S{03Il=
hours_of_operation_id s?=
time_zone s=
auto_resolve_best_voices_enabled b=
contact_flow_logs_enabled b=
contact_lens_enabled b=
early_media_enabled b=
identity_management_type s=
inbound_calls_enabled b=
instance_alias s?=
instance_id s?=
multi_party_conference_enabled b=
outbound_calls_enabled b=
association_id s!
resource_type s!
firehose_arn s
kinesis_firehose_config L{03MG
kinesis_stream_config L{03ML
encryption_type s
key_id s
encryption_config L{03MQ
retention_period_hours n
kinesis_video_stream_config L{03MZ
bucket_name s
bucket_prefix s
s3_config L{03Mm
storage_type s
storage_config L{03Mz=
function_arn s!
prompt_id s=
hours_of_operation_id s=
max_contacts n=
outbound_caller_id_name s
outbound_caller_id_number_id s
outbound_flow_id s
outbound_caller_config L{03PC=
queue_id s?=
phone_number s
phone_config L{03Qt
contact_flow_id s
queue_id s
queue_config L{03Qy
quick_connect_type s
user_config L{03R5
quick_connect_config L{03RE=
quick_connect_id s?=
default_outbound_queue_id s=
channel s
concurrency n
media_concurrencies S{03Sb=
delay n
queue_arn s
queue_name s
queue_configs S{03Sk=
routing_profile_id s?=
behavior_type s
cross_channel_behavior L{03Tm
media_concurrencies S{03Tr=
organization_resource_id s=
permissions Ss=
security_profile_id s?=
directory_user_id s=
hierarchy_group_id s=
email s
first_name s
last_name s
secondary_email s
identity_info L{03Vz=
after_contact_work_time_limit n
auto_accept b
desk_phone_number s
phone_type s
phone_config L{03WE=
routing_profile_id s=
security_profile_ids Ss=
user_id s?=
hierarchy_group_id s?=
level_five L{03Y5
level_four L{03Y5
level_one L{03Y5
level_three L{03Y5
level_two L{03Y5
hierarchy_path L{03YI=
level_id s=
hierarchy_structure L{03YI=
failure_reason s=
language_code s=
vocabulary_id s?=
enabled_controls Ls=
target_identifier s!
additional_artifacts Ss=
additional_schema_elements Ss=
compression s=
format s=
refresh_closed_reports b=
report_name s!
report_versioning s=
s3_bucket s=
s3_prefix s=
s3_region s=
bgp_asn n=
bgp_asn_extended n=
device_name s=
ip_address s=
pipeline_id s!
string_value s
attribute S{03f8
parameter_object S{03fH=
string_value s=
parameter_value S{03fQ?#
ref_value s
field S{03fZ
pipeline_object S{03fm=
domain_version s=
last_updated_at s=
managed_account_id s=
portal_url s=
root_domain_unit_id s=
blueprint_provider s=
domain_id s!
managed b!
allocated_storage n=
availability_zones Ls=
db_cluster_identifier s?
db_cluster_snapshot_arn s=
db_cluster_snapshot_identifier s?
engine s=
engine_version s=
include_public b?
include_shared b?
license_model s=
snapshot_create_time s=
snapshot_type s?
source_db_cluster_snapshot_arn s=
storage_encrypted b=
event_categories Ls=
source_type s?
address s=
auto_minor_version_upgrade b=
availability_zone s=
backup_retention_period n=
ca_cert_identifier s=
database_insights_mode s=
db_cluster_identifier s=
db_instance_arn s=
db_instance_class s=
db_instance_identifier s?=
db_instance_port n=
db_name s=
db_parameter_groups Ls=
db_subnet_group s=
enabled_cloudwatch_logs_exports Ls=
endpoint s=
iops n=
secret_arn s
secret_status s
master_user_secret L{03mq=
master_username s=
max_allocated_storage n=
monitoring_interval n=
monitoring_role_arn s=
multi_az b=
network_type s=
option_group_memberships Ls=
preferred_backup_window s=
preferred_maintenance_window s=
publicly_accessible b=
replicate_source_db s=
resource_id s=
storage_throughput n=
storage_type s=
timezone s=
vpc_security_groups Ls=
upgrade_rollout_order s=
instance_arns Ls=
instance_identifiers Ls=
family s=
auth_scheme s
client_password_auth_type s
iam_auth s
username s
auth S{03wy=
debug_logging b=
engine_family s=
idle_client_timeout n=
require_tls b=
vpc_security_group_ids Ss=
vpc_subnet_ids Ss=
default_auth_scheme s=
endpoint_network_type s=
target_connection_network_type s=
db_instance_identifier s?
db_snapshot_arn s=
db_snapshot_identifier s?
encrypted b=
option_group_name s=
original_snapshot_create_time s=
source_db_snapshot_identifier s=
source_region s=
supported_network_types Ss=
message_types Ls=
severities Ls=
filters L{042n?#
topic_arn s=
sns L{042w?#
stack_names Ls=
cloudformation L{043T?#
app_boundary_key s=
tag_values Ls=
tags L{043Y?#
stack_names Ls
cloudformation L{043y=
app_boundary_key s
tag_values Ls
tags L{0441=
access_url s=
alias s=
availability_zones Ss
connect_ips Ss
customer_dns_ips Ss
customer_username s
connect_settings L{044V=
directory_id s!
dns_ip_addresses Ss=
edition s=
enable_sso b=
authentication_protocol s
display_label s
radius_port n
radius_retries n
radius_servers Ss
radius_timeout n
use_same_username b
radius_settings L{044u=
short_name s=
size s=
vpc_settings L{045L=
certificate_creation_date s=
certificate_id s!
certificate_owner s=
certificate_pem s=*
certificate_wallet s=*
key_length n=
signing_algorithm s=
valid_from_date s=
valid_to_date s=
database_name s=
endpoint_uri s
error_retry_duration n
full_load_error_percentage n
service_access_role_arn s
elasticsearch_settings L{049M=
endpoint_arn s=
endpoint_id s!
endpoint_type s=
engine_name s=
extra_connection_attributes s=
broker s
include_control_details b
include_null_and_empty b
include_partition_value b
include_table_alter_operations b
include_transaction_details b
message_format s
message_max_bytes n
no_hex_prefix b
partition_include_schema_table b
sasl_mechanism s
sasl_password s
sasl_username s
security_protocol s
ssl_ca_certificate_arn s
ssl_client_certificate_arn s
ssl_client_key_arn s
ssl_client_key_password s
topic s
kafka_settings L{049d=
use_large_integer_value b
kinesis_settings L{04Aq=
auth_mechanism s
auth_source s
auth_type s
docs_to_investigate s
extract_doc_id s
nesting_level s
mongodb_settings L{04BT=
password s=
after_connect_script s
babelfish_database_name s
capture_ddls b
database_mode s
ddl_artifacts_schema s
execute_timeout n
fail_tasks_on_lob_truncation b
heartbeat_enable b
heartbeat_frequency n
heartbeat_schema s
map_boolean_as_boolean b
map_jsonb_as_clob b
map_long_varchar_as s
max_file_size n
plugin_name s
slot_name s
postgres_settings L{04Bs=
auth_password s
auth_user_name s
server_name s
ssl_security_protocol s
redis_settings L{04Ct=
bucket_folder s
encryption_mode s
server_side_encryption_kms_key_id s
redshift_settings L{04DK=
add_column_name b
canned_acl_for_objects s
cdc_inserts_and_updates b
cdc_inserts_only b
cdc_max_batch_interval n
cdc_min_file_size n
cdc_path s
compression_type s
csv_delimiter s
csv_no_sup_value s
csv_null_value s
csv_row_delimiter s
data_format s
data_page_size n
date_partition_delimiter s
date_partition_enabled b
date_partition_sequence s
dict_page_size_limit n
enable_statistics b
encoding_type s
external_table_definition s
glue_catalog_generation b
ignore_header_rows n
ignore_headers_row n
include_op_for_full_load b
parquet_timestamp_in_millisecond b
parquet_version s
preserve_transactions b
rfc_4180 b
row_group_length n
timestamp_column_name s
use_csv_no_sup_value b
use_task_start_time_for_full_load_timestamp b
s3_settings L{04Df=
secrets_manager_access_role_arn s=
secrets_manager_arn s=
server_name s=
service_access_role s=
ssl_mode s=
username s=
authentication_method s
clean_source_metadata_on_mismatch b
events_poll_interval n
parallel_load_threads n
server_timezone s
target_db_type s
mysql_settings L{04Hl=
postgres_settings L{04IO=
use_update_lookup b
mongodb_settings L{04LI=
replication_instance_arn s=
replication_instance_class s=
replication_instance_id s!
replication_instance_private_ips Ls=
replication_instance_public_ips Ls=
replication_subnet_group_id s=
replication_subnet_group_arn s=
replication_subnet_group_description s=
replication_subnet_group_id s!
subnet_group_status s=
cdc_start_position s=
cdc_start_time s=
migration_type s=
replication_task_arn s=
replication_task_id s!
replication_task_settings s=
source_endpoint_arn s=
start_replication_task b=
table_mappings s=
target_endpoint_arn s=
engine s?
engine_description s=
exportable_log_types Ss=
parameter_group_family s?=
preferred_versions Ls?
supports_log_exports_to_cloudwatch b=
valid_upgrade_targets Ss=
version s?=
version_description s=
engine_version s?=
instance_class s?=
license_model s?
preferred_instance_classes Ls?
vpc b?=
aws_device s=
bandwidth s=
location s=
owner_account_id s=
partner_name s=
vlan_id n=
prefix_pool_size_ipv4 n=
prefix_pool_size_ipv6 n=
prefix_pool_unallocated_count_ipv4 n=
prefix_pool_unallocated_count_ipv6 n=
in_use n
max_allowed n
remaining n
total_bandwidth s
rate_limiter_status L{04Wq=
amazon_side_asn s=
available_macsec_port_speeds Ls=
available_port_speeds Ls=
available_providers Ls=
location_code s!
location_name s=
location_codes Ss=
customer_router_config s=
platform s
router_type_identifier s
software s
vendor s
xslt_template_name s
xslt_template_name_for_mac_sec s
router L{04a8=
router_type_identifier s!
virtual_interface_id s!
virtual_interface_name s=
backup_arn s
backup_creation_date_time s
backup_expiry_date_time s
backup_name s
backup_size_bytes n
backup_status s
backup_type s
table_arn s
table_id s
table_name s
backup_summaries L{04bN=
backup_type s?
table_name s?
time_range_lower_bound s?
time_range_upper_bound s?
attribute S{04cP=
billing_mode s=
hash_key s
non_key_attributes Ls
max_read_request_units n
max_write_request_units n
on_demand_throughput L{04cY
projection_type s
range_key s
read_capacity n
write_capacity n
global_secondary_index S{04ch=
hash_key s=
local_secondary_index S{04dC=
on_demand_throughput L{04cY=
recovery_period_in_days n
point_in_time_recovery L{04dT=
range_key s=
read_capacity n=
replica S{04dc=
server_side_encryption L{04dl?#0,1
stream_arn s=
stream_enabled b=
stream_label s=
stream_view_type s=
table_class s=
attribute_name s
ttl S{04du=
write_capacity n=
read_units_per_second n
write_units_per_second n
warm_throughput L{04fU
global_secondary_index S{04fd=
warm_throughput L{04fU=
key_type s
key_schema L{04hn
global_secondary_index S{04hw=
expression_attribute_names Ms?
item s=
key s!
projection_expression s?
table_name s!
key_arn s=
data_encryption_key_id s=
outpost_arn s=
owner_alias s=
restorable_by_user_ids Ls?
snapshot_id s=
snapshot_ids Ls?
start_time s=
storage_tier s=
volume_id s=
volume_size n=
create_time s=
multi_attach_enabled b=
size n=
throughput n=
volume_type s=
volume_initialization_rate n=
capacity_block_offering_id s=
capacity_duration_hours n!
currency_code s=
end_date_range s?=
instance_count n!
instance_type s!
start_date_range s?=
tenancy s=
upfront_fee s=
availability_zone_id s=
available_instance_count n=
capacity_block_id s=
commitment_end_date s
committed_instance_count n
commitment_info {04uI=
delivery_preference s=
ebs_optimized b=
end_date s=
end_date_type s=
instance_count n=
instance_match_criteria s=
instance_platform s=
instance_count n
interruptible_capacity_reservation_id s
interruption_type s
target_instance_count n
interruptible_capacity_allocation {04uR=
source_capacity_reservation_id s
interruption_info {04um=
placement_group_arn s=
reservation_type s=
start_date s=
active_directory_id s
root_certificate_chain_arn s
saml_provider_arn s
self_service_saml_provider_arn s
authentication_options L{04wg=
client_cidr_block s=
lambda_function_arn s
client_connect_options L{04w_=
banner_text s
client_login_banner_options L{04x8=
enforced b
client_route_enforcement_options L{04xH=
client_vpn_endpoint_id s?=
cloudwatch_log_group s
cloudwatch_log_stream s
connection_log_options L{04xM=
dns_servers Ls=
security_group_ids Ls=
self_service_portal s=
self_service_portal_url s=
server_certificate_arn s=
session_timeout_hours n=
split_tunnel b=
transport_protocol s=
vpn_port n=
endpoint_ip_address_type s=
traffic_ip_address_type s=
availability_zone_ids Ss
transit_gateway_attachment_id s
transit_gateway_id s
transit_gateway_configuration L{04-n=
local_gateway_route_table_id s?=
pool_cidrs Ss=
pool_id s?=
pool_ids Ls=
asset_id s=
auto_placement s=
cores n=
host_id s?=
host_recovery s=
instance_family s=
sockets n=
total_vcpus n=
allocation_time s=
allows_multiple_instance_types s=
available_capacity n
total_capacity n
available_instance_capacity L{054r
available_vcpus n
available_capacity L{0552=
host_maintenance s=
host_reservation_id s=
instance_id s
owner_id s
instances L{055B=
member_of_service_linked_resource_group b=
release_time s=
outpost_arn s?
auto_recovery_supported b=
bandwidth_weightings Ss=
bare_metal b=
boot_modes Ss=
burstable_performance_supported b=
current_generation b=
dedicated_hosts_supported b=
default_cores n=
default_network_card_index n=
default_threads_per_core n=
default_vcpus n=
ebs_encryption_support s=
ebs_nvme_support s=
ebs_optimized_support s=
ebs_performance_baseline_bandwidth n=
ebs_performance_baseline_iops n=
ebs_performance_baseline_throughput n=
ebs_performance_maximum_bandwidth n=
ebs_performance_maximum_iops n=
ebs_performance_maximum_throughput n=
efa_maximum_interfaces n=
efa_supported b=
ena_srd_supported b=
ena_support s=
encryption_in_transit_supported b=
count n
manufacturer s
memory_size n
fpgas S{057U=
free_tier_eligible b=
gpus S{057U=
hibernation_supported b=
inference_accelerators S{057U=
instance_disks S{057l=
instance_storage_supported b=
ipv6_supported b=
maximum_ipv4_addresses_per_interface n=
maximum_ipv6_addresses_per_interface n=
maximum_network_cards n=
maximum_network_interfaces n=
media_accelerators S{057U=
memory_size n=
baseline_bandwidth n
index n
maximum_interfaces n
peak_bandwidth n
performance s
network_cards S{057y=
network_performance s=
core_count n
core_version n
neuron_devices S{058H=
nitro_enclaves_support s=
nitro_tpm_support s=
nitro_tpm_supported_versions Ss=
phc_support s=
supported_architectures Ls=
supported_cpu_features Ss=
supported_placement_strategies Ls=
supported_root_device_types Ls=
supported_usages_classes Ls=
supported_virtualization_types Ls=
sustained_clock_speed n=
total_fpga_memory n=
total_gpu_memory n=
total_inference_memory n=
total_instance_storage n=
total_media_memory n=
total_neuron_device_memory n=
valid_cores Ln=
valid_threads_per_core Ln=
location_type s?
preferred_instance_types Ls?
instance_types Ls=
location_types Ls=
locations Ls=
local_gateway_id s?=
outpost_arn s?=
local_address s=
local_bgp_asn n=
local_gateway_id s=
local_gateway_virtual_interface_ids Ss=
peer_address s=
peer_bgp_asn n=
vlan n=
local_gateway_virtual_interface_group_id s=
outpost_lag_id s=
local_gateway_virtual_interface_ids Ls=
address_family s=
cidr s
entries S{05Q7=
max_entries n=
version n=
component_arn s
component_id s
alternate_path_hints L{05SK=
acl L{03Y5
egress b
from n
to n
port_range L{05ST
rule_action s
rule_number n
acl_rule L{05Sc
address s
addresses Ls
attached_to L{03Y5
availability_zones Ls
cidrs Ls
instance_port n
load_balancer_port n
classic_load_balancer_listener L{05S_
component L{03Y5
customer_gateway L{03Y5
destination L{03Y5
destination_vpc L{03Y5
direction s
elastic_load_balancer_listener L{03Y5
explanation_code s
ingress_route_table L{03Y5
internet_gateway L{03Y5
load_balancer_arn s
load_balancer_listener_port n
load_balancer_target_group L{03Y5
load_balancer_target_groups L{03Y5
load_balancer_target_port n
missing_component s
nat_gateway L{03Y5
network_interface L{03Y5
packet_field s
port_ranges L{05ST
prefix_list L{03Y5
protocols Ls
route_table L{03Y5
destination_cidr s
destination_prefix_list_id s
egress_only_internet_gateway_id s
gateway_id s
nat_gateway_id s
network_interface_id s
origin s
vpc_peering_connection_id s
route_table_route L{05T8
security_group L{03Y5
prefix_list_id s
security_group_id s
security_group_rule L{05Tn
security_groups L{03Y5
source_vpc L{03Y5
subnet L{03Y5
subnet_route_table L{03Y5
transit_gateway L{03Y5
transit_gateway_attachment L{03Y5
transit_gateway_route_table L{03Y5
attachment_id s
resource_id s
resource_type s
route_origin s
transit_gateway_route_table_route L{05UA
vpc L{03Y5
vpc_endpoint L{03Y5
vpc_peering_connection L{03Y5
vpn_connection L{03Y5
vpn_gateway L{03Y5
explanations L{05Ud=
filter_in_arns Ls=
additional_detail_type s
additional_details L{05Xe
destination_addresses Ls
destination_port_ranges L{05ST
source_addresses Ls
source_port_ranges L{05ST
inbound_header L{05Xn
outbound_header L{05Xn
sequence_number n
forward_path_components L{05Y6=
network_insights_analysis_id s?=
network_insights_path_id s=
path_found b=
return_path_components L{05Y6=
warning_message s=
destination s=
destination_arn s=
destination_ip s=
destination_port n=
destination_address s
from_port n
to_port n
destination_port_range L{05b9
source_address s
source_port_range L{05b9
filter_at_destination L{05bI=
filter_at_source L{05bI=
network_insights_path_id s?=
source s=
source_arn s=
source_ip s=
address_count n
available_address_count n
first_address s
last_address s
pool_address_ranges L{05dX=
pool_id s!
total_address_count n=
total_available_address_count n=
configuration_state s=
outpost_id s=
availability_zone s?
instance_type s?
spot_price s=
spot_price_timestamp s=
amazon_side_asn n=
association_default_route_table_id s=
auto_accept_shared_attachments s=
default_route_table_association s=
default_route_table_propagation s=
dns_support s=
multicast_support s=
propagation_default_route_table_id s=
security_group_referencing_support s=
transit_gateway_cidr_blocks Ls=
vpn_ecmp_support s=
encryption_support s=
association_state s=
association_transit_gateway_route_table_id s=
resource_owner_id s=
resource_type s=
transit_gateway_attachment_id s?=
transit_gateway_id s=
transit_gateway_owner_id s=
transit_gateway_connect_id s?=
transport_attachment_id s=
bgp_asn s=
bgp_peer_address s=
bgp_transit_gateway_addresses Ss=
inside_cidr_blocks Ls=
transit_gateway_address s=
transit_gateway_attachment_id s=
transit_gateway_connect_peer_id s?=
dx_gateway_id s?
transit_gateway_id s?
associations L{05pW=
auto_accept_shared_associations s=
igmpv2_support s=
group_ip_address s
members L{05pf=
sources L{05pf=
static_sources_support s=
transit_gateway_multicast_domain_id s?=
peer_account_id s=
peer_region s=
peer_transit_gateway_id s=
default_association_route_table b=
default_propagation_route_table b=
transit_gateway_route_table_id s!
filter S{00Tl!#1,0
destination_cidr_block s
transit_gateway_route_table_announcement_id s
routes L{05ve=
appliance_mode_support s=
ipv6_support s=
vpc_owner_id s=
vpn_connection_id s?
authorization_token s=*
expires_at s=
password s=*
proxy_endpoint s=
registry_id s?
user_name s=
image_digest s?=
image_pushed_at n=
image_size_in_bytes n=
image_tag s?
image_tags Ls=
image_uri s=
registry_id s?=
image_digest s
image_tag s
image_ids L{05_R=
action L{05_r?#
priority n!
count_number n!
count_type s!
count_unit s?
tag_pattern_list Ls?
tag_prefix_list Ls?
tag_status s!
selection L{05_w?#
rule L{060J?#
target_storage_class s?
action L{060j?#
storage_class s?
selection L{060s?#
rule L{061J?#
credential_arn s=
custom_role_arn s=
ecr_repository_prefix s!
registry_id s=
upstream_registry_url s=
upstream_repository_prefix s=
names Ss=
kms_key s
encryption_configuration L{0631=
scan_on_push b
image_scanning_configuration L{063A=
image_tag_mutability s=
most_recent_image_tags Ls=
repository_url s=
filter s
filter_type s
image_tag_mutability_exclusion_filter L{063u=
applied_for Ss=
lifecycle_policy s=
prefix s!
repository_policy s=
resource_tags Ms?=
image_digest s?
image_ids L{0672?#
artifact_media_type s
image_manifest_media_type s
image_pushed_at s
image_size_in_bytes n
image_tags Ls
registry_id s
repository_name s
images L{067B=
cluster_name s!
pending_tasks_count n=
registered_container_instances_count n=
running_tasks_count n=
namespace s
service_connect_defaults L{0681=
setting S{01iC=
cluster_arns Ls=
container_name s!
cpu n=
disable_networking b=
docker_labels Ms=
environment Ms=
image s=
image_digest s=
memory n=
memory_reservation n=
task_definition s!
availability_zone_rebalancing s=
cluster_arn s!
desired_count n=
launch_type s=
scheduling_strategy s=
service_name s!
task_definition s=
base n
capacity_provider s
capacity_provider_strategy S{06Bn=
alarm_names Ls
enable b
rollback b
alarms L{06B-
bake_time_in_minutes s
canary_bake_time_in_minutes s
canary_percent n
canary_configuration L{06CB
deployment_circuit_breaker L{06CK
hook_details s
hook_target_arn s
lifecycle_stages Ls
lifecycle_hook S{06CT
step_bake_time_in_minutes s
step_percent n
linear_configuration L{06Ck
maximum_percent n
minimum_healthy_percent n
strategy s
deployment_configuration L{06Ct=
deployment_controller L{012s=
desired_count n
pending_count n
running_count n
task_definition s
deployments L{06DS=
enable_ecs_managed_tags b=
enable_execute_command b=
events L{06Dz=
health_check_grace_period_seconds n=
iam_role s=
alternate_target_group_arn s
production_listener_rule s
test_listener_rule s
advanced_configuration L{06EA
container_name s
container_port n
elb_name s
load_balancer S{06ER=
security_groups Ss
network_configuration L{06Em=
field s
ordered_placement_strategy L{06Ez=
pending_count n=
expression s
placement_constraints S{06F6=
platform_family s=
platform_version s=
propagate_tags s=
running_count n=
registry_arn s
service_registries L{06FF=
stability_status s
task_sets L{06FW=
target_type s
timeout_in_minutes s
timeout_configuration L{06IE
lifecycle_hook S{06IN
deployment_configuration L{06Im=
arn_without_revision s=
container_definitions s=
cpu s=
enable_fault_injection b=
ephemeral_storage L{01uu=
device_type s
inference_accelerator L{06LU=
ipc_mode s=
memory s=
network_mode s=
pid_mode s=
properties Ms
proxy_configuration L{06Ld=
requires_compatibilities Ss=
revision n=
runtime_platform L{01wc=
task_role_arn s=
configure_at_launch b
autoprovision b
driver s
driver_opts Ms
docker_volume_configuration L{06Lq
credentials_parameter s
authorization_config L{06M9
fsx_windows_file_server_volume_configuration L{06MI
volume S{06MV=
access_point_arn s
file_system_arn s
s3files_volume_configuration L{06Po
volume S{06Q3=
base n?
capacity_provider s!
weight n?
capacity_provider_strategy S{06Rz?#
client_token s?
cluster s!
desired_count n?
enable_ecs_managed_tags b?
enable_execute_command b?
group s?
launch_type s?
assign_public_ip b?
security_groups Ss?
subnets Ss!
network_configuration L{06SA?#0,1
command Ls?
cpu n?
value s!
environment S{06SN?#
memory n?
memory_reservation n?
resource_requirements S{06SW?#
container_overrides L{06Sf?#
cpu s?
execution_role_arn s?
device_name s?
device_type s?
inference_accelerator_overrides S{06T6?-#
memory s?
task_role_arn s?
overrides L{06TF?#0,1
expression s?
placement_constraints S{06Te?#0,10
field s?
placement_strategy L{06Tn?#0,5
platform_version s?
propagate_tags s?
reference_id s?
started_by s?
task_arns Ls=
overrides L{06VB?#0,1
access_point_id s!
file_system_arn s=
file_system_id s=
gid n
secondary_gids Sn
uid n
posix_user L{06Wr=
owner_gid n
owner_uid n
permissions s
creation_info L{06X2
root_directory L{06XF=
file_system_id s!
availability_zone_name s=
creation_token s?=
file_system_id s?=
transition_to_archive s
transition_to_ia s
transition_to_primary_storage_class s
lifecycle_policy L{06ZC=
performance_mode s=
replication_overwrite s
protection L{06ZP=
provisioned_throughput_in_mibps n=
size_in_bytes n=
throughput_mode s=
access_point_id s?
mount_target_dns_name s=
mount_target_id s?=
network_interface_id s=
subnet_id s=
ipv6_address s=
association_id s=
carrier_ip s=
customer_owned_ip s=
instance_id s=
ipam_pool_id s=
network_interface_owner_id s=
private_dns s=
private_ip s=
ptr_record s=
public_dns s=
public_ip s?=
public_ipv4_pool s=
allocation_ids Ls=
public_ips Ls=
access_entry_arn s=
kubernetes_groups Ss=
modified_at s=
principal_arn s!
tags_all Ms?=
access_policies L{06ia=
addon_name s!
addon_version s=
configuration_values s=
service_account s
pod_identity_association S{06is=
service_account_role_arn s=
kubernetes_version s!
authentication_mode s
bootstrap_cluster_creator_admin_permissions b
access_config L{06lB=
data s
certificate_authority L{06lK=
cluster_id s=
node_pools Ss
node_role_arn s
compute_config L{06lP=
enabled_cluster_log_types Ss=
oidc L{06lc
identity L{06lh=
elastic_load_balancing L{06lm
ip_family s
service_ipv4_cidr s
service_ipv6_cidr s
kubernetes_network_config L{06lr=
control_plane_instance_type s
control_plane_placement L{06m6
outpost_arns Ss
outpost_config L{06mB=
cidrs Ss
remote_node_networks L{06mO
remote_pod_networks L{06mO
remote_network_config L{06mT=
block_storage L{06lm
storage_config L{06mc=
support_type s
upgrade_policy L{06mh=
cluster_security_group_id s
endpoint_private_access b
endpoint_public_access b
public_access_cidrs Ss
vpc_config L{06mm=
zonal_shift_config L{06lm=
tier s
control_plane_scaling_config L{06og=
deletion_protection b=
spread_level s
control_plane_placement L{06qO
etcd_instance_type s
etcd_placement L{06qX
outpost_config L{06qc=
control_plane_egress_mode s
vpc_config L{06qx=
event_ttl s
max_port n
min_port n
service_node_port_range L{06t5
kube_api_server_config L{06tE=
horizontal_pod_autoscaler_sync_period s
horizontal_pod_autoscaler_controller_config L{06tN
terminated_pod_gc_threshold n
pod_gc_controller_config L{06tS
kube_controller_manager_config L{06tX=
resource L{06tg
scoring_strategy L{06tp
node_resources_fit L{06ty
kube_scheduler_config L{06u1=
token s=*
cluster_type s?
cluster_type s
cluster_version s
default_platform_version s
default_version b
end_of_extended_support_date s
end_of_standard_support_date s
kubernetes_patch_version s
release_date s
version_status s
cluster_versions L{06wP=
cluster_versions_only Ls?
default_only b?
include_all b?
version_status s?
max s
min s
constraints L{06xq
default_value s
event_ttl L{06xz
max_port L{01XI
min_port L{01XI
constraints L{06y6
default_value L{06t5
service_node_port_range L{06yF
kube_api_server_config L{06yO
horizontal_pod_autoscaler_sync_period L{06xz
horizontal_pod_autoscaler_controller_config L{06yX
constraints L{01XI
default_value n
terminated_pod_gc_threshold L{06yc
pod_gc_controller_config L{06yl
kube_controller_manager_config L{06yq
allowed_values Ls
name L{06yz
weight L{01XI
resources L{06z2
scoring_strategy L{06yz
constraints L{06zB
resources L{06tg
default_value L{06zK
scoring_strategy L{06zT
node_resources_fit L{06zc
kube_scheduler_config L{06zh
control_plane_component_config L{06zm
api_request_concurrency n
cluster_database_size_gb n
control_plane_component_config_overrides L{06zm
pod_scheduling_rate_per_second n
tier_name s
control_plane_scaling_tiers L{06zz
cluster_versions L{06-I=
ami_type s=
capacity_type s=
disk_size n=
labels Ms=
node_group_name s!
node_role_arn s=
release_version s=
ec2_ssh_key s
source_security_group_ids Ss
remote_access L{06_o=
autoscaling_groups L{01tS
remote_access_security_group_id s
resources L{06_x=
desired_size n
max_size n
scaling_config L{0704=
effect s
taints L{070H=
max_unavailable n
max_unavailable_percentage n
update_strategy s
update_config L{0734=
warm_pool_config L{074g=
delete_source_from_s3 b
max_age_in_days n
max_count n
service_role s
appversion_lifecycle L{076s=
name_regex s!
availability_zone s
outpost_arn s
cache_nodes L{078a=
cluster_address s=
configuration_endpoint s=
ip_discovery s=
destination s
destination_type s
log_format s
log_type s
log_delivery_configuration S{078v=
maintenance_window s=
node_type s=
notification_topic_arn s=
num_cache_nodes n=
parameter_group_name s=
preferred_outpost_arn s=
replication_group_id s=
snapshot_retention_limit n=
snapshot_window s=
subnet_group_name s=
auth_token_enabled b=
automatic_failover_enabled b=
cluster_mode s=
configuration_endpoint_address s=
member_clusters Ss=
multi_az_enabled b=
num_cache_clusters n=
num_node_groups n=
primary_endpoint_address s=
reader_endpoint_address s=
replicas_per_node_group n=
replication_group_id s!
node_group_id s
primary_availability_zone s
primary_outpost_arn s
replica_availability_zones Ls
replica_count n
replica_outpost_arns Ls
slots s
node_group_configuration S{07Df=
cache_node_type s!
duration s!
fixed_price n=
offering_id s=
offering_type s!
product_description s!
maximum n
minimum n
data_storage {07GL
ecpu_per_second {07GY
cache_usage_limits {07Gh=
daily_snapshot_time s=
endpoint {07Gq=
full_engine_version s=
major_engine_version s=
reader_endpoint {07Gq=
subnet_ids Ls=
user_group_id s=
cache_cluster_id s?
replication_group_id s?
service_update_status Ss?
cache_cluster_id s
engine s
estimated_update_time s
recommended_apply_by_date s
replication_group_id s
service_update_name s
service_update_severity s
service_update_status s
service_update_type s
update_action_status s
update_actions L{07JB=
auto_update_after_recommended_apply_by_date b
end_date s
engine_version s
severity s
service_updates L{07KD=
status Ss?
access_string s?
password_count n?
authentication_mode L{07M9?#
no_password_required b?
passwords Ss?*
user_id s!
user_name s?
access_policies s=
advanced_options Ms=
internal_user_database_enabled b
advanced_security_options L{07NO=
desired_state s
cron_expression_for_recurrence s
duration L{014-
start_at s
maintenance_schedule S{07NX
rollback_on_disable s
auto_tune_options L{07Nk=
cold_storage_options L{06lm
dedicated_master_count n
dedicated_master_enabled b
dedicated_master_type s
warm_count n
warm_enabled b
warm_type s
availability_zone_count n
zone_awareness_config L{07Nx
zone_awareness_enabled b
cluster_config L{07O0=
identity_pool_id s
user_pool_id s
cognito_options L{07Oj=
created b=
deleted b=
domain_id s=
ebs_enabled b
iops n
throughput n
volume_size n
volume_type s
ebs_options L{07O-=
elasticsearch_version s=
encryption_at_rest L{07PJ=
kibana_endpoint s=
cloudwatch_log_group_arn s
log_publishing_options S{07PS=
node_to_node_encryption L{06lm=
processing b=
automated_snapshot_start_hour n
snapshot_options L{07Pf=
vpc_options L{07Pk=
access_logs L{07Sz=
connection_draining b=
connection_draining_timeout n=
cross_zone_load_balancing b=
target s
health_check L{07TE=
instances Ss=
instance_protocol s
lb_port n
lb_protocol s
ssl_certificate_id s
listener S{07TZ=
source_security_group s=
source_security_group_id s=
application s?
prefix s?
filters L{07Wc?#0,1
release_labels Ls=
release_label s!
ebs_optimized_available b=
ebs_optimized_by_default b=
ebs_storage_only b=
instance_family_id s=
is_64_bits_only b=
memory_gb n=
number_of_disks n=
storage_gb n=
vcpu n=
supported_instance_types L{07XD?#
architecture s
ebs_optimized_available b
ebs_optimized_by_default b
ebs_storage_only b
instance_family_id s
is_64_bits_only b
memory_gb n
number_of_disks n
storage_gb n
supported_instance_types L{07Y7=
eks_info L{0681
info L{07Z5
container_provider L{07ZA=
virtual_cluster_id s!
automatic_backup_retention_days n=
daily_automatic_backup_start_time s=
deployment_type s=
disk_iops_configuration L{07ap=
endpoint_ip_address_range s=
dns_name s
ip_addresses Ss
intercluster L{07ay
management L{07ay
endpoints L{07b5=
ha_pairs n=
network_interface_ids Ls=
preferred_subnet_id s=
route_table_ids Ss=
storage_capacity n=
throughput_capacity n=
throughput_capacity_per_ha_pair n=
weekly_maintenance_start_time s=
netbios_name s
dns_ips Ss
domain_name s
file_system_administrators_group s
organizational_unit_distinguished_name s
self_managed_active_directory_configuration L{07fn
active_directory_configuration L{07g6=
iscsi L{07ay
nfs L{07ay
smb L{07ay
endpoints L{07gF=
lifecycle_status s=
lifecycle_transition_reason S{07gW=
subtype s=
uuid s=
active_directory_id s=
audit_log_destination s
file_access_audit_log_level s
file_share_access_audit_log_level s
audit_log_configuration L{07k7=
backup_id s=
copy_tags_to_backups b=
network_interface_ids Ss=
preferred_file_server_ip s=
skip_final_backup b=
flow_logs_enabled b
flow_logs_s3_bucket s
flow_logs_s3_prefix s
attributes L{07pR=
dual_stack_dns_name s=
ip_addresses Ls
ip_sets L{07pe=
allow_full_table_external_data_access s=
catalog_id s=
custom_properties Ms
catalog_type s
data_lake_access b
data_transfer_role s
managed_workgroup_name s
managed_workgroup_status s
redshift_database_name s
status_message s
data_lake_access_properties L{07rq
compaction Ms
orphan_file_deletion Ms
retention Ms
iceberg_optimization_properties L{07sL
catalog_properties L{07sc=
data_lake_principal_identifier s
principal L{07sp
create_database_default_permissions L{07su=
create_table_default_permissions L{07su=
connection_name s
connection_type s
federated_catalog L{07t1=
catalog_arn s
target_redshift_catalog L{07tE=
update_time s=
catalog_id s?=
database_name s!
index_name s
index_status s
keys Ls
partition_index L{07uG=
comment s
partition_keys L{07uT=
query_as_of_time s?
retention n=
additional_locations Ls
bucket_columns Ls
parameters Ms
columns L{07ug
compressed b
input_format s
location s
number_of_buckets n
output_format s
registry_name s
schema_arn s
schema_name s
schema_id L{07ux
schema_version_id s
schema_version_number n
schema_reference L{07v8
serialization_library s
ser_de_info L{07vL
skewed_column_names Ls
skewed_column_value_location_maps Ms
skewed_column_values Ls
skewed_info L{07vY
column s
sort_order n
sort_columns L{07vl
stored_as_sub_directories b
storage_descriptor L{07vu=
table_type s=
catalog_id s
database_name s
target_table L{07wn=
transaction_id n?
view_expanded_text s=
view_original_text s=
partition_keys L{07ug=
athena_properties Ms=*
connection_properties Ms=*
connection_type s=
match_criteria Ls=
security_group_id_list Ss
physical_connection_requirements L{07zO=
authentication_type s
password s
basic_authentication_credentials L{07_3
custom_authentication_credentials Ms
authorization_code s
redirect_uri s
authorization_code_properties L{07_C
aws_managed_client_application_reference s
user_managed_client_application_client_id s
oauth2_client_application L{07_L
jwt_token s
user_managed_client_application_client_secret s
oauth2_credentials L{07_U
oauth2_grant_type s
token_url s
token_url_parameters_map Ms
oauth2_properties L{07_l
authentication_configuration L{0808=
catalog_id s!
aws_kms_key_id s
return_connection_password_encrypted b
connection_password_encryption L{081M
catalog_encryption_mode s
catalog_encryption_service_role s
sse_aws_kms_key_id s
encryption_at_rest L{081V
data_catalog_encryption_settings L{081i=
source s!
target s!
target_parameter s?
dag_edge L{082n!#1,0
param b?
args L{082-!#1,0
line_number n?
node_type s!
dag_node L{083B!#1,0
language s?
python_script s=
scala_code s=
account_access_type s=
authentication_providers Ls=
data_sources Ls=
grafana_version s=
notification_destinations Ls=
organization_role_name s=
organizational_units Ls=
permission_type s=
saml_configuration_status s=
stack_set_name s=
workspace_id s!
additional_configuration L{088T
features L{088c=
finding_publishing_frequency s=
service_role_arn s=
detector_id s!
finding_ids Ls=
has_findings b=
access_key_id s
create_date s
access_keys S{08AN=
user s!
account_alias s=
group_id s=
group_name s!
path s=
user_name s
users L{08Aw=
create_date s=
role_id s=
role_name s=
paths Ss=
role_name s!
client_id_list Ls=
thumbprint_list Ls=
url s?=
issuer_identifier s=
attachment_count n=
path_prefix s?
policy_id s=
minified_json s=
override_json s?-
override_policy_documents Ls?
policy_id s?
source_json s?-
source_policy_documents Ls?
actions Ss?
test s!
variable s!
condition S{08DX?#
effect s?
not_actions Ss?
identifiers Ss!
not_principals S{08Dk?#
not_resources Ss?
principals S{08Dk?#
resources Ss?
statement L{08Dt?#
action_names Ss!
additional_policies_json Ss?
all_allowed b=
caller_arn s?
context S{08F5?#
permissions_boundary_policies_json Ss?
policy_source_arn s!
resource_arns Ss?
resource_handling_option s?
resource_owner_account_id s?
resource_policy_json s?
action_name s
allowed b
decision s
decision_details Ms
source_policy_id s
source_policy_type s
matched_statements S{08FI
missing_context_keys Ss
results S{08FR=
assume_role_policy s=
max_session_duration n=
permissions_boundary s=
last_used_date s
role_last_used L{08Gj=
unique_id s=
policy_names Ss=
policy_arn s
policy_name s
attached_policies L{08Hm=
saml_metadata_document s=
valid_until s=
saml_provider_uuid s=
certificate_body s=
expiration_date s=
latest b?
upload_date s=
issuer_arn s=
issuer_id s=
issuer_name s=
session_name s=
user_name s!
encoding s!
fingerprint s=
public_key s=
ssh_public_key_id s!
username s!
issuer s!
external_id L{08LP?#0,1
attribute_path s!
attribute_value s!
unique_attribute L{08LY?#0,1
alternate_identifier L{08Lh?#0,1
external_ids L{08Lq=
filter L{08LY?-#0,1
group_id s?=
identity_store_id s!
group_id s!
identity_store_id s
member_id {08M_
membership_id s
group_memberships L{08N4=
external_ids L{08Lq
groups L{08Np=
country s
formatted s
locality s
postal_code s
primary b
street_address s
addresses L{08OU=
emails L{08O_=
locale s=
family_name s
given_name s
honorific_prefix s
honorific_suffix s
middle_name s
name L{08PC=
nickname s=
phone_numbers L{08O_=
preferred_language s=
profile_url s=
title s=
user_type s=
user_status s=
addresses L{08OU
emails L{08O_
locale s
name L{08PC
nickname s
phone_numbers L{08O_
preferred_language s
profile_url s
timezone s
title s
user_type s
users L{08TG=
user_status s
users L{08Ud=
change_description s=
data s=
date_created s=
supported_os_versions Ss=
owner s?
parameter S{01iC
component L{08Yb=
container_type s=
dockerfile_template_data s=
delete_on_termination b
encrypted b
snapshot_id s
ebs L{08Yk
block_device_mapping S{08ZF
instance_configuration L{08ZW=
parent_image s=
service s
target_repository L{08Zf=
working_directory s=
date_updated s=
ami_tags Ms
organization_arns Ss
organizational_unit_arns Ss
user_groups Ss
user_ids Ss
launch_permission S{08c8
target_account_ids Ss
ami_distribution_configuration S{08cP
container_tags Ss
target_repository S{08Zf
container_distribution_configuration S{08co
launch_template_version s
launch_template S{08c_
max_parallel_launches n
target_resource_count n
snapshot_configuration S{08dC
fast_launch_configuration S{08dH
default b
launch_template_configuration S{08dc
license_configuration_arns Ss
disk_image_format s
role_name s
s3_prefix s
s3_export_configuration S{08dp
ami_account_id s
data_type s
parameter_name s
ssm_parameter_configuration S{08e4
distribution S{08eH=
build_version_arn s=
container_recipe_arn s=
distribution_configuration_arn s=
enhanced_image_metadata_enabled b=
image_recipe_arn s=
ecr_configuration L{08gU
image_scanning_enabled b
image_scanning_configuration L{08gd=
image_tests_enabled b
timeout_minutes n
image_tests_configuration L{08gm=
infrastructure_configuration_arn s=
os_version s=
amis S{08gv
image_uris Ss
containers S{08hE
output_resources L{08hN=
date_last_run s=
date_next_run s=
pipeline_execution_start_condition s
schedule_expression s
schedule L{08jk=
delete_on_termination s
encrypted s
ebs L{08mL
block_device_mapping S{08ms=
user_data_base64 s=
ami_tags Ms=
http_put_response_hop_limit n
http_tokens s
instance_metadata_options L{08p1=
instance_profile_name s=
instance_types Ss=
key_pair s=
s3_logs L{08pA
logging L{08pJ=
host_id s
host_resource_group_arn s
tenancy s
placement L{08pO=
sns_topic_arn s=
terminate_instance_on_failure b=
ami s=
associate_public_ip_address b=
cpu_credits s
credit_specification L{08sL=
disable_api_stop b=
disable_api_termination b=
volume_id s
ebs_block_device S{08sQ=
enclave_options L{06lm=
no_device b
ephemeral_block_device L{08t7=
get_password_data b?
get_user_data b?
host_id s=
host_resource_group_arn s=
iam_instance_profile s=
instance_id s?
instance_state s=
instance_tags Ms?=
ipv6_addresses Ss=
key_name s=
launch_time s=
auto_recovery s
maintenance_options L{08tK=
http_endpoint s
http_protocol_ipv6 s
instance_metadata_tags s
metadata_options L{08tP=
monitoring b=
password_data s=
placement_partition_number n=
enable_resource_name_dns_a_record b
enable_resource_name_dns_aaaa_record b
hostname_type s
private_dns_name_options L{08tk=
public_ip s=
root_block_device S{08tx=
secondary_private_ips Ss=
source_dest_check b=
user_data s=
placement_group_id s=
instance_state_names Ss?
ipv6_addresses Ls=
private_ips Ls=
attachments L{0904=
internet_gateway_id s?=
endpoint_address s=
endpoint_type s?
registration_code s=
cidr_blocks Ls=
ipv6_cidr_blocks Ls=
regions Ss?
services Ss!
sync_token n=
url s?
channel_arn s!
data_source_ids Ss
direct_put_content b
faq_ids Ss
content_source_configuration L{093M
identity_attribute_name s
user_identity_configuration L{093Z
configuration L{093e=
endpoint s
endpoint_type s
endpoints S{093n=
error_message s=
experience_id s!
index_id s!
faq_id s!
file_format s=
s3_path L{095e=
query_capacity_units n
storage_capacity_units n
capacity_units L{097l=
duration s
freshness b
importance n
rank_order s
values_importance_map Mn
relevance L{097u
displayable b
facetable b
searchable b
sortable b
search L{098D
document_metadata_configuration_updates S{098U=
indexed_question_answers_count n
faq_statistics L{098l
indexed_text_bytes n
indexed_text_documents_count n
text_document_statistics L{098q
index_statistics L{098z=
server_side_encryption_configuration L{0996=
user_context_policy s=
user_group_resolution_mode s
user_group_resolution_configuration L{099B=
group_attribute_field s
user_name_attribute_field s
json_token_type_configuration L{099G
claim_regex s
key_location s
secrets_manager_arn s
jwt_token_type_configuration L{099P
user_token_configurations L{099s=
file_size_bytes n=
item_count n=
query_suggestions_block_list_id s!
source_s3_path L{095e=
synonym_rule_count n=
term_count n=
thesaurus_id s!
include_public_key b?
key_name s?
key_pair_id s?
key_type s=
closed_shards Ss=
creation_timestamp n=
encryption_type s=
open_shards Ss=
retention_period n=
shard_level_metrics Ss=
stream_mode s
stream_mode_details L{09IT=
max_record_size_in_kib n=
current_mib_ps n
target_mib_ps n
warm_throughput L{09KK=
creation_timestamp s=
stream_arn s!
target_key_arn s=
target_key_id s=
ciphertext_blob s=
context Ms?
key_id s!
plaintext s!*
cloud_hsm_cluster_id s=
connection_state s=
custom_key_store_id s?=
custom_key_store_name s?=
trust_anchor_certificate s=
aws_account_id s=
custom_key_store_id s=
customer_master_key_spec s=
deletion_date s=
expiration_model s=
grant_tokens Ls?
key_manager s=
key_spec s=
key_state s=
key_usage s=
multi_region b=
multi_region_key_type s
primary_key L{09Oo
replica_keys L{09Oo
multi_region_configuration L{09Ox=
origin s=
pending_deletion_window_in_days n=
valid_to s=
xks_key_configuration L{01VV=
encryption_algorithms Ls=
public_key_pem s=
signing_algorithms Ls=
payload s!
secret S{09TS!#1,0
plaintext Ms=*
encryption_algorithm s?
key_id s?
secret S{09U3!#1,0
admins Ss=
allow_external_data_filtering b=
allow_full_table_external_data_access b=
authorized_session_tag_value_list Ls=
catalog_id s?
permissions Ss
principal s
create_database_default_permissions L{09Uw=
create_table_default_permissions L{09Uw=
external_data_filtering_allow_list Ss=
read_only_admins Ss=
trusted_resource_owners Ls=
catalog_resource b?
table_catalog_id s!
data_cells_filter L{09Wf?#0,1
data_location L{09Ww?#0,1
database L{09X3?#0,1
lf_tag L{09XC?#0,1
expression S{09XP!#1,0
lf_tag_policy L{09XY?#0,1
permissions Ls=
permissions_with_grant_option Ls=
principal s!
wildcard b?
table L{09Xl?#0,1
column_names Ss?
excluded_column_names Ss?
table_with_columns L{09Y0?#0,1
hybrid_access_enabled b=
with_federation b=
with_privileged_access b=
function_name s!
function_version s=
invoke_arn s=
signing_profile_version_arns Ss
allowed_publishers L{09bt=
config_id s=
untrusted_artifact_on_deployment s
policies L{09by=
architectures Ls=
code_sha256 s=
code_signing_config_arn s=
target_arn s
dead_letter_config L{09c_=
variables Ms
environment L{09d4=
ephemeral_storage L{02vM=
local_mount_path s
file_system_config L{09d9=
handler s=
layers Ls=
application_log_level s
log_group s
system_log_level s
logging_config L{09dI=
qualified_arn s=
qualified_invoke_arn s=
qualifier s?
reserved_concurrent_executions n=
role s=
signing_job_arn s=
signing_profile_version_arn s=
source_code_hash s=-
source_code_size n=
timeout n=
tracing_config L{09dZ=
ipv6_allowed_for_dual_stack b
vpc_config L{09de=
capacity_provider_arn s
execution_environment_memory_gib_per_vcpu n
per_execution_environment_max_concurrency n
lambda_managed_instances_capacity_provider_config L{09g2
capacity_provider_config L{09gF=
execution_timeout n
retention_period n
durable_config L{09gK=
source_kms_key_arn s=
tenant_isolation_mode s
tenancy_config L{09gT=
response_streaming_invoke_arn s=
allow_headers Ls
allow_methods Ls
allow_origins Ls
expose_headers Ls
cors L{09lW=
function_arn s=
function_url s=
invoke_mode s=
url_id s=
function_arns Ls=
function_names Ls=
input s!
result s=
tenant_id s?
compatible_architecture s?
compatible_architectures Ss=
compatible_runtime s?
compatible_runtimes Ss=
layer_arn s=
layer_name s!
license_info s=
version n?=
layer_name s!=
layer_name s?=
layer_version_arn s?=
additional_os_capabilities Ls=
base_image_version s=
build_role_arn s=
uri s
code_artifact L{09s2=
cpu_configuration L{09s7=
egress_network_connectors Ls=
environment_variables Ms=
resume s
resume_timeout_in_seconds n
run s
run_timeout_in_seconds n
suspend s
suspend_timeout_in_seconds n
terminate s
terminate_timeout_in_seconds n
microvm_hooks L{09sC
ready s
ready_timeout_in_seconds n
validate s
validate_timeout_in_seconds n
microvm_image_hooks L{09sj
hooks L{09s-=
image_arn s=
image_identifier s!
image_version s!
log_stream s
cloudwatch L{09tB
disabled L{02nO
logging L{09tK=
minimum_memory_in_mib n
resources L{09tT=
state_reason s=
ebs_block_device S{09ux=
enable_monitoring b=
ephemeral_block_device S{09vW=
metadata_options L{09vf=
placement_tenancy s=
root_block_device L{09vs=
volume_initialization_rate n
ebs L{09yb
block_device_mappings L{09zA=
capacity_reservation_preference s
capacity_reservation_id s
capacity_reservation_resource_group_arn s
capacity_reservation_target L{09zR
capacity_reservation_specification L{09za=
amd_sev_snp s
threads_per_core n
cpu_options L{09zj=
default_version n=
ebs_optimized s=
elastic_gpu_specifications L{012s=-
elastic_inference_accelerator L{012s=-
configured b
hibernation_options L{09zw=
iam_instance_profile L{06ia=
instance_initiated_shutdown_behavior s=
market_type s
block_duration_minutes n
instance_interruption_behavior s
max_price s
spot_instance_type s
valid_until s
spot_options L{09z_
instance_market_options L{09-K=
instance_requirements L{01XR=
latest_version n=
license_configuration_arn s
license_specification L{09-T=
monitoring L{06lm=
associate_carrier_ip_address s
associate_public_ip_address s
tcp_established_timeout n
udp_stream_timeout n
udp_timeout n
connection_tracking_specification L{09-Y
device_index n
interface_type s
ipv4_address_count n
ipv4_addresses Ss
ipv4_prefix_count n
ipv4_prefixes Ss
ipv6_address_count n
ipv6_addresses Ss
ipv6_prefix_count n
ipv6_prefixes Ss
network_card_index n
primary_ipv6 s
private_ip_address s
network_interfaces L{09-l=
affinity s
partition_number n
spread_domain s
placement L{0A04=
ram_disk_id s=
security_group_names Ss=
tag_specifications L{0A0b=
placement L{0A3F=
nested_virtualization s
cpu_options L{0A6H=
bandwidth_weighting s
network_performance_options L{0A6Y=
private_ip_address_count n
private_ip_addresses Ss
secondary_subnet_id s
secondary_interfaces L{0A6d=
ena_queue_count n
network_interfaces L{0A9f=
load_balancer_type s?
authentication_request_extra_params Ms=
on_unauthenticated_request s=
scope s=
session_cookie_name s=
session_timeout n=
user_pool_arn s=
user_pool_client_id s=
user_pool_domain s=
authenticate_cognito {0AE1?#
authorization_endpoint s=
client_id s=
issuer s=
token_endpoint s=
user_info_endpoint s=
authenticate_oidc {0AEY?#
message_body s=
status_code s=
fixed_response {0AFB?#
duration n=
stickiness {0AFO?#
weight n=
target_group S{0AFX?#
forward {0AFg?#
order n=
host s=
port s=
query s=
redirect {0AFp?#
action L{0AGC?#
values Ss=
host_header {0AGf?#
http_header_name s=
http_header {0AGk?#
http_request_method {0AGf?#
path_pattern {0AGf?#
key s=
values S{0AGt?#
query_string {0AH0?#
source_ip {0AGf?#
condition S{0AH5?#
listener_arn s?=
priority n?=
authenticate_cognito L{0AE1?#
authenticate_oidc L{0AEY?#
fixed_response L{0AFB?#
stickiness L{0AFO?#
forward L{0AHt?#
additional_claim S{0AI0?#
jwks_endpoint s=
jwt_validation L{0AID?#
redirect L{0AFp?#
action L{0AIQ?#
regex_values Ss=
host_header L{0AIx?#
http_header L{0AJ4?#
http_request_method L{0AGf?#
path_pattern L{0AIx?#
query_string L{0AH0?#
source_ip L{0AGf?#
condition S{0AJH?#
regex s=
replace s=
rewrite L{0AJg?#
host_header_rewrite_config L{0AJp?#
url_rewrite_config L{0AJp?#
transform S{0AJu?#
source_ip L{0AKc?#
condition S{0AKl?#
checksum s=
child_directed b=
detect_sentiment b=
enable_model_improvements b=
idle_session_ttl_in_seconds n=
nlu_intent_confidence_threshold n=
voice_id s=
bot_name s!
bot_version s=
parent_intent_signature s=
synonyms Ls
enumeration_value S{0ARF=
value_selection_strategy s=
beneficiary s=
allow_early_check_in b
max_time_to_live_in_minutes n
borrow_configuration L{0AT4
provisional_configuration L{0ATD
renew_type s
consumption_configuration L{0ATI=
allow_check_in b
overage b
entitlements S{0ATV=
home_region s=
key_fingerprint s
sign_key s
issuer L{0ATu=
license_arn s!
license_metadata S{01iC=
license_name s=
product_name s=
product_sku s=
allowed_operations Ss
received_status s
received_status_reason s
received_metadata L{0AU5=
begin s
end s
validity L{0AUI=
collection_arn s=
collection_name s!
kms_key_id s?=
style s
configuration L{0AXd=
map_arn s=
map_name s!
data_source s=
intended_use s
data_source_configuration L{0AYo=
index_arn s=
index_name s!
calculator_arn s=
calculator_name s!
position_filtering s=
tracker_arn s=
tracker_name s!
consumer_arn s!
consumer_arns Ss=
attached_channels Ls=
ip s
vpc L{0Ae3
destinations L{0AeC=
input_class s=
input_devices L{01VV=
input_partner_ids Ls=
input_source_type s=
flow_arn s
media_connect_flows L{0AeT=
security_groups Ls=
password_param s
sources L{0AeY=
minimum_engine_version s=
user_names Ss=
acl_name s=
cluster_endpoint L{07Gq=
data_tiering b=
engine_patch_version s=
final_snapshot_name s=
num_replicas_per_shard n=
num_shards n=
create_time s
endpoint L{07Gq
nodes S{0Ahh
shards S{0Ahy=
tls_enabled b=
parameter S{01iC=
maintenance_window s
node_type s
num_shards n
parameter_group_name s
snapshot_retention_limit n
snapshot_window s
subnet_group_name s
topic_arn s
cluster_configuration L{0AoY=
cluster_name s=
access_string s=
password_count n
authentication_mode L{0ArV=
authentication_strategy s=
broker_id s?=
broker_name s?=
revision n
configuration L{0Asc=
deployment_mode s=
use_aws_owned_key b
encryption_options L{0Asl=
engine_type s=
host_instance_type s=
console_url s
endpoints Ls
ip_address s
instances L{0Asu=
hosts Ls
role_base s
role_search_matching s
role_search_subtree b
service_account_password s
service_account_username s
user_base s
user_role_name s
user_search_matching s
user_search_subtree b
ldap_server_metadata L{0At5=
audit s
general b
logs L{0Ato=
day_of_week s
time_of_day s
time_zone s
maintenance_window_start_time L{0Atx=
console_access b
groups Ss
replication_user b
user S{0Au8=
resource_share_arns Ss=
dns_names Ls
shared_resources L{0AxF=
engine_type s
engine_versions L{01tS
broker_engine_types L{0Az5=
engine_type s?
availability_zones S{01tS
host_instance_type s
supported_deployment_modes Ss
supported_engine_versions Ls
broker_instance_options L{0Azi=
host_instance_type s?
storage_type s?
bootstrap_brokers s=
bootstrap_brokers_public_sasl_iam s=
bootstrap_brokers_public_sasl_scram s=
bootstrap_brokers_public_tls s=
bootstrap_brokers_sasl_iam s=
bootstrap_brokers_sasl_scram s=
bootstrap_brokers_tls s=
bootstrap_brokers_vpc_connectivity_sasl_iam s=
bootstrap_brokers_vpc_connectivity_sasl_scram s=
bootstrap_brokers_vpc_connectivity_tls s=
bootstrap_brokers_ipv6 s=
bootstrap_brokers_sasl_iam_ipv6 s=
bootstrap_brokers_sasl_scram_ipv6 s=
bootstrap_brokers_tls_ipv6 s=
attached_eni_id s
broker_id n
client_subnet s
client_vpc_ip_address s
endpoints Ss
node_arn s
node_info_list L{0B1U=
az_distribution s
client_subnets Ss
public_access L{012s
iam b
scram b
sasl L{0B2L
tls b
client_authentication L{0B2U
vpc_connectivity L{0B2d
connectivity_info L{0B2i
volume_throughput n
provisioned_throughput L{0B2r
ebs_storage_info L{0B2-
storage_info L{0B37
broker_node_group_info L{0B3C=
cluster_uuid s=
kafka_version s=
number_of_broker_nodes n=
zookeeper_connect_string s=
zookeeper_connect_string_tls s=
network_type s
connectivity_info L{0B5p
broker_node_group_info L{0B60=
customer_action_status s=
kafka_versions Ss=
latest_revision n=
server_properties s=
configs s=
partition_count n=
replication_factor n=
authentication s=
client_subnets Ss=
target_cluster_arn s=
properties_file_content s=
allocation_id s=
connectivity_type s=
secondary_allocation_ids Ls=
secondary_private_ip_address_count n=
secondary_private_ip_addresses Ls=
subnet_id s?=
vpc_id s?=
auto_provision_zones s=
auto_scaling_ips s=
availability_mode s=
allocation_ids Ss
availability_zone_id s
availability_zone_address S{0BFf=
association_id s
public_ip s
regional_nat_gateway_address S{0BFs=
route_table_id s=
vpc_id s?
default_character_set s=
has_major_target b?
has_minor_target b?
preferred_major_targets Ls?
preferred_upgrade_targets Ls?
supported_character_sets Ss=
supported_timezones Ss=
supports_global_databases b=
supports_read_replica b=
valid_major_targets Ss=
valid_minor_targets Ss=
version_actual s=
max_iops_per_db_instance n=
max_iops_per_gib n=
max_storage_size n=
min_iops_per_db_instance n=
min_iops_per_gib n=
min_storage_size n=
multi_az_capable b=
read_replica_capable b=
supports_enhanced_monitoring b=
supports_iam_database_authentication b=
supports_iops b=
supports_performance_insights b=
supports_storage_encryption b=
carrier_ip s
customer_owned_ip s
ip_owner_id s
public_dns_name s
association L{0BOY=
instance_owner_id s
attachment L{0BO_=
interface_type s=
mac_address s=
private_dns_name s=
requester_id s=
attachment L{0BQb=
ena_srd_enabled b
ena_srd_udp_enabled b
ena_srd_udp_specification L{0BSJ
ena_srd_specification L{0BSO=
delete_protection b=
enabled_analysis_types Ss=
encryption_configuration S{0BT-=
firewall_policy_arn s=
firewall_policy_change_protection b=
available_cidr_count n
resolved_cidr_count n
ip_set_references S{0BU7
utilized_cidr_count n
cidrs S{0BUC
capacity_usage_summary S{0BUP
configuration_sync_state_summary s
endpoint_id s
attachment L{0BUU
sync_states S{0BUh
firewall_status L{0BUq=
subnet_change_protection b=
subnet_mapping S{0BV5=
update_token s=
availability_zone_change_protection b=
availability_zone_mapping S{0BW7=
attachment L{0BWC
sync_states S{0BWT
transit_gateway_attachment_status s
transit_gateway_attachment_sync_states L{0BWc
firewall_status L{0BWp=
transit_gateway_owner_account_id s=
definition Ss
ip_set L{0BYP
rule_variables S{0BYU
policy_variables L{0BYd
stateful_default_actions Ss
rule_order s
stream_exception_policy s
stateful_engine_options L{0BYi
override L{0BYr
stateful_rule_group_reference S{0BYw
dimension S{0BZ7
publish_metric_action L{0BZC
action_definition L{0BZH
stateless_custom_action S{0BZM
stateless_default_actions Ss
stateless_fragment_default_actions Ss
stateless_rule_group_reference S{0BZV
tls_inspection_configuration_arn s
firewall_policy L{0BZe=
tcp_idle_timeout_seconds n
flow_timeouts L{0Bag
stateful_engine_options L{0Bal
deep_threat_inspection s
stateful_rule_group_reference S{0Bay
firewall_policy L{0BbD=
enable_tls_session_holding b
firewall_policy L{0BcJ=
connected_device_id s=
connected_link_id s=
connection_id s!
device_id s=
global_network_id s!
link_id s=
device_id s?
core_network_id s!
asn n
edge_location s
inside_cidr_blocks Ls
edges L{0Bev=
global_network_id s=
edge_locations Ls
send_to Ls
send_via Ls
segments L{0Bf6
network_function_groups L{0BfF=
shared_segments Ls
segments L{0BfS=
add_to_network_function_group s?
association_method s?
require_acceptance b?
segment s?
tag_value_of_key s?
action L{0BgI!#1,1
condition_logic s?
operator s?
value s?
conditions L{0Bgd!#1,0
rule_number n!
attachment_policies L{0Bgu?#
asn_ranges Ss!
asn s?
inside_cidr_blocks Ls?
location s!
edge_locations L{0BhD!#1,0
inside_cidr_blocks Ss?
vpn_ecmp_support b?
core_network_configuration L{0BhQ!#1,0
require_attachment_acceptance b!
network_function_groups L{0Bhh?#
action s!
destination_cidr_blocks Ss?
destinations Ss?
mode s?
segment s!
share_with Ss?
share_with_except Ss?
network_function_groups Ss?
edge_sets SSs?
use_edge s?-
use_edge_location s?
with_edge_override L{0Bhu?#
via L{0Bi5?#0,1
segments Ss?
when_sent_to L{0BiE?#0,1
segment_actions L{0BiJ?#
allow_filter Ss?
deny_filter Ss?
edge_locations Ss?
isolate_attachments b?
require_attachment_acceptance b?
segments L{0Biy!#1,0
dns_support b?
security_group_referencing_support b?
core_network_configuration L{0Bjw!#1,0
edge_sets SLs?
with_edge_override L{0BkJ?#
via L{0BkW?#0,1
segment_actions L{0Bkf?#
associate_routing_policies Ss!
action L{0Blp!#1,1
conditions L{06SW!#1,0
attachment_routing_policy_rules L{0Blu?#
routing_policy_description s?
routing_policy_direction s!
routing_policy_name s!
routing_policy_number n!
action L{0BmD!#1,1
match_conditions L{06SW?#
rule_definition L{0BmM!#1,1
routing_policy_rules L{0BmZ!#1,0
routing_policies L{0Bmi?#
edge_location s!
peer_edge_location s!
routing_policy_names Ss!
edge_location_association L{0Bn1?#0,1
routing_policy_names Ss?
segment_actions L{0BnE?#
subnet_arn s
zone s
aws_location L{0Boe=
device_id s!
latitude s
longitude s
location L{0Bon=
model s=
serial_number s=
site_id s=
vendor s=
site_id s?
download_speed n
upload_speed n
bandwidth L{0Bqg=
link_id s!
provider_name s?
site_id s!
label s=
label_template s=
log_group_configuration L{0Bsd
metric_configuration L{0Bsd
link_configuration L{0Bsi=
link_identifier s!
resource_types Ss=
sink_arn s=
sink_id s=
sink_identifier s!
actual_used_data_storage_size_in_tbs n=
external_id_type s
iam_role_arn s
customer_managed_aws_secret L{0BvN
admin_password_source L{0Bva=
allocated_storage_size_in_tbs n=
allowlisted_ips Ls=
auto_refresh_frequency_in_seconds n=
auto_refresh_point_lag_in_seconds n=
autonomous_maintenance_schedule_type s=
available_upgrade_versions Ls=
backup_retention_period_in_days n=
byol_compute_count_limit n=
character_set s=
compute_count n=
compute_model s=
cpu_core_count n=
customer_contacts_to_send_to_oci L{0Bvf=
data_storage_size_in_gbs n=
data_storage_size_in_tbs n=
database_edition s=
database_type s=
compute_count n
is_enabled b
max_idle_time_in_minutes n
db_tools_details L{0Bvk=
db_version s=
db_workload s=
encryption_key_provider s=
is_auto_scaling_enabled b=
is_auto_scaling_for_storage_enabled b=
is_backup_retention_locked b=
is_local_data_guard_enabled b=
is_mtls_connection_required b=
is_refreshable_clone b=
local_adg_auto_failover_max_data_loss_limit n=
is_disabled b
repeat_cadence s
retention_period_in_days n
time_of_backup s
long_term_backup_schedule L{0Bv_=
ncharacter_set s=
oci_resource_anchor_name s=
oci_url s=
ocid s=
odb_network_arn s=
odb_network_id s=
open_mode s=
percent_progress n=
permission_level s=
private_endpoint s=
private_endpoint_ip s=
private_endpoint_label s=
refreshable_mode s=
resource_pool_leader_id s=
available_compute_capacity n
available_storage_capacity_in_tbs n
pool_size n
pool_storage_size_in_tbs n
total_compute_capacity n
resource_pool_summary L{0BwG=
scheduled_start_time s
scheduled_stop_time s
scheduled_operations L{0Bwf=
service_console_url s=
sql_web_developer_url s=
standby_allowlisted_ips Ls=
standby_allowlisted_ips_source s=
time_of_auto_refresh_start s=
autonomous_data_storage_percentage n=
autonomous_data_storage_size_in_tbs n=
available_autonomous_data_storage_size_in_tbs n=
available_container_databases n=
available_cpus n=
cloud_exadata_infrastructure_id s=
cpu_core_count_per_node n=
cpu_percentage n=
db_servers Ss=
exadata_storage_in_tbs_lowest_scaled_value n=
hostname s=
is_mtls_enabled_vm_cluster b=
days_of_week S{01tS
hours_of_day Sn
lead_time_in_weeks n
months S{01tS
preference s
weeks_of_month Sn
maintenance_window L{0B-_=
max_acds_lowest_scaled_value n=
memory_per_oracle_compute_unit_in_gbs n=
memory_size_in_gbs n=
node_count n=
non_provisionable_autonomous_container_databases n=
odb_node_storage_size_in_gbs n=
provisionable_autonomous_container_databases n=
provisioned_autonomous_container_databases n=
provisioned_cpus n=
reclaimable_cpus n=
reserved_cpus n=
scan_listener_port_non_tls n=
scan_listener_port_tls n=
shape s=
time_database_ssl_certificate_expires s=
time_ords_certificate_expires s=
total_container_databases n=
cloud_exadata_infrastructure_arn s=
cloud_exadata_infrastructure_id s
oci_resource_anchor_name s
oci_url s
ocid s
odb_network_id s
cloud_autonomous_vm_clusters L{0C5w=
activated_storage_count n=
additional_storage_count n=
available_storage_size_in_gbs n=
cpu_count n=
customer_contacts_to_send_to_oci S{0Bvf=
database_server_type s=
db_node_storage_size_in_gbs n=
db_server_version s=
last_maintenance_run_id s=
custom_action_timeout_in_mins n
is_custom_action_timeout_enabled b
patching_mode s
maintenance_window L{0C6a=
max_cpu_count n=
max_data_storage_in_tbs n=
max_db_node_storage_size_in_gbs n=
max_memory_in_gbs n=
monthly_db_server_version s=
monthly_storage_server_version s=
next_maintenance_run_id s=
storage_count n=
storage_server_type s=
storage_server_version s=
total_storage_size_in_gbs n=
cloud_exadata_infrastructures L{0C9g=
is_diagnostics_events_enabled b
is_health_monitoring_enabled b
is_incident_logs_enabled b
data_collection_options L{0CAC=
db_servers Ls=
disk_redundancy s=
gi_version s=
hostname_prefix_computed s=
db_name s
flash_cache_limit s
share n
db_plans L{0CAP
lifecycle_details s
lifecycle_state s
objective s
iorm_config_cache L{0CAc=
is_local_backup_enabled b=
is_sparse_disk_group_enabled b=
last_update_history_entry_id s=
listener_port n=
scan_dns_name s=
scan_dns_record_id s=
scan_ip_ids Ls=
ssh_public_keys Ls=
storage_size_in_gbs n=
system_version s=
vip_ids Ls=
cloud_vm_clusters L{0C5w=
additional_details s=
backup_ip_id s=
backup_vnic2_id s=
backup_vnic_id s=
cloud_vm_cluster_id s!
db_server_id s=
db_storage_size_in_gbs n=
db_system_id s=
fault_domain s=
floating_ip_address s=
host_ip_id s=
maintenance_type s=
private_ip_address s=
software_storage_size_in_gbs n=
time_maintenance_window_end s=
time_maintenance_window_start s=
total_cpu_core_count n=
vnic2_id s=
vnic_id s=
additional_details s
backup_ip_id s
backup_vnic2_id s
backup_vnic_id s
cpu_core_count n
db_node_storage_size n
db_server_id s
db_system_id s
fault_domain s
host_ip_id s
maintenance_type s
software_storage_size n
status_reason s
time_maintenance_window_end s
time_maintenance_window_start s
total_cpu_core_count n
vnic2_id s
vnic_id s
db_nodes L{0CIJ=
autonomous_virtual_machine_ids Ls=
autonomous_vm_cluster_ids Ls=
cloud_exadata_infrastructure_id s!
estimated_patch_duration n
patching_status s
time_patching_ended s
time_patching_started s
db_server_patching_details L{0CK9=
exadata_infrastructure_id s=
max_db_node_storage_in_gbs n=
vm_cluster_ids Ls=
autonomous_virtual_machine_ids Ls
autonomous_vm_cluster_ids Ls
compute_model s
db_node_storage_size_in_gbs n
db_server_patching_details L{0CK9
exadata_infrastructure_id s
max_cpu_count n
max_db_node_storage_in_gbs n
max_memory_in_gbs n
memory_size_in_gbs n
shape s
vm_cluster_ids Ls
db_servers L{0CLp=
availability_zone_id s?
available_core_count n
available_core_count_per_node n
available_data_storage_in_tbs n
available_data_storage_per_server_in_tbs n
available_db_node_per_node_in_gbs n
available_db_node_storage_in_gbs n
available_memory_in_gbs n
available_memory_per_node_in_gbs n
core_count_increment n
max_storage_count n
maximum_node_count n
min_core_count_per_node n
min_data_storage_in_tbs n
min_db_node_storage_per_node_in_gbs n
min_memory_per_node_in_gbs n
min_storage_count n
minimum_core_count n
minimum_node_count n
runtime_minimum_core_count n
shape_family s
shape_type s
db_system_shapes L{0CNH=
gi_versions L{0COt=
shape s?
aws_integration s=
iam_role_arn s!
backup_subnet_cidr s=
client_subnet_cidr s=
custom_domain_name s=
default_dns_prefix s=
ipv4_addresses Ls
managed_s3_backup_access L{0CPY
managed_service_ipv4_cidrs Ls
resource_gateway_arn s
s3_policy_document s
s3_access L{0CPh
service_network_arn s
vpc_endpoint_id s
vpc_endpoint_type s
service_network_endpoint L{0CPy
zero_tl_access L{0CQ5
managed_services L{0CQE=
oci_dns_listener_ip s
oci_dns_forwarding_configs L{0CQh=
oci_network_anchor_id s=
oci_network_anchor_url s=
oci_vcn_id s=
oci_vcn_url s=
peered_cidrs Ss=
kms_policy_document s
kms_access L{0CSH
sts_policy_document s
sts_access L{0CSY
managed_services L{0CSp=
cross_region_s3_restore_sources_access L{0CUr
managed_services L{0CV2=
ec2_placement_group_ids Ls=
odb_peering_connection_type s=
peer_network_arn s=
peer_network_cidrs Ss=
odb_peering_connections L{02nO?=
odb_network_arn s
peer_network_arn s
odb_peering_connections L{0CaO=
oci_network_anchor_id s
oci_vcn_id s
oci_vcn_url s
odb_networks L{0Cas=
anonymous_auth_enabled b
advanced_security_options L{0CbO=
use_off_peak_window b
auto_tune_options L{0Cbb=
multi_az_with_standby_enabled b
node_config L{0Cbs
node_options L{0Cc3
cluster_config L{0CcC=
dashboard_endpoint s=
dashboard_endpoint_v2 s=
domain_endpoint_v2_hosted_zone_id s=
endpoint_v2 s=
kibana_endpoint s=-
window_start_time L{03Ic
off_peak_window L{0Cd1=
off_peak_window_options L{0Cd6?#0,1
auto_software_update_enabled b
software_update_options L{0CdF=
enabled_api_access b
identity_center_instance_arn s
roles_key s
subject_key s
identity_center_options L{0CfD=
off_peak_window L{0Cd1
off_peak_window_options L{0CfU=
deployment_strategy s
deployment_strategy_options L{0Cha=
jwks_url s
public_key s
jwt_options L{0Cjg
advanced_security_options L{0Cj_=
policy_version s=
collection_endpoint s=
failure_code s=
failure_message s=
standby_replicas s=
max_indexing_capacity_in_ocu n
max_search_capacity_in_ocu n
min_indexing_capacity_in_ocu n
min_search_capacity_in_ocu n
capacity_limits L{0Coz=
generation s=
capacity_limits L{0Coz
number_of_collections n
standby_replicas s
collection_group_summaries L{0CqS=
config_version s=
group_attribute s=
metadata s=
user_attribute s=
saml_options {0Cs8?#
saml_options L{0Cs8?#
iam_federation_options L{0CtN?#
instance_arn s=
iam_identity_center_options L{0CtW?#
vpc_endpoint_id s!
account_id s!
email s=
joined_method s=
joined_timestamp s=
delegation_enabled_date s
joined_method s
joined_timestamp s
delegated_administrators S{0Cx3=
service_principal s?
service_principal s
delegated_services S{0Cxn=
entity_id s!
entity_path s=
accounts L{0CyG=
aws_service_access_principals Ss=
enabled_policy_types Ss=
feature_set s=
master_account_arn s=
master_account_email s=
master_account_id s=
master_account_name s=
non_master_accounts L{0CyG=
policy_types L{0Cyb
roots L{0Cyk=
accounts L{0Czm=
non_master_accounts L{0Czm=
return_organization_only b?
parent_id s!
children L{03Y5=
filter s!
target_id s!
aws_managed b=
policy_id s!
resource_id s!
asset_id s!
asset_type s=
rack_elevation n=
rack_id s=
instance_families Ls=
asset_ids Ls=
host_id_filter Ss?
status_id_filter Ss?
owner_id s?
site_arn s=
supported_hardware_type s=
instance_type s?=
availability_zone s?=
availability_zone_id s?=
owner_id s?=
site_id s?=
dns_suffix s=
reverse_dns_prefix s=
include_additional_language_codes b?
language_code s?
additional_language_codes Ls=
gender s=
language_name s=
supported_engines Ls=
voices L{0D91?#
prefix_list_id s?
field s!
filters L{0DB2!#1,0
service_code s!
configuration s=
prometheus_endpoint s=
alias_prefix s?
aliases Ls=
workspace_ids Ls=
kms_key s=
permissions_mode s=
analysis_id s!
aws_account_id s?=
optimized_view_port_width s
screen_canvas_size_options L{0DEa
canvas_size_options L{0DEf
free_form L{0DEk
resize_option s
screen_canvas_size_options L{0DEp
canvas_size_options L{0DEy
grid L{0DF1
interactive_layout_configuration L{0DF6
bottom s
left s
right s
top s
paper_margin L{0DFF
paper_orientation s
paper_size s
paper_canvas_size_options L{0DFW
canvas_size_options L{0DFj
section_based L{0DFo
paginated_layout_configuration L{0DFt
sheet_content_type s
default_new_sheet_configuration L{0DFy
analysis_defaults L{0DG9
data_set_identifier s
calculated_fields S{0DGE
column_name s
column L{0DGR
date_time_format s
null_string s
null_value_format_configuration L{0DGa
decimal_places n
decimal_places_configuration L{0DGf
display_mode s
negative_value_configuration L{0DGk
number_scale s
decimal_separator s
symbol s
visibility s
thousands_separator L{0DGp
separator_configuration L{0DGy
currency_display_format_configuration L{0DH5
number_display_format_configuration L{0DHc
percentage_display_format_configuration L{0DI3
numeric_format_configuration L{0DIS
date_time_format_configuration L{0DIf
number_format_configuration L{0DIs
string_format_configuration L{0DIx
format_configuration L{0DJ4
role s
column_configurations L{0DJH
data_set_arn s
data_set_identifiers_declarations L{0DJU
cross_dataset s
filter_group_id s
category_value s
match_operator s
null_option s
select_all_options s
custom_filter_configuration L{0DJd
category_values Ls
custom_filter_list_configuration L{0DJy
filter_list_configuration L{0DKD
configuration L{0DKQ
filter_id s
category_filter L{0DKd
categorical_aggregation_function s
date_aggregation_function s
percentile_value n
percentile_aggregation L{0DKq
simple_numerical_aggregation s
numerical_aggregation_function L{0DKv
aggregation_function L{0DL2
numeric_equality_filter L{0DLF
include_maximum b
include_minimum b
parameter s
static_value n
range_maximum L{0DLm
range_minimum L{0DLm
numeric_range_filter L{0DLv
anchor_option s
anchor_date_configuration L{0DMU
amount n
granularity s
exclude_period_configuration L{0DMd
minimum_granularity s
relative_date_type s
relative_date_value n
time_granularity s
relative_dates_filter L{0DMq
time_equality_filter L{0DNT
rolling_date L{0DNo
static_value s
range_maximum_value L{0DNx
range_minimum_value L{0DNx
time_range_filter L{0DO8
sort_direction s
aggregation_sort_configuration L{0DOj
limit n
top_bottom_filter L{0DOw
filters L{0DPJ
sheet_id s
visual_ids Ss
sheet_visual_scoping_configurations L{0DPm
selected_sheets L{0DPz
scope_configuration L{0DQ2
filter_groups L{0DQ7
default_value_column L{0DGR
group_name_column L{0DGR
user_name_column L{0DGR
dynamic_value L{0DQS
static_values Ls
default_values L{0DQf
custom_value s
value_when_unset_option s
values_when_unset L{0DQs
date_time_parameter_declaration L{0DQ_
static_values Ln
default_values L{0DRG
parameter_value_type s
custom_value n
values_when_unset L{0DRP
decimal_parameter_declaration L{0DRY
integer_parameter_declaration L{0DRY
default_values L{0DRp
string_parameter_declaration L{0DRy
parameter_declarations S{0DSD
custom_label s
font_color s
font_decoration s
relative s
font_size L{0DSU
font_style s
font_weight L{01tS
font_configuration L{0DSZ
title_options L{0DSu
display_options L{0DT5
filter_control_id s
source_filter_id s
date_time_picker L{0DTE
column_to_match L{0DGR
source_sheet_control_id s
source_controls L{0DTZ
cascading_control_configuration L{0DTi
select_all_options L{0DTn
display_options L{0DTs
selectable_values L{0DT_
dropdown L{0DU4
search_options L{0DTn
display_options L{0DUX
list L{0DUk
relative_date_time L{0DVB
display_options L{0DVS
maximum_value n
minimum_value n
step_size n
slider L{0DVX
delimiter s
placeholder_options L{0DTn
display_options L{0DW2
text_area L{0DWB
text_field L{0DWW
filter_controls L{0DWn
color s
background_style L{0DXE
border_style L{0DXE
element_id s
element_type s
height s
loading_animation L{0DTn
configuration_overrides L{0DTn
rendering_rules L{0DXN
selected_border_style L{0DXE
width s
x_axis_location s
y_axis_location s
elements L{0DXW
free_form_layout L{0DYH
column_index s
column_span n
row_index s
row_span n
elements L{0DYQ
grid_layout L{0DYp
free_form_layout L{0DYy
layout L{0DZ1
content L{0DZ6
after L{0DZB
page_break_configuration L{0DZG
section_id s
padding L{0DFF
style L{0DZL
body_sections L{0DZU
footer_sections L{0DZl
header_sections L{0DZl
section_based_layout L{0DZy
configuration L{0DaD
layouts L{0DaQ
parameter_control_id s
source_parameter_name s
date_time_picker L{0DaV
link_to_data_set_column L{0DGR
selectable_values L{0Dam
dropdown L{0Dav
list L{0DbM
slider L{0Dbp
text_area L{0DcG
text_field L{0Dcb
parameter_controls L{0Dcs
configuration L{0DdF
sheet_control_layouts L{0DdK
sheet_text_box_id s
text_boxes L{0DdP
selected_field_option s
selected_fields Ls
selected_fields_configuration L{0DdY
target_visual_option s
target_visuals Ss
same_sheet_target_visual_configuration L{0Ddh
target_visuals_configuration L{0Ddq
filter_operation L{0Ddv
target_sheet_id s
local_navigation_configuration L{0De2
navigation_operation L{0De7
destination_parameter_name s
date_time_values Ls
decimal_values Ln
integer_values Ln
string_values Ls
custom_values L{0DeC
include_null_value b
custom_values_configuration L{0DeT
select_all_value_options s
source_field s
value L{0Dec
parameter_value_configurations L{0Det
set_parameters_operation L{0Df0
url_target s
url_template s
url_operation L{0Df5
action_operations L{0DfE
custom_action_id s
trigger s
actions L{0DfV
bars_arrangement s
axis_line_visibility s
axis_offset s
missing_date_visibility s
date_axis_options L{0Dfq
data_driven L{02nO
min_max L{07GY
range L{0Dfv
step_count n
linear L{0Dg2
logarithmic L{0DgB
scale L{0DgG
numeric_axis_options L{0DgP
data_options L{0DgY
grid_line_visibility s
percent_range L{05ST
visible_range L{0Dgh
scrollbar_options L{0Dgm
label_options L{0DSu
rotation_angle n
tick_label_options L{0Dgv
category_axis L{0Dh2
field_id s
apply_to L{0DhR
axis_label_options L{0Dha
sort_icon_visibility s
category_label_options L{0Dhn
color_label_options L{0Dhn
contributor_dimensions L{0DGR
measure_field_id s
contribution_analysis_defaults L{0Dh-
category_label_visibility s
field_value s
data_path_label_type L{0Di7
field_label_type L{0DiK
maximum_label_type L{0DTn
minimum_label_type L{0DTn
range_ends_label_type L{0DTn
data_label_types L{0DiT
label_color s
label_content s
label_font_configuration L{0DSZ
measure_label_visibility s
overlap s
position s
data_labels L{0Dio
format_configuration L{0DIx
hierarchy_id s
categorical_dimension_field L{0DjN
date_granularity s
format_configuration L{0DIf
date_dimension_field L{0Dje
format_configuration L{0DIs
numerical_dimension_field L{0Djz
category L{0DkE
colors L{0DkE
small_multiples L{0DkE
calculated_measure_field L{0DkR
aggregation_function s
categorical_measure_field L{0Dka
date_measure_field L{0Dkr
aggregation_function L{0DKv
numerical_measure_field L{0Dl6
values L{0DlN
bar_chart_aggregated_field_wells L{0Dle
field_wells L{0Dlv
title L{0DSu
legend L{0Dl-
orientation s
axis_binding s
calculation L{0DKv
measure_aggregation_function L{0DL2
dynamic_configuration L{0DmJ
static_configuration L{0DmW
data_configuration L{0Dmb
custom_label_configuration L{0Dmo
horizontal_position s
format_configuration L{0DIS
relative_position s
value_label_configuration L{0Dmt
vertical_position s
label_configuration L{0Dn0
pattern s
style_configuration L{0DnP
reference_lines L{0DnY
max_visible_columns n
max_visible_rows n
background_color s
background_visibility s
border_color s
border_style s
border_thickness s
border_visibility s
gutter_spacing s
gutter_visibility s
horizontal_text_alignment s
title L{0Dnp
panel_configuration L{0Do0
small_multiples_options L{0Dob
items_limit n
other_categories s
category_items_limit L{0Doo
sort_by L{0DGR
column_sort L{0Dox
field_sort L{0Dp8
category_sort L{0DpH
color_items_limit L{0Doo
color_sort L{0DpH
small_multiples_limit_configuration L{0Doo
small_multiples_sort L{0DpH
sort_configuration L{0DpQ
aggregation_visibility s
aggregation L{0DL2
label s
column_tooltip_item L{0Dpp
field_tooltip_item L{0Dq4
tooltip_fields L{0DqH
tooltip_title_type s
field_base_tooltip L{0DqQ
selected_tooltip_type s
tooltip_visibility s
tooltip L{0Dqd
value_axis L{0Dh2
value_label_options L{0Dhn
chart_color s
element L{0Dqq
color_map L{0Dqz
visual_palette L{0DrA
chart_configuration L{0DrJ
category_filter L{0DsK
numeric_equality_filter L{0DsT
range_maximum s
range_minimum s
time_range_filter L{0Dsc
drill_down_filters L{0Dst
date_time_hierarchy L{0Dt4
columns L{0DGR
explicit_hierarchy L{0DtD
predefined_hierarchy L{0DtD
column_hierarchies L{0DtQ
plain_text s
rich_text s
format_text L{0Dtd
subtitle L{0Dtm
title L{0Dtm
visual_id s
bar_chart_visual L{0Dtv
all_data_points_visibility s
outlier_visibility s
fill_style s
style_options L{0DuI
box_plot_options L{0DuN
group_by L{0DkE
box_plot_aggregated_field_wells L{0Dua
field_wells L{0Duj
primary_y_axis_display_options L{0Dh2
primary_y_axis_label_options L{0Dhn
page_number n
page_size n
pagination_configuration L{0Duo
sort_configuration L{0Dux
chart_configuration L{0Dv4
box_plot_visual L{0Dvn
bar_data_labels L{0Dio
bar_values L{0DlN
line_values L{0DlN
combo_chart_aggregated_field_wells L{0DwA
field_wells L{0DwR
line_data_labels L{0Dio
secondary_y_axis_display_options L{0Dh2
secondary_y_axis_label_options L{0Dhn
sort_configuration L{0DwW
chart_configuration L{0Dwn
combo_chart_visual L{0Dxo
content_url s
image_scaling s
chart_configuration L{0DyB
custom_content_visual L{0DyO
empty_visual L{0Dyn
geospatial L{0DkE
filled_map_aggregated_field_wells L{0Dy-
field_wells L{0Dz7
base_map_style s
map_style_options L{0DzC
sort_configuration L{0DzH
east n
north n
south n
west n
bounds L{0DzM
map_zoom_mode s
window_options L{0Dzd
chart_configuration L{0Dzm
data_value n
gradient_offset n
stops L{0D-9
color L{0D-M
gradient L{0D-R
solid L{0D-a
background_color L{0D-j
format L{0D-s
shape L{0D-x
conditional_formatting_options L{0D_4
conditional_formatting L{0D_9
filled_map_visual L{0D_E
measure_data_label_style s
data_label_options L{0D_h
funnel_chart_aggregated_field_wells L{0E08
field_wells L{0E0H
sort_configuration L{0E0M
chart_configuration L{0E0V
funnel_chart_visual L{0E0y
target_values L{0DlN
field_wells L{0E1L
arc_angle n
arc_thickness s
arc L{0E1U
range L{01XI
reserve_range n
arc_axis L{0E1d
comparison_format L{0E1m
comparison_method s
comparison L{0E1v
primary_value_display_type s
primary_value_font_configuration L{0DSZ
gauge_chart_options L{0E22
chart_configuration L{0E2N
foreground_color L{0D-j
arc L{0E2i
icon_display_option s
display_configuration L{0E2n
icon s
unicode_icon s
icon_options L{0E2s
custom_condition L{0E2_
icon_set_type s
icon_set L{0E3G
icon L{0E3P
text_color L{0D-j
primary_value L{0E3Y
conditional_formatting_options L{0E3h
conditional_formatting L{0E3q
gauge_chart_visual L{0E3v
geospatial_map_aggregated_field_wells L{0E4I
field_wells L{0E4V
simple_cluster_marker L{0E4a
cluster_marker L{0E4f
cluster_marker_configuration L{0E4k
selected_point_style s
point_style_options L{0E4p
chart_configuration L{0E4y
geospatial_map_visual L{0E5P
color_fill_type s
colors L{0E5o
null_value_color L{0E5o
color_scale L{0E5x
column_label_options L{0Dhn
columns L{0DkE
rows L{0DkE
heat_map_aggregated_field_wells L{0E68
field_wells L{0E6L
row_label_options L{0Dhn
heat_map_column_items_limit_configuration L{0Doo
heat_map_column_sort L{0DpH
heat_map_row_items_limit_configuration L{0Doo
heat_map_row_sort L{0DpH
sort_configuration L{0E6Q
chart_configuration L{0E6h
heat_map_visual L{0E7C
bin_count L{0DmW
bin_count_limit n
bin_width L{0E7b
selected_bin_type s
start_value n
bin_options L{0E7k
histogram_aggregated_field_wells L{0E7_
field_wells L{0E84
x_axis_display_options L{0Dh2
x_axis_label_options L{0Dhn
y_axis_display_options L{0Dh2
chart_configuration L{0E89
histogram_visual L{0E8g
computation_id s
custom_seasonality_value n
lower_boundary n
periods_backward n
periods_forward n
prediction_interval n
seasonality s
time L{0DkE
upper_boundary n
value L{0DlN
forecast L{0E8_
period_size n
growth_rate L{0E9i
maximum_minimum L{0EA1
from_value L{0DlN
target_value L{0DlN
metric_comparison L{0EAM
period_over_period L{0EAh
period_time_granularity s
period_to_date L{0EAy
mover_size n
sort_order s
top_bottom_movers L{0EBH
result_size n
top_bottom_ranked L{0EBo
total_aggregation L{0ECB
unique_values L{0ECO
computation L{0ECb
narrative s
custom_narrative L{0EDE
insight_configuration L{0EDJ
insight_visual L{0EDS
trend_groups L{0DkE
field_wells L{0EDr
progress_bar L{0DTn
secondary_value L{0DTn
secondary_value_font_configuration L{0DSZ
sparkline L{0EE2
trend_arrows L{0DTn
standard_layout L{012s
visual_layout_options L{0EEJ
kpi_options L{0EEO
trend_group_sort L{0DpH
sort_configuration L{0EEz
chart_configuration L{0EF2
actual_value L{0E3Y
comparison_value L{0E3Y
progress_bar L{0E2i
conditional_formatting_options L{0EFF
conditional_formatting L{0EFW
kpi_visual L{0EFb
line_interpolation s
line_style s
line_visibility s
line_width s
line_style_settings L{0EG2
marker_color s
marker_shape s
marker_size s
marker_visibility s
marker_style_settings L{0EGJ
default_series_settings L{0EGa
line_chart_aggregated_field_wells L{0Dle
field_wells L{0EGn
seasonality n
forecast_properties L{0EGs
date s
what_if_point_scenario L{0EHF
start_date s
what_if_range_scenario L{0EHO
scenario L{0EHb
forecast_configurations L{0EHk
axis_options L{0Dh2
treatment_option s
missing_data_configuration L{0EHt
primary_y_axis_display_options L{0EHy
secondary_y_axis_display_options L{0EHy
settings L{0EI5
data_field_series_item L{0EIE
field_series_item L{0EIV
series L{0EIi
category_items_limit_configuration L{0Doo
color_items_limit_configuration L{0Doo
sort_configuration L{0EIr
chart_configuration L{0EJA
line_chart_visual L{0EKN
arc_options L{0EKm
label_visibility s
donut_center_options L{0EKr
donut_options L{0EKw
pie_chart_aggregated_field_wells L{0EL3
field_wells L{0ELG
sort_configuration L{0ELL
chart_configuration L{0ELc
pie_chart_visual L{0EMJ
data_path_list L{0Dqq
data_path_options L{0EMi
selected_field_options L{0EMr
field_options L{0EN2
pivot_table_aggregated_field_wells L{0E68
field_wells L{0ENB
overflow_column_header_visibility s
vertical_overflow_visibility s
paginated_report_options L{0ENG
column L{0Dox
sort_paths L{0Dqq
data_path L{0ENP
field L{0Dp8
sort_by L{0ENY
field_sort_options L{0ENl
sort_configuration L{0ENu
thickness n
bottom L{0ENz
inner_horizontal L{0ENz
inner_vertical L{0ENz
left L{0ENz
right L{0ENz
top L{0ENz
side_specific_border L{0EOA
uniform_border L{0ENz
border L{0EOZ
height n
text_wrap s
vertical_text_alignment s
cell_style L{0EOi
collapsed_row_dimensions_visibility s
column_header_style L{0EOi
column_names_visibility s
metric_placement s
row_alternate_colors Ls
row_alternate_color_options L{0EPD
row_field_names_style L{0EOi
row_header_style L{0EOi
single_metric_visibility s
toggle_buttons_visibility s
table_options L{0EPM
field_level s
field_level_options L{0EP_
metric_header_cell_style L{0EOi
total_cell_style L{0EOi
totals_visibility s
value_cell_style L{0EOi
column_subtotal_options L{0EQ4
placement s
scroll_status s
column_total_options L{0EQX
row_subtotal_options L{0EQ4
row_total_options L{0EQX
total_options L{0EQ-
chart_configuration L{0ERF
scope L{0ERe
text_format L{0ERj
cell L{0ERw
conditional_formatting_options L{0ES7
conditional_formatting L{0ESC
pivot_table_visual L{0ESH
alternate_band_colors_visibility s
alternate_band_even_color s
alternate_band_odd_color s
area_style_settings L{0DTn
base_series_settings L{0ESg
color_axis L{0Dh2
color L{0DkE
radar_chart_aggregated_field_wells L{0ESl
field_wells L{0ESy
start_angle n
chart_configuration L{0ET1
radar_chart_visual L{0ETw
destination L{0DkE
source L{0DkE
weight L{0DlN
sankey_diagram_aggregated_field_wells L{0EUJ
field_wells L{0EUW
destination_items_limit L{0Doo
source_items_limit L{0Doo
weight_sort L{0DpH
sort_configuration L{0EUb
chart_configuration L{0EUo
sankey_diagram_visual L{0EU_
size L{0DlN
x_axis L{0DlN
y_axis L{0DlN
scatter_plot_categorically_aggregated_field_wells L{0EVK
x_axis L{0DkE
y_axis L{0DkE
scatter_plot_unaggregated_field_wells L{0EVb
field_wells L{0EVo
y_axis_label_options L{0Dhn
chart_configuration L{0EVx
scatter_plot_visual L{0EWW
order Ls
table_cell_image_scaling_configuration s
sizing_options L{0EWv
image_configuration L{0EW-
custom_icon_content L{0EX3
custom_text_content L{0EX8
content L{0EXH
link_configuration L{0EXQ
url_styling L{0EXZ
selected_field_options L{0EXi
field_options L{0EY1
table_aggregated_field_wells L{0Dua
values L{0EYA
table_unaggregated_field_wells L{0EYN
field_wells L{0EYS
row_sort L{0DpH
sort_configuration L{0EYb
negative_color s
positive_color s
data_bars L{0EYk
table_inline_visualizations L{0EYx
header_style L{0EOi
table_options L{0EZ0
total_options L{0EZH
chart_configuration L{0EZc
cell L{0Ea3
row L{0EaC
conditional_formatting_options L{0EaL
conditional_formatting L{0EaU
table_visual L{0EaZ
colors L{0DlN
groups L{0DkE
sizes L{0DlN
tree_map_aggregated_field_wells L{0Eay
field_wells L{0Eb9
group_label_options L{0Dhn
size_label_options L{0Dhn
tree_map_group_items_limit_configuration L{0Doo
tree_map_sort L{0DpH
sort_configuration L{0EbE
chart_configuration L{0EbN
tree_map_visual L{0Eby
category_axis_display_options L{0Dh2
category_axis_label_options L{0Dhn
breakdowns L{0DkE
categories L{0DkE
waterfall_chart_aggregated_field_wells L{0EcL
field_wells L{0EcY
breakdown_items_limit L{0Doo
sort_configuration L{0Ecd
total_bar_label s
waterfall_chart_options L{0Ecm
chart_configuration L{0Ecr
waterfall_visual L{0EdU
word_cloud_aggregated_field_wells L{0Edt
field_wells L{0Ee0
cloud_layout s
maximum_string_length n
word_casing s
word_orientation s
word_padding s
word_scaling s
word_cloud_options L{0Ee5
chart_configuration L{0EeU
word_cloud_visual L{0Eel
visuals L{0Ef8
sheets L{0Egb
definition L{0EhI=
last_published_time s=
actions Ss
permissions L{0Ehl=
theme_arn s=
columns Ls
country_code s
geo_spatial_column_group L{0Ejc
column_groups L{0Ejp=
column_names Ls
principals Ls
column_level_permission_rules L{0Eju=
data_set_id s!
disable_use_as_direct_query_source b
disable_use_as_imported_source b
data_set_usage_configuration L{0Ek1=
field_folders_id s
field_folders S{0EkA=
import_mode s=
alias s
new_column_type s
cast_column_type_operation L{0EkN
column_id s
columns L{0Eka
create_columns_operation L{0Ekn
condition_expression s
filter_operation L{0Eks
projected_columns Ls
project_operation L{0Ekx
new_column_name s
rename_column_operation L{0El0
column_description L{0El9
column_geographic_role s
tags L{0ElE
tag_column_operation L{0ElN
tag_names Ls
untag_column_operation L{0ElW
data_transforms L{0Elf
logical_table_map_id s
unique_key b
left_join_key_properties L{0Em6
left_operand s
on_clause s
right_join_key_properties L{0Em6
right_operand s
join_instruction L{0EmB
physical_table_id s
source L{0Ema
logical_table_map S{0Emn=
columns L{04cP
data_source_arn s
sql_query s
custom_sql L{0En2
physical_table_map_id s
catalog s
input_columns L{04cP
schema s
relational_table L{0EnJ
contains_header b
start_from_row n
text_qualifier s
upload_settings L{0Ene
s3_source L{0Enz
physical_table_map S{0EoA=
format_version s
permission_policy s
row_level_permission_data_set L{0EoR=
match_all_value s
tag_key s
tag_multi_value_delimiter s
tag_rules L{0Eom
row_level_permission_tag_configuration L{0Ep1=
tags_all Ms?=-
namespace s?
principal_id s=
base_theme_id s=
colors Ls
empty_fill_color s
min_max_gradient Ls
data_color_palette L{0EsI
show b
border L{0EsV
tile L{0Esa
gutter L{0EsV
margin L{0EsV
tile_layout L{0Esf
sheet L{0Eso
font_family s
font_families L{0Esx
typography L{0Et0
accent s
accent_foreground s
danger s
danger_foreground s
dimension_foreground s
measure s
measure_foreground s
primary_background s
primary_foreground s
secondary_background s
secondary_foreground s
success s
success_foreground s
warning s
warning_foreground s
ui_color_palette L{0Et5
configuration L{0Eu6=
theme_id s!
version_number n=
active b=
identity_type s=
user_role s=
custom_permissions_name s=
owning_account_id s=
resource_arns Ls=
resource_owner s!
resource_share_status s?
certificate_type s=
customer_override b=
customer_override_valid_till s=
default_for_new_launches b?
latest_valid_till b?
thumbprint s=
valid_from s=
valid_till s=
backtrack_window n=
cluster_identifier s!
cluster_members Ss=
cluster_resource_id s=
cluster_scalability_type s=
db_cluster_parameter_group_name s=
db_subnet_group_name s=
engine_mode s=
final_snapshot_identifier s=
iam_database_authentication_enabled b=
iam_roles Ss=
reader_endpoint s=
replication_source_identifier s=
cluster_arns Ss=
cluster_identifiers Ss=
engine s!
supported_feature_names Ss=
supported_modes Ss=
supports_certificate_rotation_without_restart b=
supports_integrations b=
supports_limitless_database b=
supports_local_write_forwarding b=
supports_parallel_query b=
duration n?
end_time s?
event_categories Ss?
event_categories Ls
source_identifier s
events L{0FDX=
source_identifier s?
start_time s?
engine_lifecycle_support s=
db_cluster_arn s
is_writer b
members L{0FER=
availability_zone_group s?=
engine_latest_version b?
license_model s?=
outpost_capable b=
preferred_engine_versions Ls?
read_replica_capable b?=
storage_type s?=
supported_engine_modes Ls?=
supported_network_types Ls?=
supports_clusters b?=
supports_enhanced_monitoring b?=
supports_global_databases b?=
supports_iam_database_authentication b?=
supports_iops b?=
supports_kerberos_authentication b?=
supports_multi_az b?=
supports_performance_insights b?=
supports_storage_autoscaling b?=
supports_storage_encryption b?=
db_instance_class s!
duration n!
multi_az b!
allocated_storage n
db_instance_identifier s
db_snapshot_arn s
db_snapshot_identifier s
license_model s
option_group_name s
original_snapshot_create_time s
snapshot_create_time s
snapshot_type s
source_db_snapshot_identifier s
source_region s
tag_list L{01CU
snapshots L{0FKr=
allow_version_upgrade b=
aqua_configuration_status s=
automated_snapshot_retention_period n=
availability_zone_relocation_enabled b=
bucket_name s=
cluster_namespace_arn s=
node_role s
public_ip_address s
cluster_nodes L{0FMl=
cluster_parameter_group_name s=
cluster_public_key s=
cluster_revision_number s=
cluster_subnet_group_name s=
cluster_type s=
cluster_version s=
default_iam_role_arn s=
elastic_ip s=
enable_logging b=
enhanced_vpc_routing b=
iam_roles Ls=
log_destination_type s=
log_exports Ss=
maintenance_track_name s=
manual_snapshot_retention_period n=
number_of_nodes n=
s3_key_prefix s=
vpc_security_group_ids Ls=
auto_create b?
db_groups Ss?
db_name s?
db_password s=*
db_user s!
data_share_arn s=
managed_by s=
producer_arn s=
data_shares L{0FTO?#
data_share_arn s
managed_by s
producer_arn s
data_shares L{0FTk=
cluster_type s?=
cluster_version s?=
node_type s?=
preferred_node_types Ls?
producer_arn s!
db_user s=
workgroup_name s!
admin_username s=
namespace_id s=
namespace_name s!
network_interface L{0FYk
vpc_endpoint L{0FY_
endpoint L{0FZC=
namespace_name s=
track_name s=
workgroup_id s=
endpoint s?=
all_regions b?
target n
availability_slo L{0Fbk=
time_between_backups_in_minutes n
data_recovery L{0Fbp=
disaster_recovery_approach s
rpo_in_minutes n
rto_in_minutes n
multi_az L{0Fbu=
multi_region L{0Fbu=
sharing_enabled b=
system_arn s
user_journey_ids Ss
associated_system L{0Fco=
cross_account_role_arn s
cross_account_role L{0Fcx
invoker_role_name s
permission_model L{0Fd4=
policy_arn s=
organization_id s=
ou_id s=
system_id s=
query_string s!
complete b
total_resources n
resource_count L{0FeV=
last_reported_at s
owning_account_id s
properties L{0Fee
resources L{0Fer=
view_arn s?=
cloud_formation_resource_types Ls
reporting_tag_keys Ls
required_tags L{0Fg0=
exclude_compliant_resources b?
include_compliance_details b?
resource_arn_list Ss?
compliance_status b
keys_with_noncompliant_values Ss
non_compliant_keys Ss
compliance_details L{0FgM
resource_tag_mapping_list L{0FgZ=
resource_type_filters Ss?
tag_filter L{0Fgm?#0,50
carrier_gateway_id s?=
core_network_arn s?=
destination_cidr_block s?=
destination_ipv6_cidr_block s?=
destination_prefix_list_id s?=
egress_only_gateway_id s?=
gateway_id s?=
nat_gateway_id s?=
network_interface_id s?=
route_table_id s!
transit_gateway_id s?=
vpc_peering_connection_id s?=
odb_network_arn s?=
name_servers Ls=
evaluate_target_health b
alias_target {0FlN
collection_id s
location_name s
cidr_routing_config {0Fla
failover s
continent_code s
subdivision_code s
geolocation {0Flj
aws_region s
bias n
coordinates {0Flw
local_zone_group s
geoproximity_location {0Fm3
multi_value_answer b
resource_records L{0BZ7
set_identifier s
traffic_policy_instance_id s
ttl n
resource_record_sets L{0FmK=
zone_id s!
direction s=
ip_addresses Ss=
protocols Ss=
resolver_endpoint_id s?
resolver_endpoint_type s=
rni_enhanced_metrics_enabled b=
target_name_server_metrics_enabled b=
firewall_fail_open s=
creator_request_id s=
domain_count n=
firewall_domain_list_id s!
managed_owner_name s=
modification_time s=
firewall_rule_group_id s!
rule_count n=
share_status s=
firewall_rule_group_association_id s!
firewall_rule_group_id s=
mutation_protection s=
action s?
block_override_dns_type s
block_override_domain s
block_override_ttl n
block_response s
creator_request_id s
firewall_domain_list_id s
firewall_rule_group_id s
modification_time s
firewall_rules L{0FvL=
priority n?
confidence_threshold s
dns_threat_protection s
firewall_domain_redirection_action s
firewall_threat_protection_id s
q_type s
firewall_rules L{0Fwq=
resolver_query_log_config_id s?
domain_name s?=
resolver_endpoint_id s?=
resolver_rule_id s?=
rule_type s?=
ipv6 s
target_ips S{0F-s=
resolver_rule_ids Ss=
rule_type s?
share_status s?
endpoint S{0G0s?#
record_type s?
bias s?
endpoint_reference s?
evaluate_target_health b?
health_check s?
latitude s?
longitude s?
rule_reference s?
geo_proximity_location S{0G17?#
items S{0G1e?#
continent s?
country s?
is_default b?
subdivision s?
location S{0G1n?#
primary L{0G2I?#0,1
region S{0G2Z?#
secondary L{0G2I?#0,1
rule S{0G2u?#
start_endpoint s?
start_rule s?
linked_service_description s=
linked_service_principal s=
primary_name_server s=
private_zone b?
resource_record_set_count n=
enable_accelerated_recovery b?
share_status s
profiles L{0G6U=
main b
route_table_association_id s
route_table_id s
associations L{0G6z=
route_table_id s?=
carrier_gateway_id s
cidr_block s
core_network_arn s
egress_only_gateway_id s
ipv6_cidr_block s
local_gateway_id s
routes L{0G7I=
routes L{0G9n=
bucket s=
bucket_account_id s=
data_source_id s=
data_source_type s=
endpoints Ms=
network_origin s=
block_public_acls b
block_public_policy b
ignore_public_acls b
restrict_public_buckets b
public_access_block_configuration L{0GBZ=
vpc_configuration L{0GBq=
block_public_acls b=
block_public_policy b=
ignore_public_acls b=
restrict_public_buckets b=
bucket_domain_name s=
bucket_regional_domain_name s=
website_domain s=
website_endpoint s=
bucket_region s=
eventbridge b=
events Ss
filter_prefix s
filter_suffix s
lambda_function L{0GEP=
queue L{0GEk=
topic L{0GF3=
bucket s!-
bucket_key_enabled b=
cache_control s=
content_encoding s=
content_language s=
content_length n=
expires s=
metadata Ms=
object_lock_legal_hold_status s=
object_lock_mode s=
object_lock_retain_until_date s=
range s?
server_side_encryption s=
sse_kms_key_id s=
storage_class s=
version_id s?=
website_redirect_location s=
expected_bucket_owner s?
object_lock_enabled s=
days n
years n
default_retention L{0GJF
rule L{0GJS=
common_prefixes Ls=
delimiter s?
encoding_type s?
fetch_owner b?
keys Ls=
max_keys n?
owners Ls=
start_after s?
delete_marker_replication L{0DZB
owner s
access_control_translation L{0GLo
account s
replica_kms_key_id s
encryption_configuration L{0GLt
event_threshold L{0GLy
metrics L{0GM1
time L{0GLy
replication_time L{0GMA
storage_class s
destination L{0GMJ
existing_object_replication L{0DZB
tag L{01CU
and L{0GMm
filter L{0GMv
replica_modifications L{0DZB
sse_kms_encrypted_objects L{0DZB
source_selection_criteria L{0GN6
rule L{0GNF=
bucket_region s?
bucket_arn s
bucket_region s
creation_date s
buckets L{0GO5=
max_buckets n?
buckets Ls=
checksum_crc32 s=
checksum_crc32c s=
checksum_crc64nvme s=
checksum_mode s?
checksum_sha1 s=
checksum_sha256 s=
body_base64 s=
download_body s?
request_charged s=
request_payer s?
bucket_account_id s
data_source_id s
data_source_type s
network_origin s
vpc_configuration L{0GBq
access_points L{0GXM=
bucket s?
data_source_id s?
data_source_type s?
public_access_block L{0GBZ=
regions L{0GYK=
public_access_block L{0GBZ
regions L{0GYK
access_points L{0GZt=
gid n=
secondary_gids Sn=
uid n=
posix_user L{0GaT?#
owner_gid n=
owner_uid n=
permissions s=
creation_permissions L{0Gag?#
root_directory L{0Gat?#
prefix s=
file_systems L{0GcU?#
ipv4_address s=
dns_suffix s?
registry_path s=
currencies Ss?
descriptions Ss?
durations Sn?
filter L{01e9?#
offering_ids Ss?
currency s
duration_seconds n
offering_id s
operation s
payment_option s
plan_type s
product_types Ss
properties L{01iC
service_code s
usage_type s
offerings L{0Ge_=
operations Ss?
payment_options Ss?
plan_types Ss?
product_type s?
service_codes Ss?
usage_types Ss?
commitment s=
currency s=
ec2_instance_family s=
end s=
payment_option s=
product_types Ls=
purchase_time s=
recurring_payment_amount s=
returnable_until s=
savings_plan_arn s=
savings_plan_id s!
savings_plan_offering_id s=
savings_plan_type s=
start s=
term_duration_in_seconds n=
upfront_payment_amount s=
exclude_characters s?
exclude_lowercase b?
exclude_numbers b?
exclude_punctuation b?
exclude_uppercase b?
include_space b?
password_length n?
random_password s=
require_each_included_type b?
last_changed_date s=
rotation_enabled b=
rotation_lambda_arn s=
automatically_after_days n
rotation_rules L{0Gl3=
secret_id s!
external_secret_rotation_metadata L{01CU=
external_secret_rotation_role_arn s=
secret_binary s=*
secret_string s=*
version_stage s?
version_stages Ss=
last_accessed_date s
version_id s
version_stages Ls
versions L{0GoQ=
secret_name s=
vpc_ids Ls=
standards_subscription_arns Ls?
standards_arn s
standards_controls_updatable s
standards_inputs Ms
standards_status s
status_reason_code s
standards_status_reason L{0Gr-
standards_subscription_arn s
standards_subscriptions L{0Gs3=
current_region_availability s
customizable_properties Ls
remediation_url s
security_control_id s
severity_rating s
security_control_definitions L{0Gsf=
standards_arn s?
security_control_id s!
association_status s
related_requirements Ls
security_control_arn s
standards_control_description s
standards_control_title s
updated_reason s
standards_control_associations L{0GtJ=
required_capabilities Ss=
semantic_version s?=
source_code_url s=
template_url s=
dns_name s?=
reverse_dns_name s?=
reverse_dns_prefix s?=
service_id s?=
supported b=
hosted_zone s=
http_name s=
dns_records L{0Gxf
namespace_id s
routing_policy s
dns_config L{0Gxo=
failure_threshold n
resource_path s
health_check_config L{0Gx_=
health_check_custom_config L{0GyC=
namespace_id s!
suffix s=
accept_language s?
description s?=
parameters s=
portfolio_id s=
product_id s=
product_id s!
constraint_summaries L{0G_E
path_id s
summaries L{0G_N=
constraint_id s
portfolio_id s
product_id s
details L{0H1a=
portfolio_id s!
product_id s?
distributor s=
has_default_path b=
support_description s=
support_email s=
support_url s=
active b
guidance s
provisioning_artifact_details L{0H4v=
application_tag Ms=
attributes s=
attribute_group_ids Ss=
service_code s=
adjustable b=
default_value n=
global_quota b=
quota_code s?=
quota_name s?=
service_name s=
class s
resource s
metric_dimensions L{0H8i
metric_name s
metric_namespace s
metric_statistic_recommendation s
usage_metric L{0H8z=
value n=
region s!
quota_code s=
quota_name s=
unit s=
templates L{0HAi?#
aws_region s?
global_quota b
quota_code s
quota_name s
templates L{0HBQ=
rule_set_name s=
verification_token s=
email s!
configuration_set_name s!
max_delivery_seconds n
sending_pool_name s
tls_policy s
delivery_options L{0HDk=
last_fresh_start s
reputation_metrics_enabled b
reputation_options L{0HDx=
sending_enabled b
sending_options L{0HE4=
suppressed_reasons Ls
suppression_options L{0HE9=
custom_redirect_domain s
https_policy s
tracking_options L{0HEE=
engagement_metrics s
dashboard_options L{0HEN
optimized_shared_delivery s
guardian_options L{0HES
vdm_options L{0HEX=
warmup_percentage n
warmup_status s
dedicated_ips L{0HG0=
pool_name s!
scaling_mode s=
configuration_set_name s=
current_signing_key_length s
domain_signing_private_key s
domain_signing_selector s
last_key_generation_timestamp s
next_signing_key_length s
signing_attributes_origin s
tokens Ls
dkim_signing_attributes L{0HH3=
email_identity s!
verified_for_sending_status b=
verification_status s=
behavior_on_mx_failure s=
mail_from_domain s=
state_machine_version_arn s
routing_configuration L{0HJw=
statemachine_arn s!
definition s=
revision_id s=
statemachine_versions Ls=
protection_arn s=
protection_id s?=
resource_arn s?=
completed_at s=
job_id s!
job_invoker s=
job_owner s=
platform_display_name s=
platform_id s=
profile_name s=
profile_version s=
requested_by s=
revoked_at s
revoked_by s
revocation_record L{0HN2=
signature_expires_at s=
s3 L{095e
signed_object L{0HNF=
s3 L{0HNK
source L{0HNX=
revocation_effective_from s
revocation_record L{0HPq=
signature_validity_period L{0HQ1=
version_arn s=
signing_material L{01BS=
signing_parameters Ms=
url s=
queue_name_prefix s?
queue_urls Ss=
document_format s?
document_type s=
document_version s?
insecure_value s=
with_decryption b?
recursive b?
types Ls=
values Ls=*
approve_after_days n
approve_until_date s
compliance_level s
enable_non_security b
patch_filter L{0HXW
approval_rule L{0HXf=
approved_patches Ls=
approved_patches_compliance_level s=
approved_patches_enable_non_security b=
default_baseline b?
global_filter L{0HXW=
operating_system s?
owner s!
rejected_patches Ls=
rejected_patches_action s=
configuration s
products Ls
source L{0HX-=
available_security_updates_compliance_status s=
baseline_description s
baseline_id s
baseline_name s
default_baseline b
operating_system s
baseline_identities L{0HaL=
default_baselines b?
filter L{09XP?#
activation_status s=
contact_id s=
simple_address s
delivery_address L{0Hb-=
contact_id s!
duration_in_minutes n
contact_channel_id s
retry_interval_in_minutes n
channel_target_info L{0Hd1
contact_id s
is_essential b
contact_target_info L{0HdA
target L{0HdJ
stage L{0HdS=
contact_ids Ls=
hour_of_day n
minute_of_hour n
daily_settings L{0He3
day_of_month n
hand_off_time L{0He3
monthly_settings L{0HeC
number_of_on_calls n
recurrence_multiplier n
end L{0He3
start L{0He3
coverage_times L{0HeL
map_block_key s
shift_coverages L{0HeU
weekly_settings L{0Hed
recurrence L{0Hem=
time_zone_id s=
deletion_protected b=
last_modified_by s=
region S{0HgF=
regions S{0HgF=
document_name s
document_version s
dynamic_parameters Ms
parameter S{0Hhc
target_account s
ssm_automation L{0Hhl
action L{0Hi8=
chat_channel Ss=
engagements Ss=
dedupe_string s
impact n
incident_tags Ms
sns_topic_arn s
notification_target S{0HiD
summary s
incident_template L{0HiI=
secret_id s
service_id s
pagerduty L{0Hih
integration L{0Hiu=
application_account s=
application_provider_arn s=
application_url s=
sign_in_options L{0HkJ?#
portal_options L{0HkS?#
application_url s
sign_in_options L{0HlA
portal_options L{0HlJ=
application_arn s=
principal_type s=
application_assignments L{0Hm5?#
principal_id s
principal_type s
application_assignments L{0HmV=
icon_url s=
display_data L{0Hmz?#
federation_protocol s=
application_providers L{0HnA?#
application_provider_arn s
display_data L{0HnW
federation_protocol s
application_providers L{0Hnj=
identity_store_ids Ls=
instance_arn s!
relay_state s=
session_duration s=
principal_id s!
principal_type s!
disk_id s=
disk_node s?=
disk_path s?=
gateway_arn s!
assign_ipv6_address_on_creation b=
available_ip_address_count n=
cidr_block s?=
default_for_az b?=
enable_dns64 b=
enable_lni_at_device_index n=
enable_resource_name_dns_a_record_on_launch b=
enable_resource_name_dns_aaaa_record_on_launch b=
ipv6_cidr_block s?=
ipv6_cidr_block_association_id s=
ipv6_native b=
map_customer_owned_ip_on_launch b=
map_public_ip_on_launch b=
private_dns_hostname_type_on_launch s=
deprecation_date s=
release_date s=
version_name s=
runtime_versions L{0Hw9?#
deprecation_date s
version_name s
runtime_versions L{0HwZ=
table_count n=
enable_magnetic_store_writes b
encryption_option s
object_key_prefix s
s3_configuration L{0Hxt
magnetic_store_rejected_data_location L{0Hy8
magnetic_store_write_properties L{0HyD=
magnetic_store_retention_period_in_days n
memory_store_retention_period_in_hours n
retention_properties L{0HyM=
enforcement_in_record s
composite_partition_key L{0HyV
schema L{0Hyi=
table_status s=
access_role s=
basic_auth_secret_id s
compression s
encryption_algorithm s
local_profile_id s
mdn_response s
mdn_signing_algorithm s
message_subject s
partner_profile_id s
singing_algorithm s
as2_config L{0Hz_=
logging_role s=
security_policy_name s=
service_managed_egress_ip_addresses Ls=
trusted_host_keys Ls
user_secret_id s
sftp_config L{0H-a=
port_number n
resource_configuration_arn s
vpc_lattice L{0H_M
egress_config L{0H_V=
identity_provider_type s=
invocation_role s=
protocols Ls=
server_id s!
structured_log_destinations Ls=
services Ls=
validation_settings L{09dZ=
cidr_block_associations L{0I4V=
default b?=
dhcp_options_id s?=
enable_dns_hostnames b=
enable_dns_support b=
enable_network_address_usage_metrics b=
instance_tenancy s=
ipv6_association_id s=
ipv6_cidr_block s=
main_route_table_id s=
ip_source s
ipv6_address_attribute s
ipv6_pool s
network_border_group s
ipv6_cidr_block_associations S{0I72=
domain_name_servers Ls=
ipv6_address_preferred_lease_time s=
netbios_name_servers Ls=
netbios_node_type s=
ntp_servers Ls=
dns_entry L{0IAU=
dns_record_ip_type s
private_dns_only_for_inbound_resolver_endpoint b
dns_options L{0IAd=
prefix_list_id s=
private_dns_enabled b=
requester_managed b=
service_name s?=
vpc_endpoint_type s=
private_dns_preference s
private_dns_specified_domains Ss
dns_options L{0IDc=
service_region s?=
vpc_endpoint_type s?=
associated_resource_accessibility s
associated_resource_arn s
dns_entry L{0IAU
private_dns_entry L{0IAU
resource_configuration_group_arn s
service_network_name s
associations L{0IFO=
acceptance_required b=
base_endpoint_dns_names Ss=
manages_vpc_endpoints b=
private_dns_names Ss=
service s?
service_id s=
service_regions Ss?
service_type s?=
supported_ip_address_types Ss=
vpc_endpoint_policy_supported b=
service_region s=
default_resource_discovery_association_id s=
default_resource_discovery_id s=
enable_private_gua b=
ipam_region s=
operating_regions L{0IIv=
private_default_scope_id s=
public_default_scope_id s=
resource_discovery_association_count n=
scope_count n=
state_message s=
tier s=
metered_account s=
allocation_default_netmask_length n=
allocation_max_netmask_length n=
allocation_min_netmask_length n=
allocation_resource_tags Ms?=
auto_import b=
aws_service s=
ipam_pool_id s?
ipam_scope_id s=
ipam_scope_type s=
pool_depth n=
publicly_advertisable b=
source_ipam_pool_id s=
resource_owner s
resource_region s
source_resource L{0IN-=
ipam_pool_cidrs S{0IPi=
ipam_pool_id s!
address_family s
allocation_default_netmask_length n
allocation_max_netmask_length n
allocation_min_netmask_length n
allocation_resource_tags Ms
auto_import b
aws_service s
ipam_scope_id s
ipam_scope_type s
pool_depth n
publicly_advertisable b
source_ipam_pool_id s
ipam_pools S{0IQZ=
cidr s=
disallowed_cidrs Ss?
netmask_length n?
ipam_ids Ls?
default_resource_discovery_association_id s
default_resource_discovery_id s
enable_private_gua b
ipam_region s
operating_regions L{0IIv
private_default_scope_id s
public_default_scope_id s
resource_discovery_association_count n
scope_count n
state_message s
ipams L{0IT0=
metered_account s
ipams L{0IUE=
accepter Mb=
cidr_block_set L{0IVa=
ipv6_cidr_block_set L{0IVf=
peer_cidr_block s?=
peer_cidr_block_set L{0IVa=
peer_ipv6_cidr_block_set L{0IVf=
peer_owner_id s?=
peer_region s?=
peer_vpc_id s?=
requester Mb=
status s?=
requester_region s=
cidr_ipv4 s=
cidr_ipv6 s=
from_port n=
ip_protocol s=
is_egress b=
referenced_security_group_id s=
security_group_rule_id s?=
to_port n=
policy s?
resource_identifier s!
status_code n
fixed_response L{0IbM
target_group_identifier s
target_groups L{0IbR
forward L{0Iba
default_action L{0Ibf=
listener_id s=
listener_identifier s!
service_arn s=
service_identifier s!
auth_type s=
dns_entry L{0Ide=
service_identifier s?=
idle_timeout_seconds n=
number_of_associated_services n=
number_of_associated_vpcs n=
service_network_identifier s!
created_by s
custom_domain_name s
dns_entry L{0Ide
service_arn s
service_network_id s
items L{0IhE=
service_identifier s?
service_network_identifier s?
category s=
core_network_arn s=
core_network_attachment_arn s=
customer_gateway_configuration s=
customer_gateway_id s=
gateway_association_state s=
pre_shared_key_arn s=
routes L{0IiK=
accepted_route_count n
last_status_change s
outside_ip_address s
vgw_telemetries L{0IiX=
vpn_concentrator_id s=
vpn_connection_id s?=
vpn_gateway_id s=
amazon_side_asn s?=
attached_vpc_id s?=
metric_name s?
addresses Ss=
ip_address_version s=
scope s!
available_labels L{01tS=
capacity n=
consumed_labels L{01tS=
label_namespace s=
insert_header L{01iC
custom_request_handling L{0Im_
allow L{0In4
custom_response_body_key s
response_code n
response_header L{01iC
custom_response L{0In9
block L{0InM
captcha L{0In4
challenge L{0In4
count L{0In4
action L{0InR
rules L{0Inm=
vendor_name s!
version_name s?
regex_string s
regular_expression S{0Ioc=
resource_arn s?
bundle_id s?
compute_type L{01tS=
capacity s
root_storage L{0Iqi=
user_storage L{0Iqi=
service_account_secret_arn s
active_directory_config S{0Irt=
certificate_authority_arn s
certificate_based_auth_properties L{0Is0=
customer_user_name s=
directory_name s=
directory_type s=
iam_role_id s=
ip_group_ids Ss=
relay_state_parameter_name s
user_access_url s
saml_properties L{0Is9=
change_compute_type b
increase_volume_size b
rebuild_workspace b
restart_workspace b
switch_running_mode b
self_service_permissions L{0IsM=
user_identity_type s=
device_type_android s
device_type_chromeos s
device_type_ios s
device_type_linux s
device_type_osx s
device_type_web s
device_type_windows s
device_type_zeroclient s
workspace_access_properties L{0Ish=
custom_security_group_id s
default_ou s
enable_internet_access b
enable_maintenance_mode b
user_enabled_as_local_administrator b
workspace_creation_properties L{0ItC=
workspace_directory_description s=
workspace_directory_name s=
workspace_security_group_id s=
workspace_type s=
access_endpoint_type s
access_endpoints S{0IwZ
internet_fallback_protocols Ls
access_endpoint_config L{0Iwi
workspace_access_properties L{0Iwr=
image_id s!
operating_system_type s=
required_tenancy s=
bundle_id s=
computer_name s=
directory_id s?=
root_volume_encryption_enabled b=
user_name s?=
user_volume_encryption_enabled b=
volume_encryption_key s=
workspace_id s?=
compute_type_name s
root_volume_size_gib n
running_mode s
running_mode_auto_stop_timeout_in_minutes n
user_volume_size_gib n
workspace_properties L{0Izz=
action s=
action_reason s=
guardrail_arn s
guardrail_id s
guardrail_origin Ls
guardrail_ownership s
guardrail_version s
applied_guardrail_details L{0J00
policy_version_arn s
contradicting_rules L{0J0L
logic s
natural_language s
claims L{0J0U
premises L{0J0U
logic_warning L{0J0d
confidence n
untranslated_claims L{0El9
untranslated_premises L{0El9
translation L{0J0q
impossible L{0J19
invalid L{0J19
no_translations L{02nO
statements L{0J0U
claims_false_scenario L{0J1M
claims_true_scenario L{0J1M
satisfiable L{0J1R
too_complex L{02nO
difference_scenarios L{0J1M
translations L{0J0q
options L{0J1i
translation_ambiguous L{0J1n
supporting_rules L{0J0L
valid L{0J1w
findings L{0J2B
automated_reasoning_policy L{0J2e
confidence s
detected b
filter_strength s
filters L{0J2j
content_policy L{0J32
score n
filters L{0J37
contextual_grounding_policy L{0J3S
guarded n
total n
images L{0J3X
text_characters L{0J3X
guardrail_coverage L{0J3g
guardrail_processing_latency n
automated_reasoning_policies n
automated_reasoning_policy_units n
content_policy_image_units n
content_policy_units n
contextual_grounding_policy_units n
sensitive_information_policy_free_units n
sensitive_information_policy_units n
topic_policy_units n
word_policy_units n
usage L{0J3p
invocation_metrics L{0J4O
match s
pii_entities L{0J4b
regexes L{0J4s
sensitive_information_policy L{0J5B
topics L{0J5K
topic_policy L{0J5b
custom_words L{0J5g
managed_word_lists L{0J4b
word_policy L{0J5t
assessments L{0J60=
qualifiers Ls?
text s!
text L{0J6X?#
content L{0J6g?#
guardrail_coverage L{0J3g=
guardrail_identifier s!
guardrail_version s!
output L{0El9=
usage L{0J3p=
identity_id s?=
identity_pool_id s!
logins Ms!
principal_tags Ms?
token_duration n?
secret S{09U3?#
client_context s?
executed_version s=
function_error s=
log_result s=
log_type s?
status_code n=
random_password s=*
version_stage s?=
version_stages Ls=
with_decryption b?=
audience Ss!
signing_algorithm s!
web_identity_token s=
analyzer_name s!
account_ids Ls?
resource_tags LMs?
exclusion L{0JEb?#
analysis_rule L{0JEk?#0,1
unused_access_age n?
unused_access L{0JEp?#0,1
configuration L{0JEy?#0,1
resource_arns Ls?
resource_types Ls?
inclusion L{0JFU?#
analysis_rule L{0JFh?#0,1
internal_access L{0JFm?#0,1
configuration L{0JFr?#0,1
contains Ls?=
criteria s!
eq Ls?=
exists s?=
neq Ls?=
filter S{0JGV!#1,0
rule_name s!
alternate_contact_type s!
email_address s!
phone_number s!
create s?
delete s?
update s?
timeouts {0JHQ?#
title s!
address_line_1 s!
address_line_2 s?
address_line_3 s?
city s!
company_name s?
country_code s!
district_or_county s?
full_name s!
postal_code s!
state_or_region s?
website_url s?
enabled b!
opt_status s=
region_name s!
timeouts {0JJ1?#
identity_center L{0JJZ?#
identity_source L{0JJi?#
tags_all Ms=
timeouts {0JJn?#
account_name s=
role_arn s!
principal_role L{0JKN?#
entitlement L{0JKe?#
entitlement_id s=
certificate_authority_arn s?
certificate_body s?
certificate_chain s?
resource_record_name s
resource_record_type s
resource_record_value s
domain_validation_options S{0JK-=
early_renewal_duration s?
key_algorithm s?=
certificate_transparency_logging_preference s?
options L{0JLF?#0,1
pending_renewal b=
private_key s?*
renewal_eligibility s=
renewal_status s
renewal_status_reason s
renewal_summary L{0JLK=
subject_alternative_names Ss?=
validation_emails Ls=
validation_method s?=
validation_domain s!
validation_option S{0JLX?#
export s?=
options L{0JNB?#0,1
private_key_wo s?w
private_key_wo_version n?
certificate_arn s!
timeouts {0JQc?#
validation_record_fqdns Ss?
api_passthrough s?
certificate_signing_request s!
template_arn s?
validity L{06SW!#1,1
key_algorithm s!
common_name s?
distinguished_name_qualifier s?
generation_qualifier s?
given_name s?
initials s?
locality s?
organization s?
organizational_unit s?
pseudonym s?
surname s?
title s?
subject L{0JSd!#1,1
certificate_authority_configuration L{0JTS!#1,1
enabled b?
key_storage_security_standard s?=
permanent_deletion_time_in_days n?
custom_cname s?
expiration_in_days n?
s3_bucket_name s?
s3_object_acl s?=
crl_configuration L{0JTf?#0,1
ocsp_custom_cname s?
ocsp_configuration L{0JT-?#0,1
revocation_configuration L{0JU7?#0,1
usage_mode s?=
custom_path s?
crl_configuration L{0JWc?#0,1
revocation_configuration L{0JW_?#0,1
certificate s!
actions Ss!
source_account s?=
policy s!
auto_approval_rules Ss?
approval_configuration L{0JaF?#
auto_detection_configuration L{0JaK?#
allowed_audience Ls?
allowed_clients Ls?
allowed_scopes Ls?
claim_match_operator s!
match_value_string s?
match_value_string_list Ss?
claim_match_value L{0JaT?#
authorizing_claim_match_value L{0Jac?#
inbound_token_claim_name s!
inbound_token_claim_value_type s!
custom_claim S{0Jal?#
discovery_url s!
endpoint_ip_address_type s!
routing_domain s?
security_group_ids Ss?
subnet_ids Ss!
vpc_identifier s!
managed_vpc_resource L{0Jay?#
resource_configuration_identifier s?
self_managed_lattice_resource L{0JbL?#
private_endpoint L{0JbQ?#
private_endpoint_override L{0JbZ?#
custom_jwt_authorizer L{0Jbi?#
authorizer_configuration L{0Jc9?#
authorizer_type s!
discovery_configuration L{0JcE?#
kms_key_arn s!
encryption_configuration L{0JcN?#
access_logs L{0JdD?#0,1
client_keep_alive n?
connection_logs L{0JdD?#0,1
customer_owned_ipv4_pool s?
desync_mitigation_mode s?
dns_record_client_routing_policy s?
drop_invalid_header_fields b?
enable_cross_zone_load_balancing b?
enable_deletion_protection b?
enable_http2 b?
enable_tls_version_and_cipher_suite_headers b?
enable_waf_fail_open b?
enable_xff_client_port b?
enable_zonal_shift b?
enforce_security_group_inbound_rules_on_private_link_traffic s?=
idle_timeout n?
internal b?=
ip_address_type s?=
ipv4_ipam_pool_id s!
ipam_pools L{0JdQ?#0,1
capacity_units n!
minimum_load_balancer_capacity L{0JdV?#0,1
name_prefix s?=
preserve_host_header b?
security_groups Ss?=
allocation_id s?
ipv6_address s?
private_ipv4_address s?
subnet_id s!
subnet_mapping S{0Jda?#
subnets Ss?=
xff_header_processing_mode s?
health_check_logs L{0JdD?#0,1
secondary_ips_auto_assigned_per_subnet n?=
enable_prefix_for_ipv6_source_nat s?=
alpn_policy s?
certificate_arn s?
authentication_request_extra_params Ms?
on_unauthenticated_request s?=
scope s?=
session_cookie_name s?=
session_timeout n?=
user_pool_arn s!
user_pool_client_id s!
user_pool_domain s!
authenticate_cognito L{0JlK?#0,1
authorization_endpoint s!
client_secret s!*
token_endpoint s!
user_info_endpoint s!
authenticate_oidc L{0Jlr?#0,1
content_type s!
message_body s?
status_code s?=
fixed_response L{0JmY?#0,1
stickiness L{0Jml?#0,1
target_group S{0Jmu!#1,5
forward L{0Jn1?#0,1
order n?=
host s?
path s?
port s?
protocol s?
query s?
status_code s!
redirect L{0JnA?#0,1
target_group_arn s?
default_action L{0JnZ!#1,0
load_balancer_arn s!
advertise_trust_store_ca_names s?=
ignore_client_certificate_expiry b?
mode s!
trust_store_arn s?
mutual_authentication L{0Jo4?#0,1
port n?
protocol s?=
routing_http_request_x_amzn_mtls_clientcert_header_name s?=
routing_http_request_x_amzn_mtls_clientcert_issuer_header_name s?=
routing_http_request_x_amzn_mtls_clientcert_leaf_header_name s?=
routing_http_request_x_amzn_mtls_clientcert_serial_number_header_name s?=
routing_http_request_x_amzn_mtls_clientcert_subject_header_name s?=
routing_http_request_x_amzn_mtls_clientcert_validity_header_name s?=
routing_http_request_x_amzn_tls_cipher_suite_header_name s?=
routing_http_request_x_amzn_tls_version_header_name s?=
routing_http_response_access_control_allow_credentials_header_value s?=
routing_http_response_access_control_allow_headers_header_value s?=
routing_http_response_access_control_allow_methods_header_value s?=
routing_http_response_access_control_allow_origin_header_value s?=
routing_http_response_access_control_expose_headers_header_value s?=
routing_http_response_access_control_max_age_header_value s?=
routing_http_response_content_security_policy_header_value s?=
routing_http_response_server_enabled b?=
routing_http_response_strict_transport_security_header_value s?=
routing_http_response_x_content_type_options_header_value s?=
routing_http_response_x_frame_options_header_value s?=
ssl_policy s?=
tcp_idle_timeout_seconds n?=
additional_claim S{0JqQ?#
jwks_endpoint s!
jwt_validation L{0Jqd?#0,1
default_action L{0Jqq!#1,0
listener_arn s!
scope s?
session_cookie_name s?
session_timeout n?
authenticate_cognito L{0Ju0?#0,1
authenticate_oidc L{0JuX?#0,1
action L{0JvE!#1,0
host_header L{0Jvl?#0,1
http_header_name s!
http_header L{0Jvq?#0,1
http_request_method L{0Jvl?#0,1
path_pattern L{0Jvl?#0,1
query_string S{0Jvz?#
source_ip L{0Jvl?#0,1
condition S{0Jw6!#1,0
action L{0Jx0!#1,0
regex_values Ss?
host_header L{0Jxb?#0,1
http_header L{0Jxk?#0,1
path_pattern L{0Jxb?#0,1
condition S{0Jxx!#1,0
replace s!
rewrite L{0JyK?#0,1
host_header_rewrite_config L{0JyT?#0,1
url_rewrite_config L{0JyT?#0,1
transform S{0JyY?#
ip_address_type s?
source_ip L{0JzO?#0,1
condition S{0JzX!#1,0
connection_termination b?=
deregistration_delay s?
healthy_threshold n?
interval n?
matcher s?=
path s?=
timeout n?=
unhealthy_threshold n?
health_check L{0J-Z?#0,1
lambda_multi_value_headers_enabled b?
load_balancing_algorithm_type s?=
load_balancing_cross_zone_enabled s?=
preserve_client_ip s?=
protocol_version s?=
proxy_protocol_v2 b?
slow_start n?
cookie_duration n?
cookie_name s?
stickiness L{0J_8?#0,1
on_deregistration s!
on_unhealthy s!
target_failover L{0J_P?#
minimum_healthy_targets_count s?
minimum_healthy_targets_percentage s?
dns_failover L{0J_Y?#0,1
minimum_healthy_targets_count n?
unhealthy_state_routing L{0J_h?#0,1
target_group_health L{0J_q?#0,1
enable_unhealthy_connection_termination b!
unhealthy_draining_interval n?
target_health_state L{0J_z?#
target_type s?
target_control_port n?
target_group_arn s!
quic_server_id s?
architecture s?
boot_mode s?
deprecation_time s?
delete_on_termination b?
device_name s!
encrypted b?
iops n?
snapshot_id s?
throughput n?=
volume_size n?=
volume_type s?
ebs_block_device S{0K4x?#
ena_support b?
virtual_name s!
ephemeral_block_device S{0K5W?#
image_location s?=
imds_support s?
kernel_id s?
manage_ebs_snapshots b=
ramdisk_id s?
root_device_name s?
sriov_net_support s?
tpm_support s?
virtualization_type s?
destination_outpost_arn s?
delete_on_termination b=
ebs_block_device S{0K9t?#
virtual_name s=
ephemeral_block_device S{0KAS?#
source_ami_id s!
source_ami_region s!
uefi_data s=
snapshot_without_reboot b?
source_instance_id s!
organization_arn s?
organizational_unit_arn s?
access_token s?*
basic_auth_credentials s?*
build_spec s?
enable_auto_build b?
enable_basic_auth b?
enable_performance_mode b?
enable_pull_request_preview b?
environment_variables Ms?
framework s?
pull_request_environment_name s?
stage s?
auto_branch_creation_config L{0KKl?#0,1
auto_branch_creation_patterns Ss?
build_spec s?=
cache_config L{05_r?#0,1
compute_role_arn s?
custom_headers s?=
condition s?
custom_rule L{0KLO?#
default_domain s=
enable_auto_branch_creation b?
enable_branch_auto_build b?
enable_branch_auto_deletion b?
iam_service_role_arn s?
oauth_token s?*
platform s?
branch_name s
last_deploy_time s
thumbnail_url s
production_branch L{0KLf=
repository s?
build_compute_type s?=
job_config L{0KNZ?#0,1
app_id s!
deployment_artifacts s?=
environment_name s!
stack_name s?=
associated_resources Ls=
backend_environment_arn s?
branch_name s!
custom_domains Ls=
destination_branch s=
display_name s?=
enable_notification b?
source_branch s=
ttl s?
enable_skew_protection b?
certificate_verification_dns_record s=
custom_certificate_arn s?
certificate_settings L{0KTP?#0,1
enable_auto_sub_domain b?
dns_record s=
verified b=
sub_domain S{0KTc!#1,0
wait_for_verification b?
api_key_version s=
cloudwatch_role_arn s?=
features Ss=
id s=-
reset_on_delete b?-
burst_limit n
rate_limit n
throttle_settings L{0KVx=
value s?=*
authorizer_credentials s?
authorizer_result_ttl_in_seconds n?
authorizer_uri s?
identity_source s?
identity_validation_expression s?
provider_arns Ss?
base_path s?
domain_name_id s?
pem_encoded_certificate s=
percent_traffic n?
stage_variable_overrides Ms?
use_stage_cache b?
canary_settings L{0Kbk?-#0,1
execution_arn s=-
invoke_url s=-
stage_description s?-
stage_name s?-
triggers Ms?
variables Ms?
documentation_part_id s=
method s?
status_code s?
location L{0Kd5!#1,1
properties s!
version s!
certificate_name s?
certificate_private_key s?*
domain_name_id s=
types Ls!
endpoint_configuration L{0Kek?#0,1
truststore_uri s!
truststore_version s?
mutual_tls_authentication L{0Ket?#0,1
ownership_verification_certificate_arn s?=
regional_certificate_arn s?
regional_certificate_name s?
security_policy s?=
endpoint_access_mode s?
routing_mode s?=
access_association_source s!
access_association_source_type s!
domain_name_arn s!
response_parameters Ms?
response_templates Ms?
response_type s!
cache_key_parameters Ss?
cache_namespace s?=
connection_id s?
connection_type s?
content_handling s?
credentials s?
http_method s!
integration_http_method s?
passthrough_behavior s?=
request_parameters Ms?
request_templates Ms?
timeout_milliseconds n?
insecure_skip_verification b?
tls_config L{0KlV?#0,1
uri s?
integration_target s?
response_transfer_mode s?=
selection_pattern s?
api_key_required b?
authorization s!
authorization_scopes Ss?
authorizer_id s?
operation_name s?
request_models Ms?
request_parameters Mb?
request_validator_id s?
response_models Ms?
response_parameters Mb?
method_path s!
cache_data_encrypted b?=
cache_ttl_in_seconds n?=
caching_enabled b?=
data_trace_enabled b?=
logging_level s?=
metrics_enabled b?=
require_authorization_for_cache_control b?=
throttling_burst_limit n?
throttling_rate_limit n?
unauthorized_cache_control_header_strategy s?=
settings L{0Krq!#1,1
schema s?
validate_request_body b?
validate_request_parameters b?
path_part s!
api_key_source s?=
binary_media_types Ls?=
body s?
disable_execute_api_endpoint b?=
vpc_endpoint_ids Ss?=
endpoint_configuration L{0KvT?#0,1
fail_on_warnings b?
minimum_compression_size s?=
policy s?=
put_rest_api_mode s?
body s!
fail_on_warnings b?=
destination_arn s!
access_log_settings L{0L0I?#0,1
cache_cluster_enabled b?
cache_cluster_size s?
deployment_id s!
canary_settings L{0L0R?#0,1
client_certificate_id s?
documentation_version s?
invoke_url s=
web_acl_arn s=
xray_tracing_enabled b?
burst_limit n?
rate_limit n?
throttle S{0L3A?#
api_stages S{0L3N?#
product_code s?
limit n!
offset n?
period s!
quota_settings L{0L3a?#0,1
throttle_settings L{0L3n?#0,1
key_type s!
usage_plan_id s!
target_arns Ls!
api_key_selection_expression s?
allow_credentials b?
allow_headers Ss?
allow_methods Ss?
allow_origins Ss?
expose_headers Ss?
max_age n?
cors_configuration L{0L74?#0,1
credentials_arn s?
disable_execute_api_endpoint b?
protocol_type s!
route_key s?
route_selection_expression s?
target s?
api_mapping_key s?
authorizer_credentials_arn s?
authorizer_payload_format_version s?
authorizer_result_ttl_in_seconds n?=
enable_simple_responses b?
identity_sources Ss?
audience Ss?
issuer s?
jwt_configuration L{0LAn?#0,1
timeouts {0LAw?#
auto_deployed b=
api_mapping_selection_expression s=
endpoint_type s!
security_policy s!
target_domain_name s=
domain_name_configuration L{0LDJ!#1,1
content_handling_strategy s?
integration_method s?
integration_response_selection_expression s=
integration_subtype s?
integration_type s!
integration_uri s?
passthrough_behavior s?
payload_format_version s?
mappings Ms!
response_parameters S{0LFh?#
template_selection_expression s?
timeout_milliseconds n?=
server_name_to_verify s?
tls_config L{0LFq?#0,1
integration_id s!
integration_response_key s!
schema s!
authorization_type s?
model_selection_expression s?
request_parameter_key s!
required b!
request_parameter S{0LKJ?#
route_key s!
route_response_selection_expression s?
route_id s!
route_response_key s!
strip_base_path b?
invoke_api L{0LN0?#
action L{0LND?#
any_of Ss!
match_base_paths L{0LNI?#
header s!
value_glob s!
any_of L{0LNN?#
match_headers L{0LNW?#
condition L{0LNb?#
routing_rule_arn s=
routing_rule_id s=
auto_deploy b?
data_trace_enabled b?
detailed_metrics_enabled b?
default_route_settings L{0LOB?#0,1
deployment_id s?=
route_settings S{0LOW?#
stage_variables Ms?
security_group_ids Ss!
cookie_name s!
lb_port n!
load_balancer s!
alarm_arns Ls=
policy_type s?
scalable_dimension s!
service_namespace s!
adjustment_type s?
cooldown n?
metric_aggregation_type s?
min_adjustment_magnitude n?
metric_interval_lower_bound s?
metric_interval_upper_bound s?
scaling_adjustment n!
step_adjustment S{0LSh?#
step_scaling_policy_configuration L{0LSu?#0,1
dimensions S{0LTD?#
label s?
metric_name s!
namespace s!
metric L{0LTM!#1,1
stat s!
unit s?
metric_stat L{0LTZ?#0,1
return_data b?
metrics S{0LTm?#
statistic s?
customized_metric_specification L{0LU5?#0,1
disable_scale_in b?
predefined_metric_type s!
resource_label s?
predefined_metric_specification L{0LUU?#0,1
scale_in_cooldown n?
scale_out_cooldown n?
target_value n!
target_tracking_scaling_policy_configuration L{0LUd?#0,1
max_capacity_breach_behavior s?
max_capacity_buffer n?
dimension S{0LTD?#
metric L{0LVf!#1,1
metric_stat L{0LVs?#0,1
metric_data_query L{0LW3!#1,0
customized_capacity_metric_specification L{0LWO?#0,1
customized_load_metric_specification L{0LWO?#0,1
customized_scaling_metric_specification L{0LWO?#0,1
predefined_load_metric_specification L{0LUU?#0,1
predefined_metric_pair_specification L{0LUU?#0,1
predefined_scaling_metric_specification L{0LUU?#0,1
target_value s!
metric_specification L{0LWT!#1,0
mode s?=
scheduling_buffer_time n?=
predictive_scaling_policy_configuration L{0LWw?#0,1
max_capacity s?
min_capacity s?
scalable_target_action L{0LY0!#1,1
schedule s!
timezone s?
max_capacity n!
min_capacity n!
role_arn s?=
dynamic_scaling_in_suspended b?
dynamic_scaling_out_suspended b?
scheduled_scaling_suspended b?
suspended_state L{0LZd?#0,1
configuration_profile_id s=
kms_key_identifier s?
location_uri s!
retrieval_role_arn s?
content s?*
validator S{0Lc8?#0,2
configuration_version s!
deployment_number n=
deployment_strategy_id s!
deployment_duration_in_minutes n!
final_bake_time_in_minutes n?
growth_factor n!
growth_type s?
replicate_to s!
environment_id s=
alarm_arn s!
alarm_role_arn s?
monitor S{0LhJ?#
uri s!
action S{0Lio!#1,0
point s!
action_point S{0Lj3!#1,0
required b?
parameter S{0LjC?#
extension_arn s!
extension_version n=
content s!*
version_label s?
app s!
app_bundle_arn s!
auth_type s!
auth_url s=
api_key s!*
api_key_credential L{0LnC?#
oauth2_credential L{0LnH?#
credential L{0LnQ?#
persona s=
tenant_display_name s!
tenant_identifier s!
tenant L{0LnZ?#
app s=
app_authorization_arn s!
code s!
redirect_uri s!
auth_request L{0LpY?#
tenant_display_name s
tenant_identifier s
tenant L{0Lph=
customer_managed_key_arn s?
ingestion_type s!
tenant_id s!
stream_name s!
firehose_stream L{0Lsc?#
bucket_name s!
s3_bucket L{0Lsh?#
destination L{0Lsq?#
audit_log L{0Lsz?#
destination_configuration L{0Lt2?#
ingestion_arn s!
audit_log L{0Lt7?#
processing_configuration L{0LtG?#
connection_mode s!
connector_label s?
api_key s!
secret_key s!*
amplitude L{0LuZ?#0,1
api_secret_key s?
api_key L{0Lui?#0,1
authentication_type s!
password s!*
basic L{0Lur?#0,1
credentials_map Ms?*
custom_authentication_type s!
custom L{0Lu-?#0,1
client_id s?
client_secret s?*
auth_code s?
redirect_uri s?
oauth_request L{0Lv7?#0,1
refresh_token s?
oauth2 L{0LvG?#0,1
custom_connector L{0Lvb?#0,1
application_key s!
datadog L{0Lvw?#0,1
api_token s!
dynatrace L{0Lw3?#0,1
google_analytics L{0Lw8?#0,1
honeycode L{0LwT?#0,1
access_key_id s!
datakey s!
secret_access_key s!*
infor_nexus L{0Lwg?#0,1
marketo L{0Lwx?#0,1
redshift L{0Lur?#0,1
client_credentials_arn s?
jwt_token s?
oauth2_grant_type s?
salesforce L{0LxC?#0,1
basic_auth_credentials L{0Lur?#0,1
client_secret s!
oauth_credentials L{0Lxb?#0,1
sapo_data L{0Lxw?#0,1
service_now L{0Lur?#0,1
singular L{0Ly3?#0,1
slack L{0Lwx?#0,1
snowflake L{0Lur?#0,1
api_secret_key s!*
trendmicro L{0Ly8?#0,1
veeva L{0Lur?#0,1
zendesk L{0Lwx?#0,1
connector_profile_credentials L{0LyD!#1,1
amplitude L{02nO?#0,1
oauth2_grant_type s!
token_url s!
token_url_custom_properties Ms?
oauth2_properties L{0LzM?#0,1
profile_properties Ms?
custom_connector L{0LzZ?#0,1
instance_url s!
datadog L{0Lzi?#0,1
dynatrace L{0Lzi?#0,1
google_analytics L{02nO?#0,1
honeycode L{02nO?#0,1
infor_nexus L{0Lzi?#0,1
marketo L{0Lzi?#0,1
bucket_prefix s?
cluster_identifier s?
data_api_role_arn s?
database_name s?
database_url s?
redshift L{0Lzn?#0,1
instance_url s?
is_sandbox_environment b?
use_privatelink_for_metadata_and_authorization b?
salesforce L{0L-E?#0,1
application_host_url s!
application_service_path s!
client_number s!
logon_language s?
auth_code_url s!
oauth_scopes Ls!
oauth_properties L{0L-R?#0,1
port_number n!
private_link_service_name s?
sapo_data L{0L-e?#0,1
service_now L{0Lzi?#0,1
singular L{02nO?#0,1
slack L{0Lzi?#0,1
account_name s?
warehouse s!
snowflake L{0L_5?#0,1
trendmicro L{02nO?#0,1
veeva L{0Lzi?#0,1
zendesk L{0Lzi?#0,1
connector_profile_properties L{0L_Y!#1,1
connector_profile_config L{0M0h!#1,1
connector_type s!
credentials_arn s=
kms_arn s?=
api_version s?
connector_profile_name s?
custom_properties Ms?
entity_name s!
bucket_name s?
fail_on_first_destination_error b?
error_handling_config L{0M22?#0,1
id_field_names Ls?
write_operation_type s?
custom_connector L{0M2F?#0,1
object_type_name s?
customer_profiles L{0M2a?#0,1
object s!
event_bridge L{0M2j?#0,1
honeycode L{0M2j?#0,1
lookout_metrics L{02nO?#0,1
marketo L{0M2j?#0,1
intermediate_bucket_name s!
redshift L{0M2s?#0,1
bucket_prefix s?=
aggregation_type s?=
target_file_size n?=
aggregation_config L{0M37?#0,1
file_type s?
prefix_format s?
prefix_hierarchy Ls?=
prefix_type s?
prefix_config L{0M3G?#0,1
preserve_source_data_typing b?=
s3_output_format_config L{0M3T?#0,1
s3 L{0M3k?#0,1
data_transfer_api s?
salesforce L{0M3x?#0,1
object_path s!
success_response_handling_config L{0M4G?#0,1
sapo_data L{0M4P?#0,1
snowflake L{0M2s?#0,1
aggregation_type s?
aggregation_config L{0M4k?#0,1
prefix_type s!
prefix_config L{0M4p!#1,1
s3_output_format_config L{0M50!#1,1
upsolver L{0M5D?#0,1
zendesk L{0M5Q?#0,1
destination_connector_properties L{0M5h!#1,1
destination_flow_config L{0M6W!#1,0
flow_status s=
table_prefix s!
glue_data_catalog L{0M6n?#0,1
metadata_catalog_config L{0M6-?#0,1
datetime_type_field_name s?
incremental_pull_config L{0M73?#0,1
amplitude L{0M78?#0,1
custom_connector L{0M7D?#0,1
datadog L{0M78?#0,1
dynatrace L{0M78?#0,1
google_analytics L{0M78?#0,1
infor_nexus L{0M78?#0,1
marketo L{0M78?#0,1
bucket_prefix s!
s3_input_file_type s?
s3_input_format_config L{0M7M?#0,1
s3 L{0M7R?#0,1
enable_dynamic_field_update b?
include_deleted_records b?
salesforce L{0M7e?#0,1
max_page_size n!
pagination_config L{0M7v?#0,1
parallelism_config L{0M7v?#0,1
sapo_data L{0M7-?#0,1
service_now L{0M78?#0,1
singular L{0M78?#0,1
slack L{0M78?#0,1
trendmicro L{0M78?#0,1
document_type s?
include_all_versions b?
include_renditions b?
include_source_files b?
veeva L{0M8B?#0,1
zendesk L{0M78?#0,1
source_connector_properties L{0M8W!#1,1
source_flow_config L{0M9X!#1,1
amplitude s?
custom_connector s?
datadog s?
dynatrace s?
google_analytics s?
infor_nexus s?
marketo s?
s3 s?
salesforce s?
sapo_data s?
service_now s?
singular s?
slack s?
trendmicro s?
veeva s?
zendesk s?
connector_operator L{0M9s?#
destination_field s?
source_fields Ls?=
task_properties Ms?
task_type s!
task S{0MAt!#1,0
data_pull_mode s?
first_execution_from s?
schedule_end_time s?
schedule_expression s!
schedule_offset n?
schedule_start_time s?
scheduled L{0MBC?#0,1
trigger_properties L{0MBf?#0,1
trigger_type s!
trigger_config L{0MBk!#1,1
kms_key s!
first_execution_from s!
schedule_config L{0MDb!#1,1
source_uri s!
event_filter L{0MF0!#1,1
eventbridge_bus s!
auto_config_enabled b?
cwe_monitor_enabled b?
grouping_type s?
ops_center_enabled b?
ops_item_sns_topic_arn s?
resource_group_name s!
virtual_service_name s!
virtual_service L{0MHf!#1,1
target L{0MHk!#1,1
action L{0MHt!#1,1
match L{0MHy!#1,1
grpc_route L{0MI5?#0,1
default_target_hostname s!
hostname L{0MIE?#0,1
exact s!
path L{0MIJ?#0,1
default_prefix s?
prefix L{0MIO?#0,1
rewrite L{0MIX?#0,1
action L{0MIk!#1,1
invert b?
exact s?
end n!
start n!
range L{0MIt?#0,1
regex s?
suffix s?
match L{0MJ0?#0,1
header S{0MJL?#0,10
hostname L{0MJY?#0,1
path L{0MJh?#0,1
match L{0MJq?#0,1
query_parameter S{0MJv?#0,10
match L{0MK2!#1,1
http2_route L{0MKR?#0,1
http_route L{0MKR?#0,1
spec L{0MKa!#1,1
egress_filter L{0MMR?#0,1
ip_preference s?
service_discovery L{0MMW?#0,1
spec L{0MMb?#0,1
virtual_node s!
weight n!
weighted_target S{0MO4!#1,10
action L{0MOH!#1,1
metadata S{0MJL?#0,10
method_name s?
service_name s?
match L{0MOM?#0,1
grpc_retry_events Ss?
http_retry_events Ss?
max_retries n!
unit s!
value n!
per_retry_timeout L{0MOh!#1,1
tcp_retry_events Ss?
retry_policy L{0MOq?#0,1
idle L{0MOh?#0,1
per_request L{0MOh?#0,1
timeout L{0MP9?#0,1
grpc_route L{0MPI?#0,1
scheme s?
match L{0MPZ!#1,1
retry_policy L{0MQ0?#0,1
http2_route L{0MQH?#0,1
http_route L{0MQH?#0,1
match L{0MQY?#0,1
timeout L{0MQd?#0,1
tcp_route L{0MQi?#0,1
spec L{0MQv!#1,1
certificate_chain s!
private_key s!
file L{0MSq?#0,1
secret_name s!
sds L{0MSz?#0,1
certificate L{0MT2?#0,1
enforce b?
ports Sn?
exact Ss!
match L{0MTB!#1,1
subject_alternative_names L{0MTG?#0,1
certificate_authority_arns Ss!
acm L{0MTL?#0,1
file L{0MTQ?#0,1
trust L{0MTV!#1,1
validation L{0MTi!#1,1
tls L{0MTr?#0,1
client_policy L{0MU6?#0,1
backend_defaults L{0MUB?#0,1
max_requests n!
grpc L{0MUG?#0,1
max_connections n!
max_pending_requests n?
http L{0MUL?#0,1
http2 L{0MUG?#0,1
connection_pool L{0MUU?#0,1
healthy_threshold n!
interval_millis n!
protocol s!
timeout_millis n!
unhealthy_threshold n!
health_check L{0MUh?#0,1
port n!
port_mapping L{0MV8!#1,1
acm L{0MVH?#0,1
certificate L{0MVM!#1,1
trust L{0MVZ!#1,1
validation L{0MVi?#0,1
tls L{0MVr?#0,1
listener L{0MW2!#1,0
json L{06SN?#
text s?
format L{0MWJ?#0,1
file L{0MWS?#0,1
access_log L{0MWb?#0,1
logging L{0MWg?#0,1
spec L{0MWl!#1,1
virtual_service L{0MYQ!#1,1
backend S{0MYZ?#
http L{0MUL?#
http2 L{0MUG?#
tcp L{0MYe?#
connection_pool L{0MYj?#0,1
base_ejection_duration L{0MOh!#1,1
interval L{0MOh!#1,1
max_ejection_percent n!
max_server_errors n!
outlier_detection L{0MY-?#0,1
grpc L{0MP9?#0,1
http L{0MP9?#0,1
http2 L{0MP9?#0,1
tcp L{0MQd?#0,1
timeout L{0MZF?#0,1
listener L{0MZW?#
attributes Ms?
aws_cloud_map L{0MZv?#0,1
hostname s!
response_type s?
dns L{0Ma6?#0,1
service_discovery L{0MaJ?#0,1
spec L{0MaS!#1,1
listener L{0McF?#
spec L{0McK!#1,1
virtual_node_name s!
virtual_node L{0Mdt?#0,1
virtual_router L{0Mdy?#0,1
provider L{0Me1?#0,1
spec L{0MeA!#1,1
auto_scaling_configuration_name s!
auto_scaling_configuration_revision n=
has_associated_service b=
latest b=
max_concurrency n?
max_size n?
min_size n?
connection_name s!
provider_type s!
certificate_validation_records S{0MiP=
dns_target s=
enable_www_subdomain b?
service_arn s!
auto_scaling_configuration_arn s!
operation_id s=
observability_configuration_name s!
observability_configuration_revision n=
vendor s?
trace_configuration L{0Mki?#0,1
auto_scaling_configuration_arn s?=
encryption_configuration L{0Ml_?#0,1
timeout n?
health_check_configuration L{0Mm4?#0,1
instance_role_arn s?
instance_configuration L{0MmT?#0,1
egress_type s?=
vpc_connector_arn s?
egress_configuration L{0Mmg?#0,1
is_publicly_accessible b?
ingress_configuration L{0Mmp?#0,1
network_configuration L{0Mmu?#0,1
observability_configuration_arn s?
observability_enabled b!
observability_configuration L{0Mn5?#0,1
service_url s=
access_role_arn s?
connection_arn s?
authentication_configuration L{0MnE?#0,1
auto_deployments_enabled b?
build_command s?
runtime s!
runtime_environment_secrets Ms?
runtime_environment_variables Ms?
start_command s?
code_configuration_values L{0MnN?#0,1
configuration_source s!
code_configuration L{0Mnm?#0,1
repository_url s!
source_code_version L{06SW!#1,1
source_directory s?=
code_repository L{0Mnv?#0,1
image_configuration L{0MoA?#0,1
image_repository_type s!
image_repository L{0MoR?#0,1
source_configuration L{0Moe!#1,1
security_groups Ss!
vpc_connector_name s!
vpc_connector_revision n=
vpc_endpoint_id s?
ingress_vpc_configuration L{0Ms5!#1,1
directory_name s!
organizational_unit_distinguished_names Ss!
account_name s!
account_password s!*
service_account_credentials L{0MtS!#1,1
certificate_based_auth_properties L{0Mtw?#0,1
available n=
desired_instances n?
desired_sessions n?
in_use n=
running n=
compute_capacity L{0MuW!#1,1
disconnect_timeout_in_seconds n?=
directory_name s?=
organizational_unit_distinguished_name s?=
domain_join_info L{0Mur?#0,1
enable_default_internet_access b?=
fleet_type s?=
iam_role_arn s?=
idle_disconnect_timeout_in_seconds n?
image_arn s?=
image_name s?=
max_sessions_per_instance n?
max_user_duration_in_seconds n?=
stream_view s?=
security_group_ids Ls?=
subnet_ids Ls?=
vpc_config L{0Mu-?#0,1
fleet_name s!
stack_name s!
vpce_id s?=
access_endpoint S{0MyZ?#0,4
appstream_agent_version s?=
directory_name s?
organizational_unit_distinguished_name s?
domain_join_info L{0Myi?#0,1
security_group_ids Ss?=
subnet_ids Ss?=
vpc_config L{0Myr?#0,1
access_endpoints S{0MyZ?#0,4
settings_group s?
application_settings L{0M_K?#0,1
display_name s?
embed_host_domains Ss?=
feedback_url s?=
redirect_url s?=
domains Ls?=
resource_identifier s?=
storage_connectors S{0M_T?#
preferred_protocol s?
streaming_experience_settings L{0M_g?#0,1
permission s!
user_settings S{0M_l?#
first_name s?
last_name s?
send_email_notification b?
api_arn s=
api_id s=
dns Ms=
app_id_client_regex s?
aws_region s!
cognito_config L{0N3w?#
authorizer_uri s!
lambda_authorizer_config L{0N47?#
auth_ttl n?=
iat_ttl n?=
openid_connect_config L{0N4K?#
auth_provider L{0N4b?#
connection_auth_mode L{0N4s?#
default_publish_auth_mode L{0N4s?#
default_subscribe_auth_mode L{0N4s?#
cloudwatch_logs_role_arn s!
log_level s!
log_config L{0N4x?#
event_config L{0N54?#
owner_contact s?
waf_web_acl_arn s=
xray_enabled b=
api_caching_behavior s!
at_rest_encryption_enabled b?
transit_encryption_enabled b?
ttl n!
at_rest_encryption_enabled b?=
transit_encryption_enabled b?=
api_key_id s=
expires s?
key s=*
channel_namespace_arn s=
code_handlers s?
behavior s!
data_source_name s!
invoke_type s?
lambda_config L{0N7w?#
integration L{0N7_?#
on_publish L{0N88?#
on_subscribe L{0N88?#
handler_configs L{0N8H?#
publish_auth_mode L{0N4s?#
subscribe_auth_mode L{0N4s?#
base_table_ttl n?
delta_sync_table_name s!
delta_sync_table_ttl n?
delta_sync_config L{0N93?#0,1
use_caller_credentials b?
versioned b?
dynamodb_config L{0N9G?#0,1
endpoint s!
elasticsearch_config L{0N9b?#0,1
event_bus_arn s!
event_bridge_config L{0N9k?#0,1
signing_region s?
signing_service_name s?
aws_iam_config L{0N9p?#0,1
authorization_config L{0N9y?#0,1
http_config L{0NA5?#0,1
lambda_config L{0NAE?#0,1
opensearchservice_config L{0N9b?#0,1
aws_secret_store_arn s!
db_cluster_identifier s!
http_endpoint_config L{0NAJ?#0,1
relational_database_config L{0NAe?#0,1
service_role_arn s?
appsync_domain_name s=
code s?
data_source s!
function_id s=
function_version s?=
max_batch_size n?
request_mapping_template s?
response_mapping_template s?
runtime_version s!
runtime L{0NDx?#0,1
conflict_detection s?
conflict_handler s?
lambda_conflict_handler_arn s?
lambda_conflict_handler_config L{0NE4?#0,1
sync_config L{0NE9?#0,1
lambda_authorizer_config L{0NGC?#0,1
auth_ttl n?
iat_ttl n?
openid_connect_config L{0NGP?#0,1
aws_region s?=
user_pool_config L{0NGg?#0,1
additional_authentication_provider L{0NGt?#
api_type s?
data_source_level_metrics_behavior s!
operation_level_metrics_config s!
resolver_level_metrics_behavior s!
enhanced_metrics_config L{0NH8?#0,1
introspection_config s?
exclude_verbose_content b?
field_log_level s!
log_config L{0NHL?#0,1
merged_api_execution_role_arn s?
query_depth_limit n?
resolver_count_limit n?
uris Ms=
default_action s!
user_pool_config L{0NHY?#0,1
visibility s?
xray_enabled b?
caching_keys Ss?
ttl n?
caching_config L{0NKX?#0,1
data_source s?
kind s?
functions Ls?
pipeline_config L{0NKg?#0,1
request_template s?
response_template s?
merged_api_arn s?=
merged_api_id s?=
source_api_arn s?=
merge_type s
source_api_association_config L{0NMj?=
source_api_id s?=
definition s!
alarm_type s!
cross_account_role s?
external_id s?
map_block_key s!
associated_alarms S{0NP6?#
execution_role s!
primary_region s?
recovery_approach s!
recovery_time_objective_minutes n?
regions Ls!
associated_alarm_name s!
condition s!
conditions L{0NPR?#
min_delay_minutes_between_executions n!
target_region s!
triggers L{0NPa?#
routing_control_arn s!
state s!
routing_control L{0NPv?#
region_and_routing_controls S{0NQ2?#
timeout_minutes n?
arc_routing_control_config L{0NQB?#
lambda L{0NQS?#
region_to_run s!
retry_interval_minutes n!
ungraceful L{0NQf?#
custom_action_lambda_config L{0NQk?#
database_cluster_arns Ls!
global_cluster_identifier s!
ungraceful s!
ungraceful L{0NR3?#
document_db_config L{0NR8?#
asg L{0NQS?#
capacity_monitoring_approach s!
target_percent n?
minimum_success_percentage n!
ungraceful L{0NRb?#
ec2_asg_capacity_increase_config L{0NRg?#
service L{0NR_?#
ecs_capacity_increase_config L{0NSG?#
eks_clusters L{0NSb?#
api_version s!
kind s!
kubernetes_resource_type L{0NSo?#
hpa_name s?
resource_name s!
resources S{0NSx?#
scaling_resources L{0NTC?#
target_percent n!
eks_resource_scaling_config L{0NTL?#
approval_role s!
execution_approval_config L{0NTo?#
execution_block_type s!
global_aurora_config L{0NR8?#
region_switch_plan_config L{0NQS?#
hosted_zone_id s!
record_name s!
record_set_identifier s!
record_set L{0NTx?#
route53_health_check_config L{0NU4?#
step L{0NUT?#
parallel_config L{0NVI?#
step L{0NVN?#
workflow_description s?
workflow_target_action s!
workflow_target_region s?
workflow L{0NWG?#
bucket_owner s!
bucket_path s!
s3_configuration L{0NXU?#
report_output L{0NXd?#
report_configuration L{0NXi?#
db_instance_arn_map Ms!
rds_create_cross_region_read_replica_config L{0NXn?#
rds_promote_read_replica_config L{0NXn?#
step L{0NY2?#
parallel_config L{0NY_?#
step L{0NZ4?#
workflow L{0Na5?#
instance_arns Ms!
region_database_cluster_arns Ms!
aurora_provisioned_scaling_config L{0NbN?#
aurora_serverless_scaling_config L{0Nbm?#
region_event_source_mapping S{0Nc9?#
lambda_event_source_mapping_config L{0NcQ?#
neptune_global_database_config L{0Nch?#
step L{0Nd8?#
parallel_config L{0NeL?#
step L{0NeQ?#
workflow L{0Nfh?#
status s!
allowed_windows Ls?
blocked_dates Ls?
blocked_windows Ls?
alarm_identifier s!
blocking_alarms L{0NhA?#
outcome_alarms L{0NhA?#
zonal_autoshift_status s!
allocated_dpus n=
target_dpus n!
description s!
parameters Ms!
s3_acl_option s!
acl_configuration L{0Nk0?#0,1
comment s?
encryption_option s!
kms_key s?
encryption_configuration L{0Nk5?#0,1
force_destroy b?
properties Ms?
database s!
query s!
query_statement s!
workgroup s!
bytes_scanned_cutoff_per_query n?
enforce_workgroup_configuration b?
effective_engine_version s=
selected_engine_version s?
engine_version L{0NnC?#0,1
execution_role s?
publish_cloudwatch_metrics_enabled b?
requester_pays_enabled b?
encryption_option s?
kms_key_arn s?
encryption_configuration L{0NnL?#0,1
output_location s?
result_configuration L{0NnU?#0,1
configuration L{0Nnl?#0,1
enable_identity_center b?
identity_center_configuration L{0Non?#0,1
encryption_configuration L{0Now?#0,1
managed_query_results_configuration L{0No_?#0,1
configuration L{0Np8?#0,1
customer_content_encryption_configuration L{0Now?#0,1
enable_minimum_encryption_configuration b?=
log_group s?
log_stream_name_prefix s?
log_type S{09XP?#
cloud_watch_logging_configuration L{0NqM?#0,1
managed_logging_configuration L{0Nqd?#0,1
log_location s?
s3_logging_configuration L{0Nqm?#0,1
monitoring_configuration L{0Nqz?#0,1
configuration L{0NrA?#0,1
create_user_level_prefix b?
enable_s3_access_grants b!
query_results_s3_access_grants_configuration L{0Nsa?#0,1
configuration L{0Nsn?#0,1
delegated_admin_account s?
deregister_on_destroy b?
destination s!
destination_type s!
assessment_reports_destination L{0Nuz?#
framework_id s!
role_type s
roles S{0Nv6!
roles_all S{0Nv6=
aws_accounts S{0NvF?#
aws_services S{0NvK?#
scope L{0NvP?#
role_type s!
roles S{0NwJ?#
roles_all L{0Nv6=
assessment_id s!
control_set_id s!
delegation_id s=
author s=
action_plan_instructions s?
action_plan_title s?
source_description s?
source_frequency s?
keyword_input_type s!
keyword_value s!
source_keyword L{0NzD?#
source_name s!
source_set_up_option s!
source_type s!
troubleshooting_text s?
control_mapping_sources S{0NzM?#
testing_information s?
source_keyword L{01TL?=
control_mapping_sources S{0N-a?#
compliance_type s?
controls S{0NvF?#
control_sets S{0N_s?#
framework_type s=
destination_account s!
destination_region s!
admin_account_id s!
autoscaling_group_name s!
elb s?
lb_target_group_arn s?
capacity_distribution_strategy s?
availability_zone_distribution L{0O3B?#0,1
availability_zones Ss?=
capacity_rebalance b?
capacity_reservation_preference s?=
capacity_reservation_ids Ls?
capacity_reservation_resource_group_arns Ls?
capacity_reservation_target L{0O3G?#0,1
capacity_reservation_specification L{0O3P?#0,1
context s?
default_cooldown n?=
default_instance_warmup n?
desired_capacity n?=
desired_capacity_type s?
enabled_metrics Ss?
force_delete b?
force_delete_warm_pool b?
health_check_grace_period n?
health_check_type s?=
ignore_failed_scaling_activities b?
default_result s?=
heartbeat_timeout n?
lifecycle_transition s!
notification_metadata s?
notification_target_arn s?
initial_lifecycle_hook S{0O3Y?#
max_healthy_percentage n!
min_healthy_percentage n!
instance_maintenance_policy L{0O3_?#0,1
alarms Ls?
alarm_specification L{0O48?#0,1
auto_rollback b?
checkpoint_delay s?
checkpoint_percentages Ln?
instance_warmup s?
max_healthy_percentage n?
min_healthy_percentage n?
scale_in_protected_instances s?
skip_matching b?
standby_instances s?
preferences L{0O4D?#0,1
strategy s!
triggers Ss?
instance_refresh L{0O4s?#0,1
launch_configuration s?
launch_template L{0O53?#0,1
load_balancers Ss?=
max_instance_lifetime n?
max_size n!
metrics_granularity s?
min_elb_capacity n?
min_size n!
on_demand_allocation_strategy s?=
on_demand_base_capacity n?=
on_demand_percentage_above_base_capacity n?=
spot_allocation_strategy s?=
spot_instance_pools n?=
spot_max_price s?
instances_distribution L{0O5G?#0,1
launch_template_id s?=
launch_template_name s?=
launch_template_specification L{0O5f!#1,1
max n?
min n?
accelerator_count L{0O5s?#0,1
accelerator_manufacturers Ss?
accelerator_names Ss?
accelerator_total_memory_mib L{0O5s?#0,1
accelerator_types Ss?
allowed_instance_types Ss?
bare_metal s?
baseline_ebs_bandwidth_mbps L{0O5s?#0,1
burstable_performance s?
cpu_manufacturers Ss?
excluded_instance_types Ss?
instance_generations Ss?
local_storage s?
local_storage_types Ss?
max_spot_price_as_percentage_of_optimal_on_demand_price n?
memory_gib_per_vcpu L{0O5s?#0,1
memory_mib L{0O5s?#0,1
network_bandwidth_gbps L{0O5s?#0,1
network_interface_count L{0O5s?#0,1
on_demand_max_price_percentage_over_lowest_price n?
require_hibernate_support b?
spot_max_price_percentage_over_lowest_price n?
total_local_storage_gb L{0O5s?#0,1
vcpu_count L{0O5s?#0,1
instance_requirements L{0O5_?#0,1
launch_template_specification L{0O5f?#0,1
weighted_capacity s?
override L{0O7W?#
launch_template L{0O7n!#1,1
mixed_instances_policy L{0O7w?#0,1
placement_group s?
protect_from_scale_in b?
service_linked_role_arn s?=
suspended_processes Ss?
propagate_at_launch b!
tag S{0O83?#
target_group_arns Ss?=
termination_policies Ls?
timeouts {0O8G?#
traffic_source S{0O8P?#
vpc_zone_identifier Ss?=
wait_for_capacity_timeout s?
wait_for_elb_capacity n?
reuse_on_scale_in b?
instance_reuse_policy L{0O8Y?#0,1
max_group_prepared_capacity n?
pool_state s?
warm_pool L{0O8d?#0,1
terminate_hook_abandon s?=
retention_triggers L{0OEk?#0,1
instance_lifecycle_policy L{0OEp?#0,1
tag L{0O83!#1,1
group_names Ss!
notifications Ss!
topic_arn s!
estimated_instance_warmup n?
metric_aggregation_type s?=
max_capacity_buffer s?
metric_data_queries L{0LTm!#1,10
customized_capacity_metric_specification L{0OKB?#0,1
customized_load_metric_specification L{0OKB?#0,1
customized_scaling_metric_specification L{0OKB?#0,1
metric_specification L{0OKG!#1,1
scheduling_buffer_time s?
predictive_scaling_configuration L{0OKj?#0,1
scaling_adjustment n?
metric_dimension L{0LTD?#
period n?
metric_stat L{0OL2?#0,1
metrics S{0OLJ?#
customized_metric_specification L{0OLe?#0,1
target_tracking_configuration L{0OM5?#0,1
end_time s?=
max_size n?=
min_size n?=
recurrence s?=
scheduled_action_name s!
start_time s?=
time_zone s?=
traffic_source L{0OPo?#0,1
cloudformation_stack_arn s?
tag_filter S{0Fgm?#0,50
application_source L{0OQX!#1,1
dimensions Ms?
statistic s!
customized_load_metric_specification L{0OQg?#0,1
disable_dynamic_scaling b?
predefined_load_metric_type s!
predefined_load_metric_specification L{0OQ_?#0,1
predictive_scaling_max_capacity_behavior s?
predictive_scaling_max_capacity_buffer n?=
predictive_scaling_mode s?
scaling_policy_update_behavior s?
scheduled_action_buffer_time n?
customized_scaling_metric_specification L{0OQg?#0,1
predefined_scaling_metric_type s!
predefined_scaling_metric_specification L{0OR8?#0,1
target_tracking_configuration S{0ORH!#1,10
scaling_instruction S{0ORk!#1,0
scaling_plan_version n=
input_parameter S{0OTL?#
compliance_resource_ids Ss?=
compliance_resource_types Ss?=
scope L{0OTU?#0,1
control S{0OTh!#1,0
global_settings Ms!
max_retention_days n!
min_retention_days n!
encryption_key_arn s?=
backup_options Ms!
advanced_backup_setting S{0OWf?#
completion_window n?
destination_vault_arn s!
cold_storage_after n?
delete_after n?
opt_in_to_archive_for_supported_resources b?=
lifecycle L{0OWo?#0,1
copy_action S{0OW_?#
enable_continuous_backup b?
recovery_point_tags Ms?
schedule s?
schedule_expression_timezone s?
start_window n?
target_vault_name s!
rule S{0OX8!#1,0
malware_scanner s!
scan_mode s!
scan_action S{0OYI?#
target_logically_air_gapped_backup_vault_arn s?
rule S{0OYR!#1,0
resource_types Ss!
scanner_role_arn s!
scan_setting S{0OZC?#
resource_type_management_preference Mb?=
resource_type_opt_in_preference Mb!
formats Ss?
s3_bucket_name s!
s3_key_prefix s?
report_delivery_channel L{0OaW!#1,1
accounts Ss?
framework_arns Ss?
number_of_frameworks n?
organization_units Ss?
report_template s!
report_setting L{0Oaj!#1,1
algorithm s!
exclude_vaults Ss?=
include_vaults Ss!
recovery_point_types Ss!
selection_window_days n?=
recovery_point_selection L{0OcS?#
schedule_expression_timezone s?=
start_window_hours n?=
protected_resource_arns Ss?=
string_equals L{06SN?#
string_not_equals L{06SN?#
protected_resource_conditions L{0Odt?#
protected_resource_type s!
restore_metadata_overrides Ms?=
restore_testing_plan_name s!
validation_window_hours n?=
string_equals S{06SN?#
string_like S{06SN?#
string_not_equals S{06SN?#
string_not_like S{06SN?#
condition S{0Of6?#
not_resources Ss?=
selection_tag S{0OfN?#
kms_key_arn s?=
backup_vault_arn s=
backup_vault_name s!
changeable_for_days n?
max_retention_days n?
min_retention_days n?
backup_vault_events Ss!
sns_topic_arn s!
compute_environment_name s?=
compute_environment_name_prefix s?=
allocation_strategy s?
bid_percentage n?
desired_vcpus n?=
image_id_override s?=
image_type s?
ec2_configuration L{0Ok2?#0,2
ec2_key_pair s?
image_id s?
instance_role s?
instance_type Ss?
launch_template_id s?
launch_template_name s?
launch_template L{0OkB?#0,1
max_vcpus n!
min_vcpus n?
spot_iam_fleet_role s?
compute_resources L{0OkO?#0,1
eks_cluster_arn s!
kubernetes_namespace s!
eks_configuration L{0OlT?#0,1
service_role s?=
job_execution_timeout_minutes n!
terminate_jobs_on_update b!
update_policy L{0Olc?#0,1
image_kubernetes_version s?
ec2_configuration L{0Omi?#0,2
compute_resources L{0Omv?#0,1
job_execution_timeout_minutes n?=
terminate_jobs_on_update b?=
update_policy L{0On-?#0,1
container_properties s?
deregister_on_new_revision b?
ecs_properties s?
args Ls?
env S{0LTD?#
image s!
image_pull_policy s?
limits Ms?
requests Ms?
resources L{0Op8?#0,1
privileged b?
read_only_root_file_system b?
run_as_group n?
run_as_non_root b?
run_as_user n?
security_context L{0OpH?#0,1
mount_path s!
read_only b?
volume_mounts L{0Opc?#
containers L{0Opp!#1,10
dns_policy s?
host_network b?
image_pull_secret L{0OqO?#
init_containers L{0Opp?#0,10
labels Ms?
metadata L{0OqT?#0,1
service_account_name s?
share_process_namespace b?
medium s?
size_limit s!
empty_dir L{0OqY?#0,1
host_path L{0Oqh?#0,1
optional b?
secret L{0Oqm?#0,1
volumes L{0Oqv?#
pod_properties L{0OrA!#1,1
eks_properties L{0Orl?#0,1
node_properties s?
platform_capabilities Ss?
propagate_tags b?
attempts n?
on_exit_code s?
on_reason s?
on_status_reason s?
evaluate_on_exit L{0Orq?#0,5
retry_strategy L{0Os5?#0,1
scheduling_priority n?
attempt_duration_seconds n?
timeout L{0OsE?#0,1
allow_privilege_escalation b?
security_context L{0Oun?#0,1
containers L{0OvA!#1,10
init_containers L{0OvA?#0,10
pod_properties L{0Ovl!#1,1
eks_properties L{0OwK?#0,1
compute_environment s!
order n!
compute_environment_order L{0Oxg?#
compute_environments Ls?-
max_time_seconds n!
reason s!
job_state_time_limit_action L{0Oxp?#
scheduling_policy_arn s?
compute_reservation n?
share_decay_seconds n?
share_identifier s!
weight_factor n?
share_distribution S{0Ozc?#0,500
fair_share_policy L{0Ozl?#0,1
table_configurations MMs?
data_query L{0O-o?#
s3_bucket s!
compression s!
overwrite s!
s3_output_configurations L{0O-x?#
s3_prefix s!
s3_region s!
s3_destination L{0O_C?#
destination_configurations L{0O_T?#
export_arn s=
frequency s!
refresh_cadence L{0O_Y?#
export L{0O_d?#
table_configurations MMs?=
data_query L{0P0L?#
export L{0P0U?#
base_model_identifier s!
custom_model_arn s=
custom_model_kms_key_id s?
custom_model_name s!
customization_type s?=
hyperparameters Ms!
job_name s!
job_status s=
s3_uri s!
output_data_config L{0P1G?#
training_data_config L{0P1G?#
validator L{0P1G?#
validation_data_config L{0P1L?#
vpc_config L{0P1Q?#
application_type s?=
customer_encryption_key_id s?
instructions s!
float_value n?
string_value s?
value L{0P49?#
rating_scale L{0P4I?#
custom_metric_definition L{0P4R?#
custom_metric L{0P4e?#
model_identifier s!
bedrock_evaluator_model L{0P4j?#
evaluator_model_config L{0P4o?#
custom_metric_config L{0P4t?#
dataset_location L{0P1G?#
dataset L{0P50?#
metric_names Ls!
dataset_metric_config L{0P59?#
automated L{0P5M?#
rating_method s!
custom_metric L{0P5Z?#
flow_definition_arn s!
instructions s?
human_workflow_config L{0P5m?#
human L{0P5v?#
evaluation_config L{0P66?#
failure_messages Ls=
inference_params s?
latency s?
performance_config L{0P6F?#
bedrock_model L{0P6K?#
inference_source_identifier s!
precomputed_inference_source L{0P6X?#
model L{0P6c?#
knowledge_base_id s!
model_arn s!
number_of_results n?
vector_search_configuration L{0P6l?#
retrieval_configuration L{0P6q?#
retrieve_and_generate_config L{0P6v?#
knowledge_base_retrieval_configuration L{0P6q?#
retrieve_config L{0P76?#
knowledge_base_config L{0P7F?#
rag_source_identifier s!
retrieve_and_generate_source_config L{0P7O?#
retrieve_source_config L{0P7O?#
precomputed_rag_source_config L{0P7T?#
rag_config L{0P7c?#
inference_config L{0P7l?#
job_description s?
job_type s=
skip_destroy b?
offer_token s!
blocked_input_messaging s!
blocked_outputs_messaging s!
input_strength s!
output_strength s!
filters_config S{0P9M?#
content_policy_config L{0P9Z?#
threshold n!
filters_config L{0P9e?#
contextual_grounding_policy_config L{0P9n?#
guardrail_arn s=
guardrail_id s=
pii_entities_config L{0P9s?#
pattern s!
regexes_config L{0P9_?#
sensitive_information_policy_config L{0PAG?#
examples Ls?=
topics_config L{0PAP?#
topic_policy_config L{0PAg?#
managed_word_lists_config L{05_r?#
words_config L{0PAl?#
word_policy_config L{0PAq?#
input_action s?
input_enabled b?
input_modalities Ls?
output_action s?
output_enabled b?
output_modalities Ls?
filters_config S{0PC6?#
tier_config L{0PCh?=
content_policy_config L{0PCm?#
guardrail_profile_identifier s!
cross_region_config L{0PCv?#
input_action s?=
input_enabled b?=
output_action s?=
output_enabled b?=
pii_entities_config L{0PC-?#
regexes_config L{0PDN?#
sensitive_information_policy_config L{0PDu?#
topic_policy_config L{0PE1?#
managed_word_lists_config L{0PEA?#
words_config L{0PEV?#
word_policy_config L{0PEq?#
input_modalities Ss?
output_modalities Ss?
filters_config S{0PGE?#
content_policy_config L{0PGp?#
guardrail_arn s!
copy_from s!
model_source L{0PI_?#
end_time s=
error_record_count n=
s3_bucket_owner s?=
s3_input_format s?=
s3_input_data_config L{0PKo?#
input_data_config L{0PK_?#
job_expiration_time s=
model_invocation_type s=
s3_encryption_key_id s?=
s3_output_data_config L{0PL4?#
output_data_config L{0PLH?#
processed_record_count n=
submit_time s=
success_record_count n=
timeout_duration_in_hours n?=
total_record_count n=
key_prefix s?
large_data_delivery_s3_config {0PMd?#
log_group_name s?
cloudwatch_config {0PMm?#
embedding_data_delivery_enabled b?=
image_data_delivery_enabled b?=
s3_config {0PMd?#
text_data_delivery_enabled b?=
video_data_delivery_enabled b?=
logging_config {0PMz?#
large_data_delivery_s3_config L{0PMd?#
cloudwatch_config L{0PNV?#
s3_config L{0PMd?#
logging_config L{0PNi?#
large_data_delivery_s3_config L{0POI?#
log_group_name s!
cloudwatch_config L{0POR?#
s3_config L{0POI?#
logging_config L{0POe?#
commitment_duration s?
model_units n!
provisioned_model_arn s=
provisioned_model_name s!
form_data s!
agent_arn s=
agent_collaboration s?=
agent_id s=
agent_name s!
agent_resource_role_arn s!
customer_encryption_key_arn s?
foundation_model s!
guardrail_identifier s
guardrail_configuration L{0PQX?
idle_session_ttl_in_seconds n?=
instruction s?=
enabled_memory_types Ls
storage_days n
memory_configuration L{0PQg?=
prepare_agent b?=
prepared_at s=
override_lambda s
base_prompt_template s
max_length n
stop_sequences Ls
temperature n
top_k n
top_p n
inference_configuration L{0PQp
parser_mode s
prompt_creation_mode s
prompt_state s
prompt_type s
prompt_configurations S{0PR8
prompt_override_configuration L{0PRX?=
skip_resource_in_use_check b?=
guardrail_identifier s?
guardrail_version s?
guardrail_configuration L{0PS_?#
max_recent_sessions n
session_summary_configuration L{0PUX
memory_configuration L{0PUc?=
custom_control s?
lambda s?
action_group_executor L{0PWC?#
action_group_id s=
action_group_name s!
action_group_state s?=
agent_version s!
payload s?
s3_object_key s?
s3 L{0PWL?#
api_schema L{0PWU?#
parameters S{0PWd?#
functions L{0PWu?#
member_functions L{0PX5?#
function_schema L{0PXA?#
parent_action_group_signature s?
agent_alias_arn s=
agent_alias_id s=
agent_alias_name s!
agent_version s
provisioned_throughput s
routing_configuration L{0PZ5?=
alias_arn s!
agent_descriptor L{0Paa?#
agent_version s?=
collaboration_instruction s!
collaborator_id s=
collaborator_name s!
relay_conversation_history s?=
knowledge_base_state s!
data_deletion_policy s?=
exclusion_filters Ss?
inclusion_filters Ss?
object_type s!
filters L{0Pcz?#
pattern_object_filter L{0PdA?#
filter_configuration L{0PdF?#
crawler_configuration L{0PdO?#
credentials_secret_arn s!
host_type s!
host_url s!
source_configuration L{0PdT?#
confluence_configuration L{0Pdk?#
bucket_arn s!
bucket_owner_account_id s?
inclusion_prefixes Ss?
s3_configuration L{0Pdt?#
source_configuration L{0Pe4?#
salesforce_configuration L{0PeH?#
site_urls Ss!
source_configuration L{0PeQ?#
share_point_configuration L{0Pep?#
max_pages n?
crawler_limits L{0Pey?#
user_agent s?
crawler_configuration L{0Pf5?#
seed_urls L{0PfQ?#
url_configuration L{0PfV?#
source_configuration L{0Pfa?#
web_configuration L{0Pff?#
data_source_configuration L{0Pfo?#
server_side_encryption_configuration L{0PgB?#
chunking_strategy s!
max_tokens n!
overlap_percentage n!
fixed_size_chunking_configuration L{0PgG?#
level_configuration L{0PgP?#
overlap_tokens n!
hierarchical_chunking_configuration L{0PgU?#
breakpoint_percentile_threshold n!
buffer_size n!
max_token n!
semantic_chunking_configuration L{0Pgd?#
chunking_configuration L{0Pgq?#
s3_location L{0Ph5?#
intermediate_storage L{0PhA?#
step_to_apply s!
lambda_arn s!
transformation_lambda_configuration L{0PhF?#
transformation_function L{0PhK?#
transformation L{0PhP?#
custom_transformation_configuration L{0PhY?#
parsing_prompt_string s!
parsing_prompt L{0Phh?#
bedrock_foundation_model_configuration L{0Phm?#
parsing_strategy s!
parsing_configuration L{0Phv?#
vector_ingestion_configuration L{0Pi2?#
parsing_modality s?
bedrock_data_automation_configuration L{0Pjb?#
bedrock_foundation_model_configuration L{0Pjg?#
parsing_configuration L{0Pjt?#
vector_ingestion_configuration L{0Pk4?#
connector_parameters s?
deletion_protection_status s!
deletion_protection_threshold n?=
deletion_protection_configuration L{0Pk-?#
audio_extraction_status s!
audio_extraction_configuration L{0Pl7?#
image_extraction_status s!
image_extraction_configuration L{0PlC?#
video_extraction_status s!
video_extraction_configuration L{0PlH?#
media_extraction_configuration L{0PlM?#
managed_knowledge_base_connector_configuration L{0PlZ?#
data_source_configuration L{0Plm?#
daily L{02nO?#
day_number n?
last_day_of_month L{02nO?#
day_of_month L{0Pmw?#
monthly L{0Pn3?#
day_of_week s!
weekly L{0Pn8?#
sync_schedule L{0PnD?#
managed_knowledge_base_connector_configuration L{0PnQ?#
data_source_configuration L{0Pnh?#
method s!
enrichment_strategy_configuration L{0Po8?#
bedrock_foundation_model_configuration L{0PoD?#
context_enrichment_configuration L{0PoM?#
vector_ingestion_configuration L{0PoV?#
conditional L{0PpT?#
source_output s!
target_input s!
data L{0PpY?#
configuration L{0Pph?#
connection L{0Ppq?#
agent_alias_arn s!
agent L{0Pq9?#
collector L{02nO?#
condition L{0PqE?#
condition L{0PqN?#
language s!
inline_code L{0PqS?#
input L{02nO?#
iterator L{02nO?#
guardrail_configuration L{0Pqb?#
max_tokens n?
stop_sequences Ls?
temperature n?
top_p n?
text L{0Pqk?#
inference_configuration L{0Pq_?#
knowledge_base L{0Pr4?#
lambda_function L{0PhF?#
bot_alias_arn s!
locale_id s!
lex L{0PrP?#
output L{02nO?#
additional_model_request_fields s?
input_variable L{0OqO?#
cache_point L{05_r?#
content L{0PrY?#
role s!
message L{0Prh?#
system L{0PrY?#
json s?
input_schema L{0Prq?#
tool_spec L{0Prv?#
tool L{0Ps6?#
any L{02nO?#
auto L{02nO?#
tool L{0OqO?#
tool_choice L{0PsF?#
tool_configuration L{0PsS?#
chat L{0Psb?#
text L{0Pss?#
template_configuration L{0Pt3?#
template_type s!
inline L{0PtC?#
prompt_arn s!
resource L{0PtX?#
source_configuration L{0Ptc?#
prompt L{0Ptl?#
s3 L{0Ptu?#
service_configuration L{0Ptz?#
retrieval L{0Pu2?#
storage L{0Pu2?#
configuration L{0Pu7?#
category s?
expression s!
input L{0Puy?#
output L{0PvD?#
node L{0PvM?#
definition L{0Pvh?#
execution_role_arn s!
failure_reasons Ls=
embedding_model_arn s!
dimensions n?
embedding_data_type s?
bedrock_embedding_model_configuration L{0Pwn?#
embedding_model_configuration L{0Pww?#
storage_location L{0Pw_?#
supplemental_data_storage_configuration L{0Px8?#
vector_knowledge_base_configuration L{0PxD?#
knowledge_base_configuration L{0PxQ?#
collection_arn s!
metadata_field s?
text_field s?
vector_field s?
field_mapping L{0PxZ?#
vector_index_name s!
opensearch_serverless_configuration L{0Pxm?#
connection_string s!
field_mapping L{0Pxz?#
pinecone_configuration L{0Py6?#
metadata_field s!
primary_key_field s!
text_field s!
vector_field s!
field_mapping L{0PyN?#
rds_configuration L{0Pye?#
redis_enterprise_cloud_configuration L{0Pyz?#
storage_configuration L{0PzE?#
custom_metadata_field s?
field_mapping L{0P-O?#
rds_configuration L{0P-j?#
storage_configuration L{0P_2?#
kendra_index_arn s!
kendra_knowledge_base_configuration L{0Q0G?#
database_user s?
username_password_secret_arn s?
auth_configuration L{0Q0L?#
provisioned_configuration L{0Q0Y?#
auth_configuration L{0Q0h?#
workgroup_arn s!
serverless_configuration L{0Q0q?#
query_engine_configuration L{0Q0z?#
execution_timeout_seconds n?
natural_language s!
sql s!
curated_query L{0Q1A?#
inclusion s?
column L{0Q1J?#
table L{0Q1W?#
generation_context L{0Q1n?#
query_generation_configuration L{0Q1w?#
table_names Ss!
aws_data_catalog_configuration L{0Q23?#
redshift_configuration L{0Q28?#
storage_configuration L{0Q2D?#
redshift_configuration L{0Q2Q?#
sql_knowledge_base_configuration L{0Q2d?#
knowledge_base_configuration L{0Q2m?#
endpoint_service_name s?
field_mapping L{0Q31?#
text_index_name s?
mongo_db_atlas_configuration L{0Q3E?#
field_mapping L{0Q3l?#
graph_arn s!
neptune_analytics_configuration L{0Q3u?#
domain_arn s!
domain_endpoint s!
opensearch_managed_cluster_configuration L{0Q41?#
opensearch_serverless_configuration L{0Q4I?#
pinecone_configuration L{0Q4V?#
index_arn s?
index_name s?
vector_bucket_arn s?
s3_vectors_configuration L{0Q4m?#
storage_configuration L{0Q4z?#
embedding_model_arn s?
fixed_length_duration n!
segmentation_configuration L{0Q6R?#
audio L{0Q6W?#
video L{0Q6W?#
bedrock_embedding_model_configuration L{0Q6b?#
embedding_model_configuration L{0Q6s?#
embedding_model_type s?=
managed_knowledge_base_configuration L{0Q6x?#
vector_knowledge_base_configuration L{0Q7C?#
knowledge_base_configuration L{0Q7P?#
default_variant s?
agent_identifier s!
agent L{0Q8d?#
gen_ai_resource L{0Q8i?#
metadata L{06SN?#
model_id s?
variant L{0Q8n?#
agent_runtime_arn s=
s3 L{0QAu?#
code L{0QB5?#
entry_point Ls!
code_configuration L{0QBA?#
container_uri s!
container_configuration L{0QBN?#
agent_runtime_artifact L{0QBS?#
agent_runtime_id s=
agent_runtime_name s!
agent_runtime_version s=
allowed_audience Ss?
allowed_clients Ss?
custom_jwt_authorizer L{0QBb?#
authorizer_configuration L{0QBo?#
idle_runtime_session_timeout n
max_lifetime n
lifecycle_configuration L{0QBt?=
network_mode s!
network_mode_config L{0QC0?#
network_configuration L{0QC9?#
server_protocol s?
protocol_configuration L{0QCI?#
request_header_allowlist Ss?
request_header_configuration L{0QCN?#
workload_identity_arn s
workload_identity_details L{0QCS=
allowed_scopes Ss?
custom_jwt_authorizer L{0QDg?#
authorizer_configuration L{0QD_?#
access_point_arn s!
efs_access_point L{0QFD?#
s3_files_access_point L{0QFD?#
session_storage L{0QFM?#
filesystem_configuration L{0QFR?#
hosting_environment L{0QGr?#
workload_identities Ls?
allowed_workload_configuration L{0QGw?#
resource_configuration_identifier s!
self_managed_lattice_resource L{0QH3?#
private_endpoint L{0QH8?#
private_endpoint_overrides L{0QHH?#
custom_jwt_authorizer L{0QHQ?#
authorizer_configuration L{0QHx?#
require_service_s3_endpoint b=
network_mode_config L{0QI0?#
network_configuration L{0QID?#
private_endpoint_overrides L{0JbZ?#
custom_jwt_authorizer L{0QJZ?#
authorizer_configuration L{0QK4?#
platform_version s?=
agent_runtime_endpoint_arn s=
agent_runtime_id s!
agent_runtime_version s?=
api_key s?
api_key_secret_arn L{0QM3=
api_key_wo s?w
api_key_wo_version n?
credential_provider_arn s=
json_key s!
api_key_secret_config L{0QNA?#
api_key_secret_source s?=
browser_arn s=
browser_id s=
vpc_config L{0QC0?#
network_configuration L{0QO0?#
s3_location L{0QO9?#
recording L{0QOI?#
browser_signing L{0QP8?#
secret_arn s!
secrets_manager L{0QPD?#
location L{0QPI?#
certificate L{0QPN?#
location L{0QB5?#
enterprise_policy L{0QPS?#
profile_arn s=
profile_id s=
code_interpreter_arn s=
code_interpreter_id s=
evaluator_arn s=
lambda_timeout_in_seconds n?=
lambda_config L{0QSL?#
code_based L{0QSU?#
inference_config L{0Pqk?#
bedrock_evaluator_model_config L{0QSZ?#
model_config L{0QSm?#
label s!
categorical L{0QSr?#
numerical L{0QS-?#
rating_scale L{0QTB?#
llm_as_a_judge L{0QTK?#
evaluator_config L{0QTX?#
evaluator_id s=
evaluator_name s!
level s!
locked_for_modification b=
exception_level s?
gateway_arn s=
gateway_id s=
gateway_url s=
pass_request_headers b!
input_configuration L{0QUZ?#
interception_points Ss!
lambda L{0QGr?#
interceptor L{0QUe?#
interceptor_configuration L{0QUj?#
search_type s?
supported_versions Ss?
mcp L{0QUw?#
protocol_configuration L{0QV7?#
protocol_type s!=
session_timeout_in_seconds n?
session_configuration L{0QXU?#
enable_response_streaming b?
streaming_configuration L{0QXZ?#
mcp L{0QXe?#
protocol_configuration L{0QXz?#
protocol_type s?=
policy_engine_configuration L{0QZB?#
bundle_arn s!
bundle_version s!
static_override L{0Qbk?#
configuration_bundle L{0Qbk?#
metadata Ms?
traffic_split L{0Qbt?#
weighted_override L{0QcC?#
configuration_bundle L{0QcH?#
target_name s!
static_route L{0QcQ?#
traffic_split L{0QcV?#
weighted_route L{0Qcq?#
route_to_target L{0Qcv?#
action L{0Qd2?#
any_of Ls!
match_paths L{0QdB?#
operator s?=
iam_principal L{0QdG?#
any_of L{0QdP?#
match_principals L{0QdU?#
condition L{0QdZ?#
gateway_identifier s!
rule_id s=
system L{0Qdi=
credential_location s?
credential_parameter_name s?
credential_prefix s?
provider_arn s!
api_key L{0QeQ?#
gateway_iam_role L{02nO?#
custom_parameters Ms?
scopes Ss!
oauth L{0Qeh?#
credential_provider_configuration L{0Qeu?#
items_json s?
properties_json s?
items L{0Qf5?#
required b?=
property S{0QfM?#
items L{0Qfl?#
property S{0Qg0?#
input_schema L{0QgP?#
output_schema L{0QgP?#
inline_payload L{0Qgg?#
s3 L{0Qgx?#
tool_schema L{0Qh4?#
lambda L{0QhD?#
mcp_server L{0QhM?#
inline_payload L{0QhR?#
open_api_schema L{0QhW?#
smithy_model L{0QhW?#
mcp L{0Qhf?#
target_configuration L{0Qhw?#
target_id s=
default_return_url s?
grant_type s?
oauth L{0QiW?#
credential_provider_configuration L{0Qir?#
allowed_query_parameters Ss?
allowed_request_headers Ss?
allowed_response_headers Ss?
metadata_configuration L{0Qj2?#
filter_path s!
methods Ss!
tool_filter S{0QjF?#
tool_override S{0QjO?#
api_gateway_tool_configuration L{0Qjf?#
api_gateway L{0Qjo?#
mcp L{0Qj_?#
target_configuration L{0QkK?#
service s!
caller_iam_credentials L{0Qk-?#
gateway_iam_role L{0Ql7?#
jwt_passthrough L{02nO?#
credential_provider_configuration L{0QlG?#
agentcore_runtime L{0Qlb?#
http L{0Qlk?#
target_configuration L{0Qlp?#
listing_mode s?=
mcp_server L{0QmX?#
mcp L{0Qmg?#
target_configuration L{0Qm_?#
source L{0QhW?#
schema L{0Qnn?#
agentcore_runtime L{0Qns?#
static_query_parameter_conflict_resolution s?
static_query_parameters Ms?
composite_identifier Ss?
stickiness_configuration L{0Qo3?#
passthrough L{0QoG?#
http L{0Qof?#
connector_id s!
source L{0Qoo?#
connector L{0Qot?#
separator s?
strip b?=
provider_prefix L{0Qoy?#
model_mapping L{0Qp5?#
model s!
model L{0QpA?#
provider_path s?
operation L{0QpF?#
provider L{0QpS?#
inference L{0Qpf?#
visible b?
parameter_override L{0Qpo?#
parameter_values s?
configuration L{0Qp_?#
enabled Ls?
source L{0QqG?#
connector L{0QqP?#
s3 L{0Qqc?#
mcp_tool_schema L{0Qql?#
resource_priority n?=
mcp_server L{0Qqu?#
mcp L{0Qr9?#
target_configuration L{0QrY?#
allowed_tools Ls?=
agent_runtime_arn s
agent_runtime_id s
agent_runtime_name s
efs_access_point L{0QsO
s3_files_access_point L{0QsO
session_storage L{0QsX
filesystem_configuration L{0Qsc
lifecycle_configuration L{0QBt
network_mode s
network_mode_config L{0Qsp
network_configuration L{0Qsy
agentcore_runtime_environment L{0Qt5
environment L{0QtU?=
environment_artifact L{0QtZ?#
environment_variables Ms?=
harness_id s=
harness_name s!
max_iterations n?=
max_tokens n?=
actor_id s?
messages_count n?
relevance_score n?
strategy_id s?
top_k n?
retrieval_config L{0Qte?#
agentcore_memory_configuration L{0Qtv?#
memory L{0QuA?#
bedrock_model_config L{0QuF?#
api_key_arn s!
gemini_model_config L{0QuW?#
openai_model_config L{0Quv?#
model L{0QvE?#
skill L{0Oqh?#
system_prompt L{0PAl?#
timeout_seconds n?=
browser_arn s?
agentcore_browser L{0QvR?#
code_interpreter_arn s?
agentcore_code_interpreter L{0QvW?#
aws_iam b?
none b?
scopes Ls!
oauth L{0Qvb?#
outbound_auth L{0Qvw?#
agentcore_gateway L{0Qw7?#
input_schema s!
inline_function L{0QwG?#
headers Ms?
url s!
remote_mcp L{0QwP?#
config L{0QwY?#
tool L{0Qwt?#
messages_count n
sliding_window L{0Qx4
preserve_recent_messages n
summarization_system_prompt s
summary_ratio n
summarization L{0Qx9
config L{0QxM
truncation L{0QxV?=
require_service_s3_endpoint b
network_mode_config L{0Qz1
network_configuration L{0QzE
agentcore_runtime_environment L{0QzN
environment L{0Qzm?=
agent_runtime_name s=
agentcore_runtime_environment L{0Q_E?#
environment L{0Q_d?#
environment_actual L{0Qzm=
disabled L{02nO?#
encryption_key_arn s?
event_expiry_duration n?=
strategies Ss?=
managed_memory_configuration L{0Q_i?#
memory L{0Q_z?#
actor_id s
relevance_score n
strategy_id s
retrieval_config L{0R0A
agentcore_memory_configuration L{0R0R
encryption_key_arn s
event_expiry_duration n
strategies Ss
managed_memory_configuration L{0R0i
memory_actual L{0R0z=
additional_params s?
api_format s?=
bedrock_model_config L{0R1A?#
gemini_model_config L{0R1Z?#
api_base s?
api_key_arn s?
litellm_model_config L{0R20?#
openai_model_config L{0R2T?#
model L{0R2w?#
paths Ls?
aws_skills L{0R3B?#
credential_arn s!
username s?
auth L{0R3G?#
git L{0R3P?#
s3 L{0Ph5?#
skill L{0R3c?#
system_prompt L{0R3t?#
event_expiry_duration n!
memory_execution_role_arn s?
indexed_key L{0R6A?#
level s?=
content_configuration L{0R6J?#
data_stream_arn s!
kinesis L{0R6S?#
resource L{0R6b?#
stream_delivery_resources L{0R6g?#
indexed_key S{0R6A?#
append_to_prompt s!
consolidation L{0R8P?#
extraction L{0R8P?#
configuration L{0R8Y?#
memory_id s!
memory_strategy_id s=
namespaces Ss!=
namespace_templates Ss!
reflection L{0R9O?#
historical_context_window_size n?=
payload_delivery_bucket_name s!
invocation_configuration L{0R9b?#
message_count n!
message_based_trigger L{0R9k?#
idle_session_timeout n!
time_based_trigger L{0R9p?#
token_count n!
token_based_trigger L{0R9u?#
trigger_conditions L{0R9z?#
message_count n
message_based_trigger L{0RAA
idle_session_timeout n
time_based_trigger L{0RAF
token_count n
token_based_trigger L{0RAK
trigger_conditions_actual L{0RAP=
self_managed_configuration L{0RAc?#
configuration L{0RAt?#
llm_extraction_instruction s?=
max_value n?
min_value n?
number_validation L{0RBC?#
allowed_values Ls?
max_items n?
string_list_validation L{0RBL?#
allowed_values Ls!
string_validation L{0RBU?#
validation L{0RBZ?#
llm_extraction_config L{0RBm?#
extraction_config L{0RBz?#
extraction_type s?=
metadata_schema L{0RC2?#
memory_record_schema L{0RCJ?#
namespace_templates Ss?=
namespaces Ss?=
reflection_configuration L{0RCO?#
client_secret_arn L{0QM3=
credential_provider_vendor s!
client_credentials_wo_version n?
client_id_wo s?w
client_secret s?
client_secret_wo s?w
response_types Ss?
authorization_server_metadata L{0RDI?#
discovery_url s?
oauth_discovery L{0RDZ?#
custom_oauth2_provider_config L{0RDi?#
response_types Ss
authorization_server_metadata L{0RE5
oauth_discovery L{0REM=
github_oauth2_provider_config L{0REV?#
google_oauth2_provider_config L{0REV?#
microsoft_oauth2_provider_config L{0REV?#
salesforce_oauth2_provider_config L{0REV?#
slack_oauth2_provider_config L{0REV?#
oauth2_provider_config L{0REu?#
callback_url s=
client_secret_config L{0QNA?#
client_secret_source s?
token_endpoint_auth_methods Ls
authorization_server_metadata L{0RGB
oauth_discovery L{0RGW=
atlassian_oauth2_provider_config L{0RGf?#
client_authentication_method s?
token_endpoint_auth_methods Ls?
authorization_server_metadata L{0RHA?#
oauth_discovery L{0RHV?#
grant_type s!
actor_token_content s!
actor_token_scopes Ss?
token_exchange_grant_type_config L{0RHe?#
on_behalf_of_token_exchange_config L{0RHn?#
additional_header_claims Ms?
additional_payload_claims Ms?
kms_key_source L{0JcN?#
private_key_source L{0RHw?#
signing_algorithm s?
private_key_jwt_config L{0RH_?#
custom_oauth2_provider_config L{0RIG?#
github_oauth2_provider_config L{0RGf?#
google_oauth2_provider_config L{0RGf?#
authorization_endpoint s?
token_endpoint s?
included_oauth2_provider_config L{0RJ5?#
linkedin_oauth2_provider_config L{0RGf?#
tenant_id_wo s?w
tenant_id_wo_version n?
microsoft_oauth2_provider_config L{0RJo?#
salesforce_oauth2_provider_config L{0RGf?#
slack_oauth2_provider_config L{0RGf?#
oauth2_provider_config L{0RKV?#
log_group_names Ls!
service_names Ls!
cloudwatch_logs L{0RLj?#
data_source_config L{0RLs?#
enable_on_create b!
evaluation_execution_role_arn s!
evaluator_id s!
evaluator S{0RLx?#
execution_status s?=
online_evaluation_config_arn s=
online_evaluation_config_id s=
online_evaluation_config_name s!
cloudwatch_config L{0RM0
output_config L{0RM5=
operator s!
boolean_value b?
double_value n?
value L{0RMA?#
filter L{0RMN?#
sampling_percentage n!
sampling_config L{0RMa?#
session_timeout_minutes n!
session_config L{0RMf?#
rule L{0RMk?#
statement s!
cedar L{0RNu?#
definition L{0RNz?#
policy_engine_id s!
validation_mode s?
policy_engine_arn s=
policy_engine_id s=
auto_approval b
approval_configuration L{0RPC?=
authorizer_type s?=
kms_configuration L{0RQe?#
token_vault_id s?=
allowed_resource_oauth2_return_urls Ss?
workload_identity_arn s=
billing_view_type s=
dimensions L{0RRe?#
tags L{0RRe?#
begin_date_inclusive s!
end_date_inclusive s!
time_range L{0RRn?#
data_filter_expression L{0RRw?#
derived_view_count n=
source_account_id s=
source_view_count n=
source_views Ls?
view_definition_last_updated_at s=
dimensions L{09XP?#
data_filter_expression L{0RT8?#
auto_adjust_type s!
budget_adjustment_period n!
lookback_available_periods n=
historical_options L{0RUM?#0,1
last_auto_adjust_time s=
auto_adjust_data L{0RUV?#0,1
budget_type s!
cost_filter S{01e9?#
include_credit b?
include_discount b?
include_other_subscription b?
include_recurring b?
include_refund b?
include_subscription b?
include_support b?
include_tax b?
include_upfront b?
use_amortized b?
use_blended b?
cost_types L{0RUi?#0,1
limit_amount s?=
limit_unit s?=
comparison_operator s!
notification_type s!
subscriber_email_addresses Ss?
subscriber_sns_topic_arns Ss?
threshold_type s!
notification S{0RVP?#
amount s!
start_time s!
planned_limit S{0RVo?#
time_period_end s?
time_period_start s?=
time_unit s!
billing_view_arn s?
match_options Ls?
values Ls?
cost_categories L{0RYL?#0,1
dimensions L{0RYY?#0,1
tags L{0RYL?#0,1
and L{0RYl?#
not L{0RYl?#0,1
or L{0RYl?#
and L{0RYy?#
not L{0RYy?#0,1
or L{0RYy?#
filter_expression L{0RZL?#0,1
metrics Ls?
action_id s=
action_threshold_type s!
action_threshold_value n!
action_threshold L{0RcK!#1,1
action_type s!
approval_model s!
budget_name s!
groups Ss?
policy_arn s!
roles Ss?
users Ss?
iam_action_definition L{0RcT?#0,1
target_ids Ss!
scp_action_definition L{0Rck?#0,1
action_sub_type s!
instance_ids Ss!
ssm_action_definition L{0Rct?#0,1
definition L{0Rd4!#1,1
address s!
subscription_type s!
subscriber S{0RdH!#1,11
monitor_dimension s?
monitor_specification s?
monitor_type s!
monitor_arn_list Ls!
subscriber S{0Rey!#1,0
threshold_expression L{02Nu?#0,1
tag_key s!
default_value s?
effective_start s?=
dimension_key s?
dimension_name s?
inherited_value L{0Rf_?#0,1
and S{02Nu?#
not L{02Nu?#0,1
or S{02Nu?#
rule L{0Rg8?#0,1
rule L{0RgX!#1,0
rule_version s!
parameter S{0Rgo?#
targets Ss!
split_charge_rule S{0Rgx?#
targets Ls!
split_charge_rule S{0Rhv?#
chat_configuration_arn s=
configuration_name s!
guardrail_policy_arns Ls?=
slack_channel_id s!
slack_channel_name s=
slack_team_id s!
slack_team_name s=
sns_topic_arns Ss?=
user_authorization_required b?=
channel_id s!
channel_name s?=
team_id s!
team_name s?=
outbound_host_name s=
require_encryption b!
voice_connector_id s!
connector S{0Rnn?#0,3
enable_media_metric_logs b?
enable_sip_logs b?
disabled b?
host s!
route S{0Ro-!#1,20
data_retention n!
configuration_arn s?
media_insights_configuration L{0Rpv?#0,1
streaming_notification_targets Ss?
calling_regions Ss!
cidr_allow_list Ss!
cps_limit n?
default_phone_number s?
credentials S{0Lur!#1,10
call_analytics_stream_categories Ls?
content_identification_type s?
content_redaction_type s?
enable_partial_results_stabilization b?
filter_partial_results b?
language_code s!
language_model_name s?
partial_results_stability s?
pii_entity_types s?
content_redaction_output s?
data_access_role_arn s!
output_encryption_kms_key_id s?
output_location s!
post_call_analytics_settings L{0RsK?#0,1
vocabulary_filter_method s?
vocabulary_filter_name s?
vocabulary_name s?
amazon_transcribe_call_analytics_processor_configuration L{0Rsb?#0,1
show_speaker_label b?
amazon_transcribe_processor_configuration L{0RtQ?#0,1
insights_target s!
kinesis_data_stream_sink_configuration L{0RuB?#0,1
lambda_function_sink_configuration L{0RuB?#0,1
destination s?
s3_recording_sink_configuration L{0RuG?#0,1
sns_topic_sink_configuration L{0RuB?#0,1
sqs_queue_sink_configuration L{0RuB?#0,1
speaker_search_status s!
voice_tone_analysis_status s!
voice_analytics_processor_configuration L{0RuL?#0,1
elements L{0RuU!#1,0
disabled b?=
issue_detection_configuration L{0Rv3?#0,1
keywords Ls!
negate b?=
keyword_match_configuration L{0Rv8?#0,1
sentiment_type s!
time_period n!
sentiment_configuration L{0RvL?#0,1
rules L{0RvY!#1,3
real_time_alert_configuration L{0Rvp?#0,1
resource_access_role_arn s!
cdr_bucket s?
voice_connector L{0RxA!#1,1
endpoints L{0PhF!#1,1
sip_media_application_id s!
target_applications S{0RyM!#1,25
trigger_value s!
server_side_encryption_configuration L{0JcN!#1,1
creator_display_name s!
creator_member_abilities Ls!
allow_clear_text b!
allow_duplicates b!
allow_joins_on_columns_with_different_names b!
preserve_nulls b!
data_encryption_metadata L{0R-V?#0,1
display_name s!
member_abilities Ls!
member S{0R-m?#
query_log_status s!
analytics_engine s?
allowed_columns Ss!
analysis_method s!
table_reference L{0S0x!#1,1
collaboration_arn s=
collaboration_creator_account_id s=
collaboration_creator_display_name s=
collaboration_id s!
collaboration_name s=
result_format s!
s3 L{0S2g?#
output_configuration L{0S2t?#
default_result_configuration L{0S2y?#
member_abilities Ls=
is_responsible b!
query_compute L{0S35?#
payment_configuration L{0S3A?#
automatic_stop_time_minutes n?
owner_arn s?=
subnet_id s?
permissions s!
user_arn s!
desired_state s!
schema s?=*
capabilities Ss?
disable_rollback b?
iam_role_arn s?
notification_arns Ss?
on_failure s?
parameters Ms?=
policy_body s?=
policy_url s?
template_body s?=
template_url s?
timeout_in_minutes n?
accounts Ss?=
call_as s?
account_filter_type s?
accounts_url s?
organizational_unit_ids Ss?
deployment_targets L{0SB5?#0,1
concurrency_mode s?
failure_tolerance_count n?
failure_tolerance_percentage n?
max_concurrent_count n?
max_concurrent_percentage n?
region_concurrency_type s?
region_order Ls?
operation_preferences L{0SBM?#0,1
parameter_overrides Ms?
regions Ss?=
retain_stacks b?
detailed_status s
drift_status s
organizational_unit_id s
stack_id s
stack_set_id s
stack_instance_summaries L{0SBp=
stack_set_id s=
stack_set_name s!
administration_role_arn s?
retain_stacks_on_account_removal b?
auto_deployment L{0SD-?#0,1
execution_role_name s?=
active b?
managed_execution L{0SE7?#0,1
operation_preferences L{0SEC?#0,1
permission_model s?
timeouts {0SEb?#
depends_on_stack_sets Ls?
auto_deployment L{0SH8?#0,1
organizational_unit_id s=
retain_stack b?
stack_id s=
stack_instance_summaries L{0SIc=
stack_set_instance_region s?=
log_role_arn s!
logging_config L{0SKX?#0,1
schema_handler_package s!
version_id s=
anycast_ips Ls=
ip_count n!
default_ttl n?
max_ttl n?
min_ttl n?
cookie_behavior s!
items Ss?
cookies L{0SNb?#0,1
cookies_config L{0SNg!#1,1
enable_accept_encoding_brotli b?
enable_accept_encoding_gzip b?
header_behavior s?
headers L{0SNb?#0,1
headers_config L{0SNp!#1,1
query_string_behavior s!
query_strings L{0SNb?#0,1
query_strings_config L{0SNy!#1,1
parameters_in_cache_key_and_forwarded_to_origin L{0SO5!#1,1
connection_function_arn s=
connection_function_code s!
comment s!
key_value_store_arn s!
key_value_store_association L{0SO_?#
connection_function_config L{0SP4?#
live_stage_etag s=
publish b?=
anycast_ip_list_id s?
enabled b?=
ipv6_enabled b?=
routing_endpoint s=
wait_for_deployment b?=
quantity n!
staging_distribution_dns_names L{0SQx?#
single_header_config L{0SR4?#
idle_ttl n!
maximum_ttl n!
session_stickiness_config L{0SRD?#
single_weight_config L{0SRM?#
traffic_config L{0SRV?#
aliases Ss?
continuous_deployment_policy_id s?=
error_caching_min_ttl n?
error_code n!
response_code n?
response_page_path s?
custom_error_response S{0SS9?#
allowed_methods Ss!
cache_policy_id s?
cached_methods Ss!
compress b?
default_ttl n?=
field_level_encryption_id s?
forward s!
whitelisted_names Ss?=
cookies L{0SSQ!#1,1
headers Ss?=
query_string b!
query_string_cache_keys Ls?=
forwarded_values L{0SSZ?#0,1
event_type s!
function_association S{0SSq?#0,2
grpc_config L{0SSz?#0,1
include_body b?
lambda_function_association S{0ST2?#0,4
max_ttl n?=
origin_request_policy_id s?
realtime_log_config_arn s?
response_headers_policy_id s?
smooth_streaming b?
target_origin_id s!
trusted_key_groups Ls?=
trusted_signers Ls?=
viewer_protocol_policy s!
default_cache_behavior L{0STF!#1,1
default_root_object s?
http_version s?
is_ipv6_enabled b?
include_cookies b?
logging_config L{0SUW?#0,1
whitelisted_names Ss?
cookies L{0SUj!#1,1
forwarded_values L{0SUs?#0,1
path_pattern s!
trusted_key_groups Ls?
trusted_signers Ls?
ordered_cache_behavior L{0SV7?#
connection_attempts n?
connection_timeout n?
custom_header S{0LTD?#
http_port n!
https_port n!
origin_keepalive_timeout n?
origin_protocol_policy s!
origin_read_timeout n?
origin_ssl_protocols Ss!
custom_origin_config L{0SWS?#0,1
origin_access_control_id s?
origin_id s!
origin_path s?
origin_shield_region s?
origin_shield L{0SWr?#0,1
origin_access_identity s!
s3_origin_config L{0SW-?#0,1
vpc_origin_id s!
vpc_origin_config L{0SX3?#0,1
origin S{0SXG!#1,0
status_codes Sn!
failover_criteria L{0SXz!#1,1
member L{0SY2!#2,2
origin_group S{0SY7?#
price_class s?
locations Ss?=
restriction_type s!
geo_restriction L{0SYK!#1,1
restrictions L{0SYT!#1,1
retain_on_delete b?
staging b?
key_group_id s
key_pair_ids Ss
items L{0SYY
trusted_key_groups L{0SYh=
aws_account_number s
items L{0SYq
trusted_signers L{0SYz=
acm_certificate_arn s?
cloudfront_default_certificate b?
iam_certificate_id s?
minimum_protocol_version s?
ssl_support_method s?
viewer_certificate L{0SZ6!#1,1
wait_for_deployment b?
web_acl_id s?
logging_config L{0SbW?#0,1
logging_v1_enabled b=
custom_origin_config L{0Sbj?#0,1
response_completion_timeout n?=
origin S{0ScA!#1,0
connection_function_association L{0NvF?#0,1
owner_account_id s?
vpc_origin_config L{0Sf8?#0,1
origin S{0SfP!#1,0
advertise_trust_store_ca_names b?
ignore_certificate_expiry b?
trust_store_id s!
trust_store_config L{0SgA?#0,1
viewer_mtls_config L{0SgN?#0,1
header_name s!
cache_tag_config L{0Sir?#0,1
client_certificate_arn s!
origin_mtls_config L{0SlJ?#0,1
custom_origin_config L{0SlO?#0,1
origin S{0Slv!#1,0
connection_group_id s?=
certificate L{0Sp3?#
restriction_type s?
geo_restriction L{0Sp8?#
web_acl L{0SpH?#
customizations L{0SpQ?#
distribution_id s!
domain S{0Spd?#
primary_domain_name s?
validation_token_host s?
managed_certificate_request L{0Spm?#
parameter S{0LTD?#
profile_id s?
items S{0Sq-!#1,0
content_type_profiles L{0SrB!#1,1
forward_when_content_type_is_unknown b!
content_type_profile_config L{0SrG!#1,1
forward_when_query_arg_profile_is_unknown b!
profile_id s!
query_arg s!
items S{0SrP?#
query_arg_profiles L{0SrY?#0,1
query_arg_profile_config L{0Srd!#1,1
field_patterns L{0SNb!#1,1
provider_id s!
public_key_id s!
items S{0SsD?#
encryption_entities L{0SsQ!#1,1
key_value_store_associations Ss?
publish b?
items Ss!
realtime_metrics_subscription_status s!
realtime_metrics_subscription_config L{0Svr!#1,1
monitoring_subscription L{0Svw!#1,1
key_group_id s=
key_pair_ids Ls=
items L{0SwC?#
active_trusted_key_groups L{0SwL?#
allowed_methods L{0SwU?#
compress b?=
field_level_encryption_id s?=
function_association L{0SSq?#
include_body b?=
lambda_function_arn s!
lambda_function_association L{0Swd?#
items Ls?
trusted_key_groups L{0Swq?#
cache_behavior L{0Swz?#
connection_mode s=
error_caching_min_ttl n?=
response_code s?
custom_error_response L{0Sxo?#
default_cache_behavior L{0Sy3?#
http_version s?=
in_progress_invalidation_batches n=
connection_attempts n?=
connection_timeout n?=
header_value s!
custom_header L{0Syq?#
origin_keepalive_timeout n?=
origin_read_timeout n?=
custom_origin_config L{0Syz?#
origin_path s?=
origin_shield L{0SWr?#
vpc_origin_config L{0SzQ?#
origin L{0Szd?#
failover_criteria L{0SXz?#
member L{0SY2?#
origin_group L{0S-K?#
geo_restriction L{0S-X?#
restrictions L{0S-g?#
string_schema L{0S-l?#
definition L{0S-y?#
parameter_definition L{0S_1?#
tenant_config L{0S_A?#
cloudfront_default_certificate b?=
minimum_protocol_version s?=
ssl_support_method s?=
viewer_certificate L{0S_F?#
function_association S{0SSq?#
lambda_function_association S{0Swd?#
cache_behavior L{0T19?#
default_cache_behavior L{0T1-?#
origin S{0Szd?#
origin_mtls_config L{0SlJ?#
custom_origin_config L{0T4O?#
origin S{0T4v?#
origin_access_control_origin_type s!
signing_behavior s!
signing_protocol s!
encoded_key s!
kinesis_stream_config L{0T9F!#1,1
stream_type s!
endpoint L{0T9O!#1,1
fields Ss!
sampling_rate n!
access_control_allow_credentials b!
access_control_allow_headers L{0SNb!#1,1
access_control_allow_methods L{0SNb!#1,1
access_control_allow_origins L{0SNb!#1,1
access_control_expose_headers L{0SNb?#0,1
access_control_max_age_sec n?
origin_override b!
cors_config L{0T9w?#0,1
override b!
items S{0TAN?#
custom_headers_config L{0TAa?#0,1
etag s?=
items S{0TAf?#
remove_headers_config L{0TAk?#0,1
content_security_policy s!
content_security_policy L{0TAp?#0,1
content_type_options L{0TAy?#0,1
frame_option s!
frame_options L{0TB1?#0,1
referrer_policy s!
referrer_policy L{0TBA?#0,1
access_control_max_age_sec n!
include_subdomains b?
preload b?
strict_transport_security L{0TBJ?#0,1
mode_block b?
protection b!
report_uri s?
xss_protection L{0TBa?#0,1
security_headers_config L{0TBr?#0,1
server_timing_headers_config L{0TCE?#0,1
ca_certificates_bundle_s3_location L{0TDf?#
ca_certificates_bundle_source L{0TDw?#
number_of_ca_certificates n=
origin_ssl_protocols L{0TEa?#
vpc_origin_endpoint_config L{0TEj?#
total_size_in_bytes n=
max_batch_size n?=
resource_key_value_pair S{06SN?#
cluster_state s=
hsm_type s!
source_backup_identifier s?
hsm_eni_id s=
hsm_id s=
hsm_state s=
ip_address s?=
document_service_endpoint s=
enforce_https b?=
tls_security_policy s?=
endpoint_options L{0TJ5?#0,1
analysis_scheme s?
facet b?
highlight b?
return b?
search b?
sort b?
source_fields s?
index_field S{0TJE?#
multi_az b?=
desired_instance_type s?=
desired_partition_count n?=
desired_replication_count n?=
scaling_parameters L{0TJt?#0,1
search_service_endpoint s=
access_policy s!
ends_with Ls?
equals Ls?
not_ends_with Ls?
not_equals Ls?
not_starts_with Ls?
starts_with Ls?
field_selector S{0TM8!#1,0
advanced_event_selector L{0TMb?#
cloud_watch_logs_group_arn s?
cloud_watch_logs_role_arn s?
enable_log_file_validation b?
enable_logging b?
data_resource L{0TMk?#
exclude_management_event_sources Ss?
include_management_events b?
read_write_type s?
event_selector L{0TMt?#0,5
include_global_service_events b?
insight_type s!
insight_selector S{0TN8?#
is_multi_region_trail b?
is_organization_trail b?
kms_key_id s?
sns_topic_name s?
ends_with Ls?=
equals Ls?=
field s?=
not_ends_with Ls?=
not_equals Ls?=
not_starts_with Ls?=
starts_with Ls?=
field_selector S{0TPx?#
advanced_event_selector L{0TQO?#
billing_mode s?
multi_region_enabled b?
organization_enabled b?
retention_period n?
suspend s?
termination_protection_enabled b?
service_principal s=
expire_date s?
last_updated_timestamp s=
alarm_names Ss!
mute_targets L{0TSm?#
mute_type s=
timezone s?=
schedule L{0TSr?#
rule L{0TT2?#
start_date s?
actions_enabled b?
alarm s!
extension_period n!
wait_period n!
actions_suppressor L{0TTy?#0,1
alarm_actions Ss?
alarm_description s?
alarm_name s!
alarm_rule s!
insufficient_data_actions Ss?
ok_actions Ss?
resource_arn s=
rule_definition s!
rule_state s?
rule_state s?=
rule_name s=
template_name s!
dashboard_arn s=
dashboard_body s!
dashboard_name s!
connection_arn s!
invocation_endpoint s!
invocation_rate_limit_per_second n?
event_pattern s?
event_source_arn s!
retention_days n?
dead_letter_config L{0Sp3?#0,1
event_source_name s?
include_detail s?
level s?
log_config L{0Tas?#0,1
event_bus_name s?
value s!*
api_key L{0TcA?#0,1
is_value_secret b?
value s?*
body L{0TcJ?#
header L{0TcJ?#
query_string L{0TcJ?#
invocation_http_parameters L{0TcW?#0,1
client_parameters L{0LnH?#0,1
oauth_http_parameters L{0TcW!#1,1
oauth L{0Tcj?#0,1
auth_parameters L{0Tc-!#1,1
authorization_type s!
resource_association_arn s=
resource_configuration_arn s!
resource_parameters L{0TdF!#1,1
invocation_connectivity_parameters L{0TdO?#0,1
connectivity_parameters L{0TdO?#0,1
auth_parameters L{0Teh!#1,1
endpoint_url s=
event_bus L{0N9k!#2,2
replication_config L{0Tff?#0,1
primary L{0Tfk!#1,1
route s?
secondary L{0Tfp!#1,1
failover_config L{0Tfu!#1,1
routing_config L{0Tg1!#1,1
condition L{0OfN?#0,1
statement_id s!
is_enabled b?-
schedule_expression s?
graphql_operation s?
appsync_target L{0Tk0?#0,1
array_size n?
job_attempts n?
job_definition s!
batch_target L{0Tk5?#0,1
ordered_placement_strategy L{06Tn?#0,5
placement_constraint S{06Te?#0,10
task_count n?
task_definition_arn s!
ecs_target L{0TkM?#0,1
header_parameters Ms?
path_parameter_values Ls?
query_string_parameters Ms?
http_target L{0TlB?#0,1
input s?
input_path s?
input_paths Ms?
input_template s!
input_transformer L{0TlO?#0,1
partition_key_path s?
kinesis_target L{0TlX?#0,1
db_user s?
secrets_manager_arn s?
sql s?
statement_name s?
with_event b?
redshift_target L{0Tlc?#0,1
maximum_event_age_in_seconds n?
maximum_retry_attempts n?
retry_policy L{0Tl_?#0,1
rule s!
run_command_targets L{0RRe?#0,5
pipeline_parameter_list S{0LTD?#0,200
sagemaker_pipeline_target L{0Tm8?#0,1
message_group_id s?
sqs_target L{0TmD?#0,1
target_id s?=
policy_document s!
policy_name s!
policy_type s!
selection_criteria s?
anomaly_visibility_time n?=
detector_name s?
evaluation_frequency s?
filter_pattern s?
log_group_arn_list Ls!
delivery_destination_arn s!
delivery_source_name s!
field_delimiter s?=
record_fields Ls?=
enable_hive_compatible_path b
suffix_path s
s3_delivery_configuration L{0Trg?=
destination_resource_arn s!
delivery_destination_configuration L{0Tt1?#
delivery_destination_type s=
output_format s?
destination_resource_arn s?
delivery_destination_configuration L{0TtZ?#
delivery_destination_type s?=
delivery_destination_name s!
delivery_destination_policy s!
log_type s!
target_arn s!
destination_name s!
force_update b?
log_group_class s?=
retention_in_days n?
deletion_protection_enabled b?=
metric_transformation L{0Tyn!#1,1
apply_on_transformed_logs b?=
policy_name s?
policy_scope s=
data_source L{0PvD?#
integration_arn s!
storage_tier s!
distribution s?
filter_pattern s!
emit_system_fields Ss?
log_group_arn s!
overwrite_if_exists b?=
entry L{0U1c?#
add_keys L{0U1p?#
entry L{0U1u?#
copy_value L{0U25?#
columns Ls?=
delimiter s?=
quote_character s?=
source s?=
csv L{0U2A?#
locale s?=
match_patterns Ls!
source_timezone s?=
target_format s?=
target_timezone s?=
date_time_converter L{0U2R?#
with_keys Ls!
delete_keys L{0U2u?#
match s!
grok L{0U2z?#
flatten b?=
flattened_element s?=
target s?=
value_key s?=
list_to_map L{0U36?#
lower_case_string L{0U2u?#
move_keys L{0U25?#
parse_cloudfront L{0U3V?#
destination s?=
parse_json L{0U3a?#
key_prefix s?=
key_value_delimiter s?=
non_match_value s?=
parse_key_value L{0U3j?#
parse_postgres L{0U3V?#
parse_route53 L{0U3V?#
event_source s!
ocsf_version s!
parse_to_ocsf L{0U4A?#
parse_vpc L{0U3V?#
parse_waf L{0U3V?#
rename_to s!
entry L{0U4N?#
rename_keys L{0U4a?#
delimiter s!
entry L{0U4f?#
split_string L{0U4o?#
from s!
to s!
entry L{0U4t?#
substitute_string L{0U54?#
trim_string L{0U2u?#
entry L{0R6A?#
type_converter L{0U59?#
upper_case_string L{0U2u?#
transformer_config L{0U5E?#
datapoints_to_alarm n?
evaluate_low_sample_count_percentiles s?=
evaluation_periods n!
extended_statistic s?
period n!
metric L{0U6u?#0,1
metric_query S{0U7H?#
threshold n?
threshold_metric_id s?
treat_missing_data s?
comparison_operator s?
pending_period n?
recovery_period n?
promql_criteria L{0UAy!#1,1
evaluation_criteria L{0UB9?#0,1
evaluation_interval n?
evaluation_periods n?
wall_clock_window L{0UC_!#1,1
evaluation_window L{0UD4?#0,1
only_start_evaluating_after_warm_up_period_ends b?
warm_up_period_duration_in_minutes n!
warm_up_configuration L{0UD9?#0,1
metric_names Ss?
exclude_filter S{0UFB?#
firehose_arn s!
include_filter S{0UFB?#
include_linked_accounts_metrics b?
last_update_date s=
output_format s!
additional_statistics Ss!
include_metric S{0UFK!#1,0
statistics_configuration S{0UFT?#
log_group_names Ls?
query_definition_id s=
include_metrics Ss!
metric_selection L{0UJX?#
custom_endpoint_urls Ls=
domain_endpoint_url s=
identity_center_application_arn s=
identity_center_instance_arn s!
identity_center_configuration L{0UJp?#
identity_provider_configuration L{0UJu?#
identity_providers Ss!
agent_core_evaluation_role_arn s?
domain_arn s=
encryption_strategy s!
encryption_configuration L{0UKY?#
space_arn s=
space_id s=
asset_size_bytes s=
encryption_key s?=
repository_count n=
s3_bucket_arn s=
policy_revision s?=
policy_document s?=
administrator_account s=
external_connection_name s!
package_format s=
external_connections L{0UNe?#0,1
upstream L{0UNr?#
base_capacity n!
disk n?=
machine_type s?
memory n?=
vcpu n?=
compute_configuration L{0UQM?#0,1
compute_type s!
environment_type s!
fleet_service_role s?
overflow_behavior s?=
max_capacity n?
scaling_type s?
metric_type s?
target_value n?
target_tracking_scaling_configs L{0UQd?#
scaling_configuration L{0UQm?#0,1
vpc_id s!
vpc_config L{0UR1?#
machine_type s?=
compute_configuration L{0USJ?#0,1
artifact_identifier s?
bucket_owner_access s?
encryption_disabled b?
location s?
namespace_type s?
override_artifact_name b?
packaging s?
artifacts L{0UTn!#1,1
badge_enabled b?
badge_url s=
combine_artifacts b?
compute_types_allowed Ls?
maximum_builds_allowed n?
restrictions L{0UUQ?#0,1
service_role s!
timeout_in_mins n?
build_batch_config L{0UUZ?#0,1
build_timeout n?
modes Ls?
cache L{0UUq?#0,1
concurrent_build_limit n?
certificate s?
environment_variable L{0UV1?#
fleet_arn s?
fleet L{0UVE?#0,1
image_pull_credentials_type s?
privileged_mode b?
credential s!
credential_provider s!
registry_credential L{0UVJ?#0,1
environment L{0UVS!#1,1
identifier s?
mount_options s?
mount_point s?
file_system_locations S{0UW1?#
group_name s?
stream_name s?
cloudwatch_logs L{0UWM?#0,1
s3_logs L{0UWZ?#0,1
logs_config L{0UWq?#0,1
project_visibility s?
public_project_alias s=
queued_timeout n?
resource_access_role s?
artifact_identifier s!
secondary_artifacts S{0UWz?#0,12
source_identifier s!
source_version s!
secondary_source_version S{0UXc?#0,12
resource s!
auth L{0UXl?#0,1
target_url s?
build_status_config L{0UXu?#0,1
buildspec s?
git_clone_depth n?
fetch_submodules b!
git_submodules_config L{0UY1?#0,1
insecure_ssl b?
report_build_status b?
secondary_sources S{0UY6?#0,12
source L{0UYl!#1,1
source_version s?
vpc_config L{0UR1?#0,1
auto_retry_limit n?=
security_group_ids Ls?
docker_server L{0Ub5?#0,1
environment L{0UbE!#1,1
cache_namespace s?
cache L{0Udm?#0,1
host_kernel s?=
environment L{0Ufw!#1,1
delete_reports b?
encryption_key s!
s3_destination L{0UiW?#0,1
export_config L{0Uir!#1,1
server_type s!
token s!*
branch_filter s?
build_type s?
exclude_matched_pattern b?
filter L{0Ul2?#
filter_group S{0UlF?#
manual_creation b?
payload_url s=
scope_configuration L{0UlK?#0,1
secret s=*
approver_roles Ss?=
requires_comment_approval s!
pull_request_build_policy L{0UmA?#0,1
runtime s?
ides L{0Un4!#1,1
inactivity_timeout_minutes n?
size n!
persistent_storage L{0UnD!#1,1
branch_name s?
repositories L{0UnI?#0,100
content s!
approval_rule_template_name s!
default_branch s?
configuration_id s=
branches Ls?
custom_data s?
events Ls!
trigger S{0Utd!#1,10
host_arn s?
provider_type s?=
provider_endpoint s!
tls_certificate s?
vpc_configuration L{0Uvu?#
application_id s=
compute_platform s?
github_account_name s=
linked_to_github b=
deployment_config_id s=
deployment_config_name s!
value n?
minimum_healthy_hosts L{0Uyb?#0,1
percentage n?
time_based_canary L{0Uyk?#0,1
time_based_linear L{0Uyk?#0,1
traffic_routing_config L{0Uyt?#0,1
first_zone_monitor_duration_in_seconds n?
minimum_healthy_hosts_per_zone L{0Uyb?#0,1
monitor_duration_in_seconds n?
zonal_config L{0Uz4?#0,1
alarms Ss?
ignore_poll_alarm_failure b?
alarm_configuration L{0U-N?#0,1
app_name s!
events Ss?
auto_rollback_configuration L{0U-a?#0,1
autoscaling_groups Ss?
action_on_timeout s?
wait_time_in_minutes n?
deployment_ready_option L{0U-j?#0,1
green_fleet_provisioning_option L{0U-s?#0,1
termination_wait_time_in_minutes n?
terminate_blue_instances_on_deployment_success L{0U-x?#0,1
blue_green_deployment_config L{0U_4?#0,1
deployment_config_name s?
deployment_group_id s=
deployment_group_name s!
deployment_option s?
deployment_type s?
deployment_style L{0U_H?#0,1
ec2_tag_filter S{0U_Q?#
ec2_tag_set S{0U_d?#
ecs_service L{0U_i?#0,1
elb_info S{0U_r?#
target_group_info S{0U_r?#
listener_arns Ss!
prod_traffic_route L{0U_w!#1,1
target_group L{0OqO!#1,2
test_traffic_route L{0U_w?#0,1
target_group_pair_info L{0U__?#0,1
load_balancer_info L{0V0C?#0,1
on_premises_instance_tag_filter S{0U_Q?#
outdated_instances_strategy s?
service_role_arn s!
termination_hook_enabled b?
trigger_events Ss!
trigger_name s!
trigger_target_arn s!
trigger_configuration S{0V0P?#
profiling_enabled b!
agent_orchestration_config L{0V3a?#
compute_platform s?=
connection_arn s=
kms_key_details L{0V4d?#0,1
bitbucket L{0V4m?#0,1
codecommit L{0OqO?#0,1
github_enterprise_server L{0V4m?#0,1
s3_bucket L{0V4z?#0,1
repository L{0V56!#1,1
build_artifacts_object_key s
source_code_artifacts_object_key s
code_artifacts L{0V5N
s3_repository_details L{0V5W=
encryption_key L{0V7d?#0,1
artifact_store S{0V7m!#1,0
execution_mode s?
pipeline_type s?
category s!
configuration Ms?
input_artifacts Ls?
output_artifacts Ls?
provider s!
run_order n?=
action L{0V81!#1,0
result s?
commands Ls?
rule_type_id L{0V8s!#1,1
rule L{0V97!#1,5
condition L{0V9e!#1,1
before_entry L{0V9n?#0,1
condition L{0V9e?#0,1
retry_mode s?
retry_configuration L{0V9s?#0,1
on_failure L{0V9x?#0,1
on_success L{0V9n?#0,1
stage L{0VA8!#2,0
excludes Ls?
includes Ls?
branches L{0VAT?#0,1
events Ls?
file_paths L{0VAT?#0,1
pull_request L{0VAc?#0,3
tags L{0VAT?#0,1
push L{0VAp?#0,3
source_action_name s!
git_configuration L{0VB0!#1,1
trigger L{0VBD?#0,50
excludes Ls
includes Ls
branches L{0VBM
events Ls
file_paths L{0VBM
pull_request L{0VBV
tags L{0VBM
push L{0VBi
source_action_name s
git_configuration L{0VBv
provider_type s
trigger_all L{0VC6=
variable L{0VCF?#
files Ls?
output_artifacts_for_compute_action L{0VEA?#
output_variables Ls?
action L{0VEJ!#1,0
stage L{0VFK!#2,0
key b!
queryable b?
secret b!
configuration_property L{0VGY?#0,10
maximum_count n!
minimum_count n!
input_artifact_details L{0VG_!#1,1
output_artifact_details L{0VG_!#1,1
provider_name s!
entity_url_template s?
execution_url_template s?
revision_url_template s?
third_party_configuration_url s?
settings L{0VH8?#0,1
authentication s!
allowed_ip_range s?
secret_token s?*
authentication_configuration L{0VI_?#0,1
json_path s!
match_equals s!
filter S{0VJ8!#1,5
target_action s!
target_pipeline s!
vpc_configuration L{0Uvu?#0,1
detail_type s!
event_type_ids Ss!
target S{0VMx?#0,10
allow_classic_flow b?
allow_unauthenticated_identities b?
server_side_token_check b?
cognito_identity_providers S{0VOU?#
developer_provider_name s?
openid_connect_provider_arns Ss?
saml_provider_arns Ls?
supported_login_providers Ms?
identity_provider_name s!
use_defaults b?
ambiguous_role_resolution s?
identity_provider s!
claim s!
match_type s!
mapping_rule L{0VQ_?#0,25
role_mapping S{0VRG?#
roles Ms!
attribute_mapping Ms?=
idp_identifiers Ls?
provider_details Ms!
log_group_arn s?
cloud_watch_logs_configuration L{0VT5?#
stream_arn s?
firehose_configuration L{0VTA?#
bucket_arn s?
s3_configuration L{0VTF?#
log_configurations L{0VTK?#
bytes s?
color_mode s!
extension s!
resource_id s?
asset S{0VTs?#
managed_login_branding_id s=
settings s?
settings_all s=
use_cognito_provided_values b?=
access_token_validity n?=
allowed_oauth_flows Ss?=
allowed_oauth_flows_user_pool_client b?=
allowed_oauth_scopes Ss?=
application_arn s?
application_id s?
user_data_shared b?=
analytics_configuration L{0VUi?#
auth_session_validity n?=
callback_urls Ss?=
default_redirect_uri s?=
enable_propagate_additional_user_context_data b?=
enable_token_revocation b?=
explicit_auth_flows Ss?=
id_token_validity n?=
logout_urls Ss?=
name_pattern s?
prevent_user_existence_errors s?=
read_attributes Ss?=
feature s!
retry_grace_period_seconds n?
refresh_token_rotation L{0VV1?#
refresh_token_validity n?=
supported_identity_providers Ss?=
access_token s?=
id_token s?=
refresh_token s?=
token_validity_units L{0VVA?#
write_attributes Ss?=
scope_description s!
scope_name s!
scope S{0VYj?#0,100
scope_identifiers Ls=
event_action s!
notify b!
high_action L{0VZi?#0,1
low_action L{0VZi?#0,1
medium_action L{0VZi?#0,1
actions L{0VZr!#1,1
html_body s!
subject s!
text_body s!
block_email L{0Va2?#0,1
from s?
mfa_email L{0Va2?#0,1
no_action_email L{0Va2?#0,1
reply_to s?
source_arn s!
notify_configuration L{0VaF!#1,1
account_takeover_risk_configuration L{0Vae?#0,1
actions L{0Van!#1,1
event_filter Ss?=
compromised_credentials_risk_configuration L{0Vas?#0,1
blocked_ip_range_list Ss?
skipped_ip_range_list Ss?
risk_exception_configuration L{0Va_?#0,1
notify_configuration L{0VaF?#0,1
account_takeover_risk_configuration L{0VbX?#0,1
client_metadata Ms?
desired_delivery_mediums Ss?
force_alias_creation b?
message_action s?
mfa_setting_list Ss=
password s?*
preferred_mfa_setting s=
sub s=
temporary_password s?*
validation_data Ms?
precedence n?
recovery_mechanism S{0Vfv?#0,2
account_recovery_setting L{0Vg2?#0,1
allow_admin_create_user_only b?
email_message s?
email_subject s?
sms_message s?
invite_message_template L{0Vg7?#0,1
admin_create_user_config L{0VgK?#0,1
alias_attributes Ss?
auto_verified_attributes Ss?
deletion_protection s?
challenge_required_on_new_device b?
device_only_remembered_on_user_prompt b?
device_configuration L{0VgT?#0,1
configuration_set s?
email_sending_account s?
from_email_address s?
reply_to_email_address s?
source_arn s?
email_configuration L{0Vgc?#0,1
message s?
subject s?
email_mfa_configuration L{0Vgx?#0,1
email_verification_message s?=
email_verification_subject s?=
create_auth_challenge s?
lambda_version s!
custom_email_sender L{0Vh4?#0,1
custom_message s?
custom_sms_sender L{0Vh4?#0,1
define_auth_challenge s?
post_authentication s?
post_confirmation s?
pre_authentication s?
pre_sign_up s?
pre_token_generation s?=
pre_token_generation_config L{0Vh4?#0,1
user_migration s?
verify_auth_challenge_response s?
lambda_config L{0VhD?#0,1
mfa_configuration s?
minimum_length n?
password_history_size n?
require_lowercase b?
require_numbers b?
require_symbols b?
require_uppercase b?
temporary_password_validity_days n?=
password_policy L{0Vi6?#0,1
attribute_data_type s!
developer_only_attribute b?
mutable b?
max_value s?
min_value s?
number_attribute_constraints L{0ViZ?#0,1
max_length s?
min_length s?
string_attribute_constraints L{0Vii?#0,1
schema S{0Vir?#0,50
allowed_first_auth_factors Ss?
sign_in_policy L{0VjI?#0,1
sms_authentication_message s?
external_id s!
sns_caller_arn s!
sns_region s?=
sms_configuration L{0VjN?#0,1
sms_verification_message s?=
software_token_mfa_configuration L{0QP8?#0,1
attributes_require_verification_before_update Ss!
user_attribute_update_settings L{0Vja?#0,1
custom_auth_mode s?=
advanced_security_additional_flows L{0Vjf?#0,1
advanced_security_mode s!
user_pool_add_ons L{0Vjk?#0,1
user_pool_tier s?=
username_attributes Ss?
case_sensitive b?=
username_configuration L{0Vjt?#0,1
default_email_option s?
email_message s?=
email_message_by_link s?=
email_subject s?=
email_subject_by_link s?=
sms_message s?=
verification_message_template L{0Vjy?#0,1
relying_party_id s?
user_verification s?
web_authn_configuration L{0VkL?#0,1
generate_secret b?
cloudfront_distribution s=
cloudfront_distribution_arn s=
cloudfront_distribution_zone_id s=
managed_login_version n?=
css s?
css_version s=
image_file s?
image_url s=
annotation_data_s3_uri s?
attribute_names Ls!
source_documents_s3_uri s?
split s?
augmented_manifests S{0Vv6?#
data_format s?
label_delimiter s?=
s3_uri s?
test_s3_uri s?
input_data_config L{0VvV!#1,1
model_kms_key_id s?
output_s3_uri s=
output_data_config L{0Vvq?#0,1
version_name s?=
version_name_prefix s?=
volume_kms_key_id s?
vpc_config L{0Vw1?#0,1
annotations L{0VyG?#0,1
input_format s?
documents L{0VyP?#0,1
entity_list L{0P1G?#0,1
entity_types S{05_r!#1,25
input_data_config L{0Vyc!#1,1
include_member_accounts b?=
number_of_member_accounts_opted_in n=
enhanced_infrastructure_metrics s?
external_metrics_preference L{0MF0?#
inferred_workload_types s?
look_back_period s?=
exclude_list Ss?
include_list Ss?
preferred_resource L{0V_Z?#
savings_estimation_mode s?
scope L{0LTD?#
headroom s!
threshold s?
metric_parameters L{0V_m?#
utilization_preference L{0V_v?#
authorized_aws_region s?=
evaluation_mode S{0W2E?#
input_parameters s?
maximum_execution_frequency s?
compliance_resource_id s?
compliance_resource_types Ss?
tag_value s?
scope L{0W2J?#0,1
enable_debug_log_delivery b?
policy_runtime s!
policy_text s!
custom_policy_details L{0W2a?#0,1
event_source s?
message_type s?
source_detail S{0W2n?#0,25
source L{0W2-!#1,1
account_ids Ls!
regions Ls?
account_aggregation_source L{0W4r?#0,1
organization_aggregation_source L{0W52?#0,1
all_supported b?
resource_types Ss?
exclusion_by_resource_types L{0W6D?#
include_global_resource_types b?
use_only s?
recording_strategy L{0W6I?#
recording_group L{0W6N?#0,1
recording_frequency s?
recording_frequency s!
recording_mode_override L{0W6i?#0,1
recording_mode L{0W6v?#0,1
is_enabled b!
delivery_s3_bucket s?
delivery_s3_key_prefix s?
parameter_name s!
parameter_value s!
input_parameter S{0W8E?#0,60
template_body s?
template_s3_uri s?
s3_kms_key_arn s?
delivery_frequency s?
snapshot_delivery_properties L{0W9T?#0,1
sns_topic_arn s?
excluded_accounts Ss?
debug_log_delivery_accounts Ss?
resource_id_scope s?
resource_types_scope Ss?
tag_key_scope s?
tag_value_scope s?
trigger_types Ss!
rule_identifier s!
automatic b?
config_rule_name s!
concurrent_execution_rate_percentage n?
error_percentage n?
ssm_controls L{0WHW?#0,1
execution_controls L{0WHf?#0,1
maximum_automatic_attempts n?
resource_value s?
static_value s?
static_values Ls?=
parameter L{0WHk?#0,25
resource_type s?
retry_attempt_seconds n?
target_type s!
target_version s?
retention_period_in_days n!
contact_flow_id s=
content s?=
content_hash s?
filename s?
contact_flow_module_id s=
day s!
hours n!
minutes n!
end_time L{0WN7!#1,1
start_time L{0WN7!#1,1
config S{0WNG!#1,0
time_zone s!
auto_resolve_best_voices_enabled b?
contact_flow_logs_enabled b?
contact_lens_enabled b?
directory_id s?
early_media_enabled b?
identity_management_type s!
inbound_calls_enabled b!
instance_alias s?
multi_party_conference_enabled b?
outbound_calls_enabled b!
kinesis_firehose_config L{0WR9?#0,1
kinesis_stream_config L{0WRE?#0,1
encryption_type s!
encryption_config L{0WRJ!#1,1
retention_period_hours n!
kinesis_video_stream_config L{0WRS?#0,1
encryption_config L{0WRJ?#0,1
s3_config L{0WRf?#0,1
storage_type s!
storage_config L{0WRs!#1,1
status L{0WSv=
contact_flow_id s!
phone_number_id s!
hours_of_operation_id s!
max_contacts n?
outbound_caller_id_name s?
outbound_caller_id_number_id s?
outbound_flow_id s?
outbound_caller_config L{0WUv?#0,1
queue_id s=
quick_connect_ids Ss?
phone_config L{0WWq?#
queue_id s!
queue_config L{0WWv?#
quick_connect_type s!
user_config L{0WX2?#
quick_connect_config L{0WXB!#1,1
quick_connect_id s=
default_outbound_queue_id s!
channel s!
concurrency n!
media_concurrencies S{0WYg!#1,0
delay n!
queue_arn s=
queue_name s=
queue_configs S{0WYp?#
behavior_type s!
cross_channel_behavior L{0WZv?#0,1
media_concurrencies S{0WZ-!#1,0
permissions Ss?
security_profile_id s=
directory_user_id s?=
hierarchy_group_id s?
email s?
secondary_email s?
identity_info L{0WcI?#0,1
after_contact_work_time_limit n?
auto_accept b?
desk_phone_number s?
phone_type s!
phone_config L{0WcZ!#1,1
routing_profile_id s!
security_profile_ids Ss!
parent_group_id s?
level_five L{0Wg0?#0,1
level_four L{0Wg0?#0,1
level_one L{0Wg0?#0,1
level_three L{0Wg0?#0,1
level_two L{0Wg0?#0,1
hierarchy_structure L{0WgD!#1,1
vocabulary_id s=
baseline_identifier s!
baseline_version s!
operation_identifier s=
parameters L{06SN?#
control_identifier s!
parameters S{06SN?#
drift_status L{0DZB=
latest_available_version s=
manifest_json s!
remediation_types Ss?
member_account_discount_visibility s?=
savings_estimation_mode s?=
additional_artifacts Ss?
additional_schema_elements Ss!
refresh_closed_reports b?
report_versioning s?
s3_prefix s?
bgp_asn s?
bgp_asn_extended s?
ip_address s?
dead_letter_queue_url s?
default_encryption_key s?
default_expiration_days n!
conflict_resolving_model s!
source_name s?
conflict_resolution L{0Wpo?#0,1
matching_attributes_list LLs!
consolidation L{0Wpx?#0,1
min_allowed_confidence_score_for_merging n?
auto_merging L{0Wq0?#0,1
s3_key_name s?
s3_exporting L{0WqH?#0,1
exporting_config L{0WqQ?#0,1
day_of_the_week s!
time s!
job_schedule L{0WqV?#0,1
matching L{0Wqe?#0,1
address Ls?
attribute_matching_model s!
email_address Ls?
phone_number Ls?
attribute_types_selector L{0Wqv?#0,1
rule Ls!
matching_rules S{0WrA?#
max_allowed_rule_level_for_matching n?
max_allowed_rule_level_for_merging n?
rule_based_matching L{0WrF?#0,1
account_number s?
additional_information s?
address_1 s?
address_2 s?
address_3 s?
address_4 s?
city s?
county s?
postal_code s?
province s?
address L{0Wt6?#0,1
billing_address L{0Wt6?#0,1
birth_date s?
business_email_address s?
business_name s?
business_phone_number s?
email_address s?
gender_string s?
home_phone_number s?
mailing_address L{0Wt6?#0,1
middle_name s?
mobile_phone_number s?
party_type_string s?
personal_email_address s?
phone_number s?
shipping_address L{0Wt6?#0,1
asset_type s!
encryption L{0Wxh?#
key_pattern s?=
revision_destination L{0Wxq?#
export_revision_to_s3 L{0Wxz?#
action L{0Wy6?#
revision_published L{0WyB?#
event L{0WyG?#
access_point_alias s=
access_point_arn s=
key_prefixes Ss?
keys Ss?
kms_keys_to_grant L{0JcN?#
asset_source L{0W-9?#
create_s3_data_access_from_s3_bucket L{0W-Q?#
asset_source L{0W-d?#
import_assets_from_s3 L{0W-m?#
filename s!
import_assets_from_signed_url L{0W-r?#
asset S{0W-w?#
finalized b?=
string_value s!
attribute S{0X1l?#
parameter_object S{0X1u?#
parameter_value S{0X21?#
ref_value s?
field S{0X2A?#
pipeline_object S{0X2N!#1,0
activation_key s?=
private_link_endpoint s?=
security_group_arns Ss?
subnet_arns Ss?
access_tier s?
agent_arns Ss!
blob_type s?
container_url s!
token s!
sas_configuration L{0X4u?#0,1
subdirectory s?=
uri s=
access_point_arn s?
security_group_arns Ss!
subnet_arn s!
ec2_config L{0X6Z!#1,1
efs_file_system_arn s!
file_system_access_role_arn s?
in_transit_encryption s?
subdirectory s?
fsx_filesystem_arn s!
fsx_filesystem_arn s=
mount_options L{0X9O!#1,1
nfs L{0X9T?#0,1
smb L{0X9Y?#0,1
protocol L{0X9p!#1,1
storage_virtual_machine_arn s!
nfs L{0X9T!#1,1
protocol L{0XBQ!#1,1
authentication_type s?
block_size n?
kerberos_keytab s?
kerberos_keytab_base64 s?
kerberos_krb5_conf s?
kerberos_krb5_conf_base64 s?
kerberos_principal s?
kms_key_provider_uri s?
name_node S{0XER!#1,0
data_transfer_protection s?=
rpc_protection s?=
qop_configuration L{0XEa?#0,1
replication_factor n?
simple_user s?
mount_options L{0X9O?#0,1
on_prem_config L{0XHB!#1,1
server_hostname s!
subdirectory s!
access_key s?
secret_key s?*
server_certificate s?
server_port n?
agent_arns Ss?
s3_bucket_arn s!
bucket_access_role_arn s!
s3_config L{0XKK!#1,1
s3_storage_class s?=
cloudwatch_log_group_arn s?
destination_location_arn s!
filter_type s?
excludes L{0XNL?#0,1
includes L{0XNL?#0,1
atime s?
bytes_per_second n?
gid s?
log_level s?
mtime s?
object_tags s?
overwrite_mode s?
posix_permissions s?
preserve_deleted_files s?
preserve_devices s?
security_descriptor_copy_flags s?=
task_queueing s?
transfer_mode s?
uid s?
verify_mode s?
options L{0XNU?#0,1
schedule L{0XOR?#0,1
source_location_arn s!
task_mode s?=
output_type s?
report_level s?
deleted_override s?
skipped_override s?
transferred_override s?
verified_override s?
report_overrides L{0XOW?#0,1
s3_destination L{0XOn!#1,1
s3_object_versioning s?
task_report_config L{0XO-?#0,1
schedule L{0XRH?#0,1
domain_identifier s!
type_identifier s!
type_revision s!
forms_input S{0XSR?#
owning_project_identifier s!
revision s=
domain_execution_role s!
user_assignment s?
single_sign_on L{0XTw?#
skip_deletion_check b?
domain_version s?=
service_role s?
account_identifier s?=
account_region s?=
blueprint_identifier s?=
glossary_terms Ls?
deployment_id s
deployment_status s
deployment_type s
failure_reasons L{01Mv
is_deployment_complete b
messages Ls
last_deployment L{0XWo=
profile_identifier s!
project_identifier s!
provider_environment s=
provider s
provisioned_resources L{0XXB=
user_parameters L{0OTL?#
enabled_regions Ls!
environment_blueprint_id s!
manage_access_role_arn s?
provisioning_role_arn s?
regional_parameters MMs?
global_parameters Ms?
aws_account_region s!
environment_blueprint_identifier s!
revision s
imports L{0Xcd=
smithy s!
model L{0Xcm?#
origin_domain_id s=
origin_project_id s=
domain_identifier s?
glossary_identifier s!
long_description s?
short_description s?
classifies Ss?
is_a Ss?
term_relations L{0XfP?#
include_child_domain_units b?
add_to_project_member_pool L{0Xh0?#
create_asset_type L{0Xh0?#
create_domain_unit L{0Xh0?#
create_environment L{02nO?#
create_environment_from_blueprint L{02nO?#
domain_unit_id s?
create_environment_profile L{0Xh5?#
create_form_type L{0Xh0?#
create_glossary L{0Xh0?#
create_project L{0Xh0?#
project_profiles Ls?
create_project_from_project_profile L{0XhA?#
delegate_create_environment_profile L{02nO?#
override_domain_unit_owners L{0Xh0?#
override_project_owners L{0Xh0?#
use_asset_type L{0Xh5?#
detail L{0XhJ?#
entity_identifier s!
entity_type s!
grant_id s=
all_domain_units_grant_filter L{02nO?#
domain_unit_designation s!
domain_unit_identifier s?
domain_unit L{0XiC?#
group_identifier s!
group L{0XiP?#
domain_unit s!
domain_unit_filter L{0XiU?#
project_designation s!
project_identifier s?
project L{0Xid?#
all_users_grant_filter L{02nO?#
user_identifier s?
user L{0Xiq?#
principal L{0Xiz?#
failure_reasons L{01Mv=
project_status s=
iam L{02YW
sso L{0XlT
details L{0Xlg=
user_identifier s!
user_type s?=
availability_zones Ss?
cluster_endpoint_encryption_type s?
maintenance_window s?=
nodes L{0Xmv=
notification_topic_arn s?
parameter_group_name s?=
replication_factor n!
server_side_encryption L{0XnA?#0,1
subnet_group_name s?=
parameters S{0LTD?#
db_cluster_snapshot_identifier s!
shared_accounts Ss?
snapshot_type s=
customer_aws_id s=
sns_topic s!
source_ids Ss?
allocated_storage n?=
allow_major_version_upgrade b?
apply_immediately b?
auto_minor_version_upgrade b?
backup_retention_period n?=
backup_target s?=
backup_window s?=
blue_green_update L{0XnA?#0,1
ca_cert_identifier s?=
character_set_name s?=
copy_tags_to_snapshot b?
custom_iam_instance_profile s?
customer_owned_ip_enabled b?
database_insights_mode s?=
db_name s?=
db_subnet_group_name s?=
dedicated_log_volume b?
delete_automated_backups b?
deletion_protection b?
domain_auth_secret_arn s?
domain_dns_ips Ls?
domain_fqdn s?=
domain_iam_role_name s?
domain_ou s?
enabled_cloudwatch_logs_exports Ss?
engine s?=
engine_lifecycle_support s?=
engine_version_actual s=
final_snapshot_identifier s?
iam_database_authentication_enabled b?
identifier s?=
identifier_prefix s?=
instance_class s!
iops n?=
latest_restorable_time s=
listener_endpoint L{0Xvj=
manage_master_user_password b?
master_user_secret_kms_key_id s?=
max_allocated_storage n?
monitoring_interval n?
monitoring_role_arn s?=
nchar_character_set_name s?=
network_type s?=
option_group_name s?=
password_wo s?*w
password_wo_version n?
performance_insights_enabled b?
performance_insights_kms_key_id s?=
performance_insights_retention_period n?=
publicly_accessible b?
replica_mode s?=
replicas Ls=
replicate_source_db s?
restore_time s?
source_db_instance_automated_backups_arn s?
source_db_instance_identifier s?
source_dbi_resource_id s?
use_latest_restorable_time b?
restore_to_point_in_time L{0Xvw?#0,1
ingestion_role s!
source_engine s!
source_engine_version s!
s3_import L{0XwF?#0,1
skip_final_snapshot b?
snapshot_identifier s?=
storage_encrypted b?
storage_throughput n?=
upgrade_storage_config b?
username s?=
vpc_security_group_ids Ss?=
warning_event_categories Ss?
pre_signed_url s?
source_db_instance_arn s!
db_instance_identifier s!
feature_name s!
engine_name s!
major_engine_version s!
db_security_group_memberships Ss?
option_name s!
option_settings S{0LTD?#
vpc_security_group_memberships Ss?
option S{0YHq?#
option_group_description s?
family s!
apply_method s?
parameter S{0YJp?#
auth_scheme s?
client_password_auth_type s?=
iam_auth s?
secret_arn s?
auth S{0YLM!#1,0
debug_logging b?
engine_family s!
idle_client_timeout n?=
require_tls b?
vpc_subnet_ids Ss!
auth S{0YLM?#
default_auth_scheme s?=
endpoint_network_type s?=
target_connection_network_type s?=
connection_borrow_timeout n?
init_query s?
max_connections_percent n?
max_idle_connections_percent n?
session_pinning_filters Ss?
connection_pool_config L{0YO-?#0,1
db_proxy_name s!
db_proxy_endpoint_name s!
target_role s?
rds_resource_id s=
target_arn s=
target_group_name s!
tracked_cluster_id s=
db_snapshot_identifier s!
copy_tags b?
destination_region s?
presigned_url s?
source_db_snapshot_identifier s!
target_custom_availability_zone s?
target_db_snapshot_identifier s!
default_network_acl_id s!
cidr_block s?
from_port n!
icmp_code n?
icmp_type n?
ipv6_cidr_block s?
rule_no n!
to_port n!
egress S{0Yb7?#
ingress S{0Yb7?#
subnet_ids Ss?
default_route_table_id s!
propagating_vgws Ss?
route S{0Yd2?=
cidr_blocks Ls
ipv6_cidr_blocks Ls
prefix_list_ids Ls
self b
egress S{0Yf9?=
ingress S{0Yf9?=
name_prefix s=
revoke_rules_on_delete b?
assign_ipv6_address_on_creation b?
availability_zone s!
cidr_block s=
enable_dns64 b?
enable_resource_name_dns_a_record_on_launch b?
enable_resource_name_dns_aaaa_record_on_launch b?
existing_default_subnet b=
ipv6_native b?
map_customer_owned_ip_on_launch b?
map_public_ip_on_launch b?
private_dns_hostname_type_on_launch s?=
assign_generated_ipv6_cidr_block b?
default_network_acl_id s=
default_route_table_id s=
default_security_group_id s=
dhcp_options_id s=
enable_dns_hostnames b?
enable_dns_support b?
enable_network_address_usage_metrics b?=
existing_default_vpc b=
ipv6_cidr_block_network_border_group s?=
ipv6_ipam_pool_id s?
ipv6_netmask_length n?
domain_name_servers s=
netbios_name_servers s=
ntp_servers s=
graph_arn s=
administrator_id s=
disable_email_notification b?
disabled_reason s=
invited_time s=
updated_time s=
volume_usage_in_bytes s=
auto_enable b!
max_devices n?
project_arn s!
attribute s?
rule S{0YsS!#1,0
exclude_app_packages_from_cleanup Ss?
package_cleanup b?
reboot_after_use b?
downlink_bandwidth_bits n?
downlink_delay_ms n?
downlink_jitter_ms n?
downlink_loss_percent n?
uplink_bandwidth_bits n?
uplink_delay_ms n?
uplink_jitter_ms n?
uplink_loss_percent n?
default_job_timeout_minutes n?
vpc_config L{0Yy9?#0,1
content_type s?
agent_space_id s=
amazon_code_guru_profiler L{0Y_F?#
event_sources L{0Y_K?#
message_types Ss?
severities Ss?
filters L{0Y_l?#
sns L{0Y_u?#
stack_names Ls!
cloudformation L{0Z0R?#
app_boundary_key s!
tag_values Ls!
tags L{0Z0W?#
opt_in_status s?=
kms_server_side_encryption L{0Z1F?#
logs_anomaly_detection L{0Z1S?#
ops_center L{0Z1S?#
dns_ips Ls!
remote_domain_name s!
alias s?=
connect_ips Ss=
customer_dns_ips Ss!
customer_username s!
connect_settings L{0Z2j?#0,1
desired_number_of_domain_controllers n?=
edition s?=
enable_sso b?
short_name s?=
size s?=
vpc_settings L{0Z36?#0,1
enable_directory_data_access b?
cidr_ip s?
cidr_ipv6 s?
update_security_group_for_directory_controllers b?=
ip_route S{0Z7Z?#
authentication_protocol s!
display_label s!
radius_port n!
radius_retries n!
radius_servers Ss!
radius_timeout n!
shared_secret s!*
use_same_username b?
vpc_settings L{0ZA1!#1,1
notes s?*
shared_directory_id s=
target L{0ZBG!#1,1
method s=
notes s=
owner_directory_id s=
shared_directory_id s!
conditional_forwarder_ip_addrs Ss?
created_date_time s=
delete_associated_conditional_forwarder b?=
last_updated_date_time s=
selective_auth s?=
state_last_updated_date_time s=
trust_direction s!
trust_password s!
trust_state s=
trust_state_reason s=
trust_type s?=
distinguished_name s=
realm s=
sam_account_name s!
sid s=
user_principal_name s=
cmk_arn s?
encryption_configuration L{0ZFu!#1,1
interval n!
interval_unit s!
retain_rule L{0ZG1?#0,1
cross_region_copy S{0ZGA!#1,3
action L{0ZGN?#0,1
description_regex s!
snapshot_owner Ss!
parameters L{0ZGW!#1,1
event_source L{0ZGj?#0,1
exclude_boot_volume b?
no_reboot b?
parameters L{0ZGs?#0,1
resource_locations Ls?=
copy_tags b?=
cron_expression s?
interval_unit s?=
location s?=
times Ls?=
create_rule L{0ZG_!#1,1
deprecate_rule L{0ZG1?#0,1
encrypted b!
cross_region_copy_rule S{0ZHK?#0,3
count n?
interval_unit s?
deprecate_rule L{0ZHj?#0,1
availability_zones Ss!
fast_restore_rule L{0ZHw?#0,1
retain_rule L{0ZHj!#1,1
target_accounts Ss!
unshare_interval n?
unshare_interval_unit s?
share_rule L{0ZIB?#0,1
tags_to_add Ms?
variable_tags Ms?
schedule L{0ZIO?#0,4
target_tags Ms?
policy_details L{0ZJ1!#1,1
default_policy s?
create_interval n?
exclude_boot_volumes b?
exclude_tags Ms?
exclude_volume_types Ls?
exclusions L{0ZK3?#0,1
extend_deletion b?
policy_language s?=
retain_interval n?
retention_archive_tier L{0ZHj!#1,1
archive_retain_rule L{0ZKG!#1,1
archive_rule L{0ZKL?#0,1
execute_operation_on_script_failure b?=
execution_handler s!
execution_handler_service s?=
execution_timeout n?=
maximum_retry_count n?=
stages Ls?
scripts L{0ZKQ?#0,1
create_rule L{0ZKp!#1,1
target_region s?
cross_region_copy_rule S{0ZLC?#0,3
schedule L{0ZLf?#0,4
policy_details L{0ZMM!#1,1
exclude_data_volume_tags Ms?
parameters L{0ZNy?#0,1
policy_details L{0ZO9!#1,1
certificate_pem s?*
certificate_wallet s?*
server_name s?
ssl_mode s?=
doc_db_settings L{0ZQj?#
encryption_algorithm n?=
s3_access_role_arn s?
s3_path s?
security_mechanism n?=
ibm_db2_luw_settings L{0ZR2?#
ibm_db2_zos_settings L{0ZRd?#
maria_db_settings L{0ZS4?#
microsoft_sql_server_settings L{0ZRd?#
auth_mechanism s?=
auth_source s?=
auth_type s?=
mongo_db_settings L{0ZST?#
mysql_settings L{0ZS4?#
asm_server s?
secrets_manager_oracle_asm_access_role_arn s?
secrets_manager_oracle_asm_secret_id s?
secrets_manager_security_db_encryption_access_role_arn s?
secrets_manager_security_db_encryption_secret_id s?
oracle_settings L{0ZS-?#
postgresql_settings L{0ZRd?#
redshift_settings L{0ZTl?#
encrypt_password b?=
sybase_ase_settings L{0ZU4?#
settings L{0ZUT?#
virtual b?=
certificate_arn s?=
endpoint_uri s!
error_retry_duration n?
full_load_error_percentage n?
service_access_role_arn s!
use_new_mapping_type b?
elasticsearch_settings L{0ZVp?#0,1
extra_connection_attributes s?=
broker s!
include_control_details b?
include_null_and_empty b?
include_partition_value b?
include_table_alter_operations b?
include_transaction_details b?
message_format s?
message_max_bytes n?
no_hex_prefix b?
partition_include_schema_table b?
sasl_mechanism s?
sasl_password s?*
sasl_username s?
security_protocol s?
ssl_ca_certificate_arn s?
ssl_client_certificate_arn s?
ssl_client_key_arn s?
ssl_client_key_password s?*
topic s?
kafka_settings L{0ZW8?#0,1
service_access_role_arn s?
use_large_integer_value b?
kinesis_settings L{0ZXL?#0,1
auth_mechanism s?
auth_source s?
auth_type s?
docs_to_investigate s?
extract_doc_id s?
nesting_level s?
mongodb_settings L{0ZX-?#0,1
pause_replication_tasks b?
after_connect_script s?
babelfish_database_name s?
capture_ddls b?
database_mode s?
ddl_artifacts_schema s?
execute_timeout n?
fail_tasks_on_lob_truncation b?
heartbeat_enable b?
heartbeat_frequency n?
heartbeat_schema s?
map_boolean_as_boolean b?
map_jsonb_as_clob b?
map_long_varchar_as s?
max_file_size n?
plugin_name s?
slot_name s?
postgres_settings L{0ZYN?#0,1
auth_password s?*
auth_user_name s?
server_name s!
ssl_security_protocol s?
redis_settings L{0ZZO?#0,1
bucket_folder s?
encryption_mode s?
server_side_encryption_kms_key_id s?
redshift_settings L{0ZZr?#0,1
add_column_name b?
canned_acl_for_objects s?
cdc_inserts_and_updates b?
cdc_inserts_only b?
cdc_max_batch_interval n?
cdc_min_file_size n?
cdc_path s?
compression_type s?
csv_delimiter s?
csv_no_sup_value s?
csv_null_value s?
csv_row_delimiter s?
data_page_size n?
date_partition_delimiter s?
date_partition_enabled b?
date_partition_sequence s?
dict_page_size_limit n?
enable_statistics b?
external_table_definition s?
glue_catalog_generation b?
ignore_header_rows n?
include_op_for_full_load b?
parquet_timestamp_in_millisecond b?
parquet_version s?
preserve_transactions b?
rfc_4180 b?
row_group_length n?
timestamp_column_name s?
use_csv_no_sup_value b?
use_task_start_time_for_full_load_timestamp b?
s3_settings L{0ZaA?#0,1
secrets_manager_access_role_arn s?
service_access_role s?
after_connect_script s?=
authentication_method s?=
clean_source_metadata_on_mismatch b?=
events_poll_interval n?=
execute_timeout n?=
max_file_size n?=
parallel_load_threads n?=
server_timezone s?=
service_access_role_arn s?=
target_db_type s?=
mysql_settings L{0ZeO?#0,1
oracle_settings L{0Zf1?#0,1
postgres_settings L{0Zf6?#0,1
use_update_lookup b?
mongodb_settings L{0ZiC?#0,1
access_alternate_directly b?=
add_supplemental_logging b?=
additional_archived_log_dest_id n?=
allow_selected_nested_tables b?=
archived_log_dest_id n?=
archived_logs_only b?=
asm_password s?=
asm_server s?=
asm_user s?=
char_length_semantics s?=
convert_timestamp_with_zone_to_utc b?=
direct_path_no_log b?=
direct_path_parallel_load b?=
enable_homogenous_tablespace b?=
extra_archived_log_dest_ids Ln?=
fail_task_on_lob_truncation b?=
number_datatype_scale n?=
open_transaction_window n?=
oracle_path_prefix s?=
parallel_asm_read_threads n?=
read_ahead_blocks n?=
read_table_space_name b?=
replace_path_prefix b?=
retry_interval n?=
secrets_manager_oracle_asm_access_role_arn s?=
secrets_manager_oracle_asm_secret_id s?=
security_db_encryption s?=
security_db_encryption_name s?=
spatial_data_option_to_geo_json_function_name s?=
standby_delay_time n?=
trim_space_in_char b?=
use_alternate_folder_for_online b?=
use_bfile b?=
use_direct_path_full_load b?=
use_logminer_reader b?=
use_path_prefix s?=
oracle_settings L{0Zif?#0,1
event_categories Ss!
publicly_accessible b?=
subnet_group_identifier s?=
instance_profile_arn s!
s3_bucket_path s?
s3_bucket_role_arn s?
schema_conversion_application_attributes L{0ZpA?#
data_provider_arn s!
data_provider_name s=
secrets_manager_secret_id s?
source_data_provider_descriptor L{0ZpJ?#
target_data_provider_descriptor L{0ZpJ?#
transformation_rules s?
dns_name_servers s?
max_capacity_units n?
min_capacity_units n?
preferred_maintenance_window s?=
compute_config L{0ZqT!#1,1
replication_config_identifier s!
replication_settings s?=
replication_type s!
source_endpoint_arn s!
start_replication b?
supplemental_settings s?
table_mappings s!
target_endpoint_arn s!
auto_minor_version_upgrade b?=
replication_instance_class s!
replication_subnet_group_id s?=
key_cache_secret_iam_arn s!
key_cache_secret_id s!
krb5_file_contents s!
kerberos_authentication_settings L{0ZuP?#0,1
replication_subnet_group_description s!
cdc_start_position s?=
cdc_start_time s?
migration_type s!
replication_instance_arn s!
replication_task_settings s?=
resource_identifier s?
start_replication_task b?
add_trailing_padding_character b?
date_partition_timezone s?
detach_target_on_lob_lookup_failure_parquet b?
engine_display_name s=
external_id s=
backup_retention_period n?
cluster_identifier s?=
cluster_identifier_prefix s?=
cluster_members Ss?=
db_cluster_parameter_group_name s?=
enabled_cloudwatch_logs_exports Ls?
global_cluster_identifier s?
master_password s?*
master_password_wo s?w
master_password_wo_version n?
master_username s?=
preferred_backup_window s?=
restore_to_time s?
restore_type s?
source_cluster_identifier s!
restore_to_point_in_time L{0a4L?#0,1
snapshot_identifier s?
serverless_v2_scaling_configuration L{0a77?#0,1
dbi_resource_id s=
enable_performance_insights b?
promotion_tier n?
writer b=
certificate_rotation_restart s?
global_cluster_members S{0FER=
global_cluster_resource_id s=
source_db_cluster_identifier s?=
storage_encrypted b?=
admin_user_name s!
admin_user_password s!*
shard_capacity n!
shard_count n!
shard_instance_count n?=
associate_default_security_group b!
auto_replicate_new_disks b?=
bandwidth_throttling n!
create_public_ip b!
data_plane_routing s!
default_large_staging_disk_type s!
ebs_encryption s!
ebs_encryption_key_arn s?
retention_duration n!
rule_id n?
units s!
pit_policy L{0aR1?#
replication_server_instance_type s!
replication_servers_security_groups_ids Ls!
staging_area_subnet_id s!
staging_area_tags Ms!
use_dedicated_replication_server b!
deletion_protection_enabled b?
encryption_status s
encryption_details L{0aTq=
identifier s=
kms_encryption_key s?=
clusters Ss?=
witness_region s?
multi_region_properties L{0aTz?#
vpc_endpoint_service_name s=
force_destroy b?=
clusters Ss!
witness_region s!
bypass_policy_lockout_safety_check b?=
address_family s!
amazon_address s?=
bgp_asn n!
bgp_auth_key s?=
bgp_peer_id s=
bgp_status s=
customer_address s?=
bgp_asn n?
bgp_asn_long s?
bandwidth s!
encryption_mode s?=
has_logical_redundancy s=
jumbo_frame_capable b=
macsec_capable b=
port_encryption_status s=
provider_name s?=
request_macsec b?
lag_id s!
amazon_side_asn s!
allowed_prefixes Ss?=
associated_gateway_id s?=
associated_gateway_owner_account_id s?=
associated_gateway_type s=
dx_gateway_association_id s=
dx_gateway_id s!
dx_gateway_owner_account_id s=
proposal_id s?
vpn_gateway_id s?-
associated_gateway_id s!
associated_gateway_owner_account_id s=
dx_gateway_owner_account_id s!
lag_id s=
loa_issue_time s=
owner_account_id s!
vlan n!
connection_region s=
mtu n?
prefix_pool_allocated_count_ipv4 n=
prefix_pool_allocated_count_ipv6 n=
rate_limit s?=
vpn_gateway_id s?
prefix_pool_allocated_count_ipv4 n?=
prefix_pool_allocated_count_ipv6 n?=
route_filter_prefixes Ss!
connections_bandwidth s!
cak s?
ckn s?=
secret_arn s?=
start_on s=
sitelink_enabled b?
attribute_name s!
attribute_type s!
key_schema L{0b7d?#
max_read_request_units n?=
max_write_request_units n?=
on_demand_throughput L{0b7q?#
non_key_attributes Ss?
projection_type s!
projection L{0b7z?#
read_capacity_units n?=
write_capacity_units n?=
provisioned_throughput L{0b86?#
warm_throughput {04fU?=
replica S{0b8u!#1,0
approximate_creation_date_time_precision s?=
confirm_remove_self_resource_access b?=
attribute S{0PvD?#
hash_key s!
on_demand_throughput L{0b7q?#0,1
range_key s?
read_capacity n?=
write_capacity n?=
global_secondary_index S{0bA_?#
hash_key s?=
input_compression_type s?
input_format s!
header_list Ss?
csv L{0bBW?#0,1
input_format_options L{0bBf?#0,1
bucket_owner s?
s3_bucket_source L{0bBk!#1,1
import_table L{0bBx?#0,1
non_key_attributes Ls?
range_key s!
local_secondary_index S{0bCC?#
recovery_period_in_days n?=
point_in_time_recovery L{0bCT?#0,1
point_in_time_recovery b?
replica S{0bCc?#
restore_date_time s?
restore_source_name s?
restore_source_table_arn s?
restore_to_latest_time b?
server_side_encryption L{0bD3?#0,1
stream_enabled b?
stream_view_type s?=
table_class s?
attribute_name s?
ttl L{0bDC?#0,1
hash_key s!=
read_units_per_second n?=
write_units_per_second n?=
warm_throughput L{0bFE?#0,1
global_secondary_index S{0bFN?#
region_name s?=
global_table_witness L{0bFy?#0,1
consistency_mode s?
replica S{0bG1?#
key_schema L{0bIh?#
global_secondary_index S{0bIq?#
restore_backup_arn s?
billed_size_in_bytes n=
export_format s?
export_status s=
export_time s?=
export_type s?=
export_from_time s?=
export_to_time s?=
export_view_type s?=
incremental_export_specification L{0bNh?#0,1
manifest_files_s3_key s=
s3_prefix s?=
s3_sse_algorithm s?=
s3_sse_kms_key_id s?
table_arn s!
item s!
hash_key_value s=
range_key_value s=
global_table_arn s!
table_class_override s?
key_arn s!
snapshot_id s!
permanent_restore b?
storage_tier s?=
temporary_restore_days n?
volume_id s!
completion_duration_minutes n?
source_region s!
source_snapshot_id s!
upload_end s?=
upload_size n?=
upload_start s?=
client_data L{0ba5?#0,1
s3_key s!
user_bucket L{0baM?#0,1
disk_container L{0baV!#1,1
role_name s?
encrypted b?=
final_snapshot b?
multi_attach_enabled b?
size n?=
snapshot_id s?=
volume_initialization_rate n?
source_volume_id s!
volume_type s?=
maximum_days_since_created n?
creation_date_condition L{0bgP?#
maximum_days_since_deprecated n?
deprecation_time_condition L{0bgU?#
image_names Ss?
image_providers Ss?
marketplace_product_codes Ss?
image_criterion L{0bgZ?#
opt_in_status s!
capacity_block_offering_id s!
instance_platform s!
ebs_optimized b?
end_date s?
end_date_type s?
ephemeral_storage b?
instance_match_criteria s?
placement_group_arn s?
tenancy s?
access_group_id s?
authorize_all_groups b?
client_vpn_endpoint_id s!
target_network_cidr s!
active_directory_id s?
root_certificate_chain_arn s?
saml_provider_arn s?
self_service_saml_provider_arn s?
authentication_options S{0boB!#1,2
client_cidr_block s!
lambda_function_arn s?=
client_connect_options L{0boW?#0,1
banner_text s?=
client_login_banner_options L{0bof?#0,1
enforced b?=
client_route_enforcement_options L{0boo?#0,1
cloudwatch_log_group s?
cloudwatch_log_stream s?=
connection_log_options L{0bot!#1,1
disconnect_on_session_timeout b?=
dns_servers Ls?
self_service_portal s?
server_certificate_arn s!
session_timeout_hours n?
split_tunnel b?
transport_protocol s?
vpn_port n?
client_cidr_block s?
endpoint_ip_address_type s?=
traffic_ip_address_type s?=
availability_zone_ids Ss?=
transit_gateway_configuration L{0bsA?#0,1
destination_cidr_block s!
target_vpc_subnet_id s!
target_vpc_subnet_id s?
cpu_credits s!
instance_family s!
excess_capacity_termination_policy s?
instance_ids Ls?=
lifecycle s?=
platform s?=
fleet_instance_set L{0bxB?#
fleet_state s?=
fulfilled_capacity n?=
fulfilled_on_demand_capacity n?=
launch_template_specification L{0bxS?#0,1
min n!
memory_mib L{0bxf!#1,1
vcpu_count L{0bxf!#1,1
instance_requirements L{0bxo?#0,1
max_price s?
weighted_capacity n?
override L{0bzJ?#0,300
launch_template_config L{0bzm!#1,50
usage_strategy s?
capacity_reservation_options L{0bzv?#0,1
max_total_price s?
min_target_capacity n?
single_availability_zone b?
single_instance_type b?
on_demand_options L{0bz-?#0,1
replace_unhealthy_instances b?
instance_interruption_behavior s?
instance_pools_to_use_count n?
replacement_strategy s?
termination_delay n?
capacity_rebalance L{0b-N?#0,1
maintenance_strategies L{0b-W?#0,1
spot_options L{0b-b?#0,1
default_target_capacity_type s!
on_demand_target_capacity n?
spot_target_capacity n?
target_capacity_unit_type s?
total_target_capacity n!
target_capacity_specification L{0b_6!#1,1
terminate_instances b?
terminate_instances_with_expiration b?
valid_from s?
valid_until s?
asset_id s?=
auto_placement s?
host_recovery s?
instance_family s?
fips_dns_name s=
preserve_client_ip b?=
http_endpoint s?=
http_put_response_hop_limit n?=
http_tokens s?=
instance_metadata_tags s?=
force b?
local_gateway_route_table_id s!
local_gateway_virtual_interface_group_id s!
local_gateway_id s!
local_gateway_route_table_id s=
local_gateway_route_table_arn s=
cidr s!
entry S{0cAT?#
max_entries n!
prefix_list_id s!
destination_addresses Ls?
destination_ports Ls?
destination_prefix_lists Ls?
protocols Ls?
source_addresses Ls?
source_ports Ls?
source_prefix_lists Ls?
packet_header_statement L{0cCY?#
resources Ls?
resource_statement L{0cC_?#
destination L{0cD8?#
source L{0cD8?#
through_resources L{0cDH?#
exclude_paths L{0cDM?#
match_paths L{0cDZ?#
filter_in_arns Ss?
network_insights_path_id s!
wait_for_completion b?
destination_ip s?
destination_port n?
destination_address s?
from_port n?
to_port n?
destination_port_range L{0cGF?#0,1
source_address s?
source_port_range L{0cGF?#0,1
filter_at_destination L{0cGO?#0,1
filter_at_source L{0cGO?#0,1
source_ip s?
ipv4_cidr_block s!
ipv4_cidr_block_associations L{0I4V=
network_type s!
secondary_network_id s=
secondary_network_id s!
secondary_network_type s=
secondary_subnet_id s=
cidr_block s!
reservation_type s!
network_services Ss?
protocol n?
rule_action s!
source_cidr_block s!
traffic_direction s!
traffic_mirror_filter_id s!
network_interface_id s!
packet_length n?=
session_number n!
traffic_mirror_target_id s!
virtual_network_id n?=
gateway_load_balancer_endpoint_id s?
network_interface_id s?
network_load_balancer_arn s?
amazon_side_asn n?
auto_accept_shared_attachments s?
default_route_table_association s?
default_route_table_propagation s?
dns_support s?
multicast_support s?
security_group_referencing_support s?
transit_gateway_cidr_blocks Ss?
vpn_ecmp_support s?
encryption_support s?=
transit_gateway_default_route_table_association b?
transit_gateway_default_route_table_propagation b?
transit_gateway_id s!
transport_attachment_id s!
bgp_asn s?=
inside_cidr_blocks Ss!
peer_address s!
transit_gateway_address s?=
transit_gateway_attachment_id s!
original_default_route_table_id s=
middlebox_attachment_ids Ss?
transit_gateway_metering_policy_id s=
destination_cidr_block s?
destination_port_range s?
destination_transit_gateway_attachment_id s?
destination_transit_gateway_attachment_type s?
metered_account s!
policy_rule_number n!
source_cidr_block s?
source_port_range s?
source_transit_gateway_attachment_id s?
source_transit_gateway_attachment_type s?
transit_gateway_metering_policy_id s!
auto_accept_shared_associations s?
igmpv2_support s?
static_sources_support s?
transit_gateway_multicast_domain_id s!
group_ip_address s!
dynamic_routing s?
options L{0cav?#0,1
peer_account_id s?=
peer_region s!
peer_transit_gateway_id s!
dynamic_routing s?=
options L{0cbd?#0,1
transit_gateway_policy_table_id s!
destination_port_range s?=
metadata L{0cf3?#
source_port_range s?=
policy_rule L{0cfC?#
policy_rule_number s!
target_route_table_id s!
blackhole b?
prefix_list_owner_id s=
transit_gateway_attachment_id s?
replace_existing_association b?
appliance_mode_support s?
ipv6_support s?
security_group_referencing_support s?=
transit_gateway_default_route_table_association b?=
transit_gateway_default_route_table_propagation b?=
credential_arn s?
custom_role_arn s?
upstream_registry_url s!
upstream_repository_prefix s?
filter_type s!
repository_filter S{0cq4!#1,0
scan_frequency s!
rule S{0cqD?#0,100
scan_type s!
destination L{0cqy!#1,25
repository_filter L{0cq4?#0,100
rule L{0cr5!#1,10
replication_configuration L{0crE?#0,1
encryption_type s?
kms_key s?=
encryption_configuration L{0crn?#
scan_on_push b!
image_scanning_configuration L{0crw?#0,1
image_tag_mutability s?
image_tag_mutability_exclusion_filter L{0cq4?#
applied_for Ss!
lifecycle_policy s?
repository_policy s?
resource_tags Ms?
about_text s?
architectures Ss?
logo_image_blob s?=
operating_systems Ss?
usage_text s?
catalog_data L{0cvB?#0,1
repository_uri s=
principal_arn s=
auto_scaling_group_arn s!
managed_draining s?=
instance_warmup_period n?=
maximum_scaling_step_size n?=
minimum_scaling_step_size n?=
target_capacity n?=
managed_scaling L{0cy6?#0,1
managed_termination_protection s?=
auto_scaling_group_provider L{0cyR!#1,1
auto_scaling_group_provider L{0cyR?#0,1
cluster s?
scale_in_after n?
infrastructure_optimization L{0cz5?#0,1
infrastructure_role_arn s!
ec2_instance_profile_arn s!
monitoring s?
network_configuration L{0czA!#1,1
storage_size_gib n!
storage_configuration L{0czJ?#0,1
instance_launch_template L{0czO!#1,1
managed_instances_provider L{0czj?#0,1
capacity_option_type s?=
instance_launch_template L{0c-Z!#1,1
managed_instances_provider L{0c-y?#0,1
actions_status s?=
auto_repair_configuration L{0c_o?#0,1
reservation_group_arn s?
reservation_preference s?=
capacity_reservations L{0c_t?#0,1
use_local_storage b?
local_storage_configuration L{0d00?#0,1
instance_launch_template L{0d05!#1,1
managed_instances_provider L{0d0c?#0,1
cloud_watch_encryption_enabled b?
cloud_watch_log_group_name s?
s3_bucket_encryption_enabled b?
log_configuration L{0d1W?#0,1
logging s?
execute_command_configuration L{0d1r?#0,1
fargate_ephemeral_storage_kms_key_id s?
managed_storage_configuration L{0d22?#0,1
configuration L{0d2B?#0,1
service_connect_defaults L{0d2K?#0,1
setting S{0LTD?#
capacity_providers Ss?
default_capacity_provider_strategy S{06Rz?#
capacity_provider_arns Ss!
cluster_arn s?=
daemon_task_definition_arn s!
deployment_arn s=
alarm_names Ls?
enable b?=
alarms L{0d45?#
bake_time_in_minutes n?=
drain_percent n?
deployment_configuration L{0d4E?#
cpu n?=
depends_on L{0d5O?#
entry_point Ls?
environment S{0OTL?#
environment_file L{06SW?#
essential b?=
options Ms?
firelens_configuration L{0d5X?#
command Ls!
retries n?=
start_period n?
health_check L{0d5g?#
interactive b?
add Ls?
drop Ls?
capabilities L{0d5_?#
container_path s?
host_path s!
permissions Ls?
device L{0d68?#
init_process_enabled b?
container_path s!
mount_options Ls?
tmpfs L{0d6L?#
linux_parameters L{0d6Y?#
log_driver s!
value_from s!
secret_option L{0d6p?#
log_configuration L{0d6y?#
source_volume s?
mount_point L{0d79?#
pseudo_terminal b?
readonly_root_filesystem b?
credentials_parameter s!
repository_credentials L{0d7M?#
ignored_exit_codes Ln?
restart_attempt_period n?
restart_policy L{0d7R?#
secret L{0d6p?#
start_timeout n?
stop_timeout n?
system_control L{0d7e?#
hard_limit n!
soft_limit n!
ulimit L{0d7n?#
user s?=
working_directory s?
container_definition L{0d7-?#
source_path s?
host L{0d9p?#
volume S{0d9u?#
cluster s?=
cpu s?=
current_deployment s=
health_check_path s?=
access_type s
ingress_paths L{0dAs=
memory s?=
network_configuration L{0Qsp?=
log_stream_prefix s
aws_logs_configuration L{0dA_?=
container_port n?=
environment L{0LTD?#
primary_container L{0dB8?#
auto_scaling_metric s
auto_scaling_target_value n
max_task_count n
min_task_count n
scaling_target L{0dBb?=
service_revision_arn s=
wait_for_steady_state b?=
enable b!
rollback b!
alarms L{0dD7?#0,1
availability_zone_rebalancing s?
deployment_circuit_breaker L{0dDK?#0,1
deployment_controller L{0MMR?#0,1
deployment_maximum_percent n?
deployment_minimum_healthy_percent n?
force_new_deployment b?
health_check_grace_period_seconds n?
iam_role s?=
launch_type s?=
container_port n!
elb_name s?
load_balancer S{0dDT?#
scheduling_strategy s?
options Ms?=
log_configuration L{0dDk?#0,1
namespace s?=
client_alias L{0dDx?#0,1
discovery_name s?=
ingress_port_override n?
port_name s!
idle_timeout_seconds n?
per_request_timeout_seconds n?
timeout L{0dE4?#0,1
aws_pca_authority_arn s!
issuer_cert_authority L{0dED!#1,1
tls L{0dEI?#0,1
service L{0dEV?#
service_connect_configuration L{0dEu?#0,1
container_name s?
container_port n?
registry_arn s!
service_registries L{0dF9?#0,1
task_definition s?
triggers Ms?=
file_system_type s?
size_in_gb n?
tag_specifications L{0dFQ?#
throughput n?
managed_ebs_volume L{0dFd!#1,1
volume_configuration L{0dGK?#0,1
vpc_lattice_configurations S{0dGT?#
wait_for_steady_state b?
availability_zone_rebalancing s?=
bake_time_in_minutes s?=
canary_bake_time_in_minutes s?=
canary_percent n?=
canary_configuration L{0dIt?#0,1
hook_details s?
hook_target_arn s!
lifecycle_stages Ls!
lifecycle_hook S{0dJ0?#
step_bake_time_in_minutes s?=
step_percent n?=
linear_configuration L{0dJH?#0,1
strategy s?=
deployment_configuration L{0dJQ?#0,1
alternate_target_group_arn s!
production_listener_rule s!
test_listener_rule s?
advanced_configuration L{0dJl?#0,1
load_balancer S{0dK0?#
value L{0MIJ!#1,1
header L{0dKL?#0,1
test_traffic_rules L{0dKU?#
client_alias L{0dKZ?#0,1
service L{0dKm?#
service_connect_configuration L{0dL9?#0,1
sigint_rollback b?
include_query_parameters s?=
access_log_configuration L{0dNt?#0,1
service_connect_configuration L{0dO0?#0,1
hook_target_arn s?
action s?=
timeout_in_minutes s?=
timeout_configuration L{0dQo?#0,1
lifecycle_hook S{0dQx?#
deployment_configuration L{0dRK?#0,1
container_definitions s!
enable_fault_injection b?=
size_in_gib n!
ephemeral_storage L{0dU6?#0,1
device_type s!
inference_accelerator S{0dUB?#
ipc_mode s?
network_mode s?=
pid_mode s?
proxy_configuration L{0dUK?#0,1
requires_compatibilities Ss?
cpu_architecture s?
operating_system_family s?
runtime_platform L{0dUX?#0,1
track_latest b?
configure_at_launch b?=
autoprovision b?
driver s?=
driver_opts Ms?
docker_volume_configuration L{0dUg?#0,1
iam s?
authorization_config L{0dU_?#0,1
root_directory s?
transit_encryption s?
transit_encryption_port n?
efs_volume_configuration L{0dV8?#0,1
authorization_config L{0dVT!#1,1
root_directory s!
fsx_windows_file_server_volume_configuration L{0dVc?#0,1
host_path s?
volume S{0dVp?#
file_system_arn s!
s3files_volume_configuration L{0dZM?#0,1
volume S{0dZd?#
capacity_provider_strategy S{0dbf?#
external_id s?=
load_balancer_name s?
load_balancer S{0dbs?#
scale L{0dc7?#0,1
stability_status s=
task_set_id s=
wait_until_stable b?
wait_until_stable_timeout s?
gid n!
secondary_gids Sn?
uid n!
posix_user L{0de-?#0,1
owner_gid n!
owner_uid n!
creation_info L{0dfB?#0,1
root_directory L{0dfO?#0,1
backup_policy L{0Y_F!#1,1
availability_zone_name s?=
transition_to_archive s?
transition_to_ia s?
transition_to_primary_storage_class s?
lifecycle_policy L{0dhD?#0,3
number_of_mount_targets n=
performance_mode s?=
replication_overwrite s?=
protection L{0dhQ?#0,1
provisioned_throughput_in_mibps n?
value_in_ia n
value_in_standard n
size_in_bytes L{0dhV=
throughput_mode s?
bypass_policy_lockout_safety_check b?
ipv6_address s?=
availability_zone_name s?
destination L{0dmc!#1,1
original_source_file_system_arn s=
source_file_system_arn s=
source_file_system_id s!
source_file_system_region s=
address s?
associate_with_private_ip s?
instance s?=
ipam_pool_id s?=
network_border_group s?=
network_interface s?=
public_ipv4_pool s?=
timeouts {0dod?#
vpc b?=-
allocation_id s?=
allow_reassociation b?
private_ip_address s?=
allocation_id s!
kubernetes_groups Ss?=
namespaces Ss?
access_scope L{0dv8!#1,1
associated_at s=
addon_version s?=
configuration_values s?=
service_account s!
pod_identity_association S{0dwN?#
preserve b?
resolve_conflicts s?-
resolve_conflicts_on_create s?
resolve_conflicts_on_update s?
service_account_role_arn s?
namespace_config L{0dyg?#0,1
capability_name s!
idc_instance_arn s!
idc_managed_application_arn s=
idc_region s?=
aws_idc L{0dzu?#
vpce_ids Ss?
network_access L{0d-5?#
identity S{0V7d?#
rbac_role_mapping S{0d-A?#
server_url s=
argo_cd L{0d-J?#
configuration L{0d-e?#
delete_propagation_policy s!
authentication_mode s?=
bootstrap_cluster_creator_admin_permissions b?
access_config L{0d_U?#0,1
bootstrap_self_managed_addons b?
node_pools Ss?
node_role_arn s?
compute_config L{0d_d?#0,1
enabled_cluster_log_types Ss?
provider L{0d_q!#1,1
resources Ss!
encryption_config L{0d_v?#0,1
force_update_version b?
elastic_load_balancing L{0XnA?#0,1
ip_family s?=
service_ipv4_cidr s?=
service_ipv6_cidr s=
kubernetes_network_config L{0e02?#0,1
control_plane_instance_type s!
control_plane_placement L{0e0J?#0,1
outpost_arns Ss!
outpost_config L{0e0O?#0,1
cidrs Ss?
remote_node_networks L{0e0b!#1,1
remote_pod_networks L{0e0b?#0,1
remote_network_config L{0e0g?#0,1
block_storage L{0XnA?#0,1
storage_config L{0e0p?#0,1
support_type s?=
upgrade_policy L{0e0u?#0,1
cluster_security_group_id s=
endpoint_private_access b?
endpoint_public_access b?
public_access_cidrs Ss?=
vpc_config L{0e0z!#1,1
zonal_shift_config L{0XnA?#0,1
compute_config L{0e3B?#0,1
tier s?=
control_plane_scaling_config L{0e3O?#0,1
deletion_protection b?=
elastic_load_balancing L{0SSz?#0,1
kubernetes_network_config L{0e3T?#0,1
block_storage L{0SSz?#0,1
storage_config L{0e3k?#0,1
remote_node_networks L{0e0b?#0,1
remote_network_config L{0e5m?#0,1
spread_level s?=
control_plane_placement L{0e7s?#0,1
etcd_instance_type s?=
etcd_placement L{0e7_?#0,1
outpost_config L{0e84?#0,1
control_plane_egress_mode s?=
vpc_config L{0e8P!#1,1
event_ttl s?=
max_port n?=
min_port n?=
service_node_port_range L{0eAt?#0,1
kube_api_server_config L{0eB0?#0,1
horizontal_pod_autoscaler_sync_period s?=
horizontal_pod_autoscaler_controller_config L{0eB9?#0,1
terminated_pod_gc_threshold n?=
pod_gc_controller_config L{0eBE?#0,1
kube_controller_manager_config L{0eBJ?#0,1
weight n?=
resource L{0eBS?#
scoring_strategy L{0eBb?#0,1
node_resources_fit L{0eBk?#0,1
kube_scheduler_config L{0eBp?#0,1
fargate_profile_name s!
pod_execution_role_arn s!
selector S{0eE1!#1,0
groups_claim s?
groups_prefix s?
identity_provider_config_name s!
issuer_url s!
required_claims Ms?
username_claim s?
username_prefix s?
oidc L{0eFe!#1,1
identity_provider_config_name s=
ami_type s?=
capacity_type s?=
disk_size n?=
instance_types Ls?=
launch_template L{0eHu?#0,1
node_group_name s?=
node_group_name_prefix s?=
node_repair_config L{0XnA?#0,1
node_role_arn s!
release_version s?=
ec2_ssh_key s?
source_security_group_ids Ss?
remote_access L{0eI5?#0,1
desired_size n!
scaling_config L{0eIE!#1,1
effect s!
taint S{0eIR?#0,50
max_unavailable n?
max_unavailable_percentage n?
update_config L{0eIe?#0,1
max_parallel_nodes_repaired_count n?
max_parallel_nodes_repaired_percentage n?
max_unhealthy_node_threshold_count n?
max_unhealthy_node_threshold_percentage n?
min_repair_wait_time_mins n!
node_monitoring_condition s!
node_unhealthy_reason s!
repair_action s!
node_repair_config_overrides L{0eKQ?#
node_repair_config L{0eKh?#0,1
update_strategy s?
update_config L{0eMn?#0,1
max_group_prepared_capacity n?=
pool_state s?=
reuse_on_scale_in b?=
warm_pool_config L{0eOh?#0,1
association_arn s=
disable_session_tags b?=
target_role_arn s?
delete_source_from_s3 b?
max_age_in_days n?
max_count n?
appversion_lifecycle L{0eT0?#0,1
application s!
process b?
environment_id s?
resource s?
setting S{0eVj?#
solution_stack_name s?
all_settings S{0eWy=
autoscaling_groups Ls=
cname s=
cname_prefix s?=
instances Ls=
launch_configurations Ls=
load_balancers Ls=
platform_arn s?=
poll_interval s?
queues Ls=
solution_stack_name s?=
template_name s?
tier s?
triggers Ls=
version_label s?=
wait_for_ready_timeout s?
apply_immediately b?=
auto_minor_version_upgrade s?
az_mode s?=
ip_discovery s?=
log_format s!
log_delivery_configuration S{0eaR?#0,2
num_cache_nodes n?=
outpost_mode s?
preferred_availability_zones Ls?
preferred_outpost_arn s?=
replication_group_id s?=
snapshot_arns Ls?
snapshot_name s?
snapshot_retention_limit n?
snapshot_window s?=
at_rest_encryption_enabled b=
automatic_failover_enabled b?=
cache_node_type s?=
cluster_enabled b=
global_node_group_id s
global_node_groups S{0efQ=
global_replication_group_description s?
global_replication_group_id s=
global_replication_group_id_suffix s!
num_node_groups n?=
parameter_group_name s?
primary_replication_group_id s!
transit_encryption_enabled b=
at_rest_encryption_enabled s?=
auth_token s?*
auth_token_update_strategy s?
auto_minor_version_upgrade s?=
automatic_failover_enabled b?
cluster_mode s?=
data_tiering_enabled b?=
global_replication_group_id s?=
multi_az_enabled b?
num_cache_clusters n?=
preferred_cache_cluster_azs Ls?
replicas_per_node_group n?=
security_group_names Ss?=
snapshot_arns Ss?
transit_encryption_mode s?=
user_group_ids Ss?
node_group_id s?
primary_availability_zone s?=
primary_outpost_arn s?=
replica_availability_zones Ls?=
replica_count n?
replica_outpost_arns Ls?=
slots s?
node_group_configuration S{0emC?#
durability s?=
auth_token_wo s?w
auth_token_wo_version n?
cache_node_count n?=
cache_node_type s=
duration s=
offering_type s=
product_description s=
recurring_charge_amount n
recurring_charge_frequency s
recurring_charges L{0ewW=
reserved_cache_nodes_offering_id s!
usage_price n=
maximum n?
minimum n?
data_storage L{0eyl?#
ecpu_per_second L{0eyy?#
cache_usage_limits L{0ez5?#
daily_snapshot_time s?=
endpoint L{07Gq=
major_engine_version s?=
reader_endpoint L{07Gq=
snapshot_arns_to_restore Ls?
snapshot_retention_limit n?=
user_group_id s?
maximum n?=
minimum n?=
data_storage L{0e-d?#
ecpu_per_second L{0e-q?#
cache_usage_limits L{0e-z?#
access_string s!
password_count n=
authentication_mode L{0f3A?#0,1
timeouts {0f3N?#
passwords_wo s?w
passwords_wo_version n?
user_group_id s!
user_ids Ss?
access_policies s?=
advanced_options Ms?=
internal_user_database_enabled b?
master_user_arn s?
master_user_name s?
master_user_password s?*
master_user_options L{0f7l?#0,1
advanced_security_options L{0f7y?#0,1
cron_expression_for_recurrence s!
duration L{0MOh!#1,1
start_at s!
maintenance_schedule S{0f89?#
rollback_on_disable s?=
auto_tune_options L{0f8M?#0,1
cold_storage_options L{0SSz?#0,1
dedicated_master_count n?
dedicated_master_enabled b?
dedicated_master_type s?
instance_count n?
warm_count n?
warm_enabled b?
warm_type s?
availability_zone_count n?
zone_awareness_config L{0f8Z?#0,1
zone_awareness_enabled b?
cluster_config L{0f8e?#0,1
cognito_options L{0f9L?#0,1
custom_endpoint s?
custom_endpoint_certificate_arn s?
custom_endpoint_enabled b?
enforce_https b?
domain_endpoint_options L{0f9c?#0,1
ebs_enabled b!
volume_size n?
ebs_options L{0f9x?#0,1
elasticsearch_version s?
encrypt_at_rest L{0fAG?#0,1
cloudwatch_log_group_arn s!
log_publishing_options S{0fAP?#
node_to_node_encryption L{0QP8?#0,1
automated_snapshot_start_hour n!
snapshot_options L{0fAc?#0,1
vpc_options L{0fAh?#0,1
access_policies s!
metadata_content s!
idp L{0fEW?#0,1
master_backend_role s?
master_user_name s?*
roles_key s?
session_timeout_minutes n?
subject_key s?
saml_options L{0fEf?#0,1
vpc_options L{0fFi!#1,1
aws_kms_key_arn s?
bucket s?=
content_config L{0fGh?#0,1
access Ls?
grantee s?
grantee_type s?
content_config_permissions S{0fGq?#
input_bucket s!
completed s?
error s?
progressing s?
warning s?
notifications L{0fH1?#0,1
output_bucket s?=
thumbnail_config L{0fGh?#0,1
thumbnail_config_permissions S{0fGq?#
audio_packing_mode s?
bit_rate s?=
channels s?
codec s?
sample_rate s?
audio L{0fIu?#0,1
bit_depth s?=
bit_order s?=
profile s?=
signed s?=
audio_codec_options L{0fJD?#0,1
container s!
aspect_ratio s?
format s?
interval s?
max_height s?
max_width s?
padding_policy s?
resolution s?
sizing_policy s?
thumbnails L{0fJU?#0,1
display_aspect_ratio s?
fixed_gop s?
frame_rate s?
keyframes_max_dist s?
max_frame_rate s?=
video L{0fJ_?#0,1
video_codec_options Ms?
horizontal_align s?
horizontal_offset s?
opacity s?
vertical_align s?
vertical_offset s?
video_watermarks S{0fKq?#
access_logs L{0fN3?#0,1
connection_draining b?
connection_draining_timeout n?
cross_zone_load_balancing b?
timeout n!
health_check L{0fNK?#0,1
instances Ss?=
instance_port n!
instance_protocol s!
lb_protocol s!
ssl_certificate_id s?
listener S{0fNf!#1,0
source_security_group s?=
elb s!
instance s!
block_public_security_group_rules b!
max_range n!
min_range n!
permitted_public_security_group_rule_range L{0fRY?#
additional_info s?
applications Ss?
auto_termination_policy L{0fS9?#0,1
autoscaling_role s?
bootstrap_action L{0fSE?#
configurations s?
configurations_json s?
bid_price s?
bid_price_as_percentage_of_on_demand_price n?
classification s?
configurations S{0fSR?#
volumes_per_instance n?
ebs_config S{0fSa?#
instance_type_configs S{0fSr?#
allocation_strategy s!
on_demand_specification L{0fTE?#
block_duration_minutes n?
timeout_action s!
timeout_duration_minutes n!
spot_specification L{0fTJ?#
launch_specifications L{0fTa?#0,1
provisioned_on_demand_capacity n=
provisioned_spot_capacity n=
target_on_demand_capacity n?
target_spot_capacity n?
core_instance_fleet L{0fTj?#0,1
autoscaling_policy s?
ebs_config S{0fUE?#
core_instance_group L{0fUZ?#0,1
custom_ami_id s?
ebs_root_volume_size n?
additional_master_security_groups s?
additional_slave_security_groups s?
emr_managed_master_security_group s?=
emr_managed_slave_security_group s?=
instance_profile s!
service_access_security_group s?=
ec2_attributes L{0fV0?#0,1
keep_job_flow_alive_when_no_steps b?=
ad_domain_join_password s?*
ad_domain_join_user s?
cross_realm_trust_principal_password s?*
kdc_admin_password s!*
realm s!
kerberos_attributes L{0fVb?#0,1
list_steps_states Ss?
log_encryption_kms_key_id s?
log_uri s?
master_instance_fleet L{0fTj?#0,1
master_instance_group L{0fVw?#0,1
master_public_dns s=
instance_role s
placement_strategy s
placement_group_config L{0fWJ?
scale_down_behavior s?=
security_configuration s?
action_on_failure s
jar s
main_class s
hadoop_jar_step L{0fWS
step L{0fWj?=
step_concurrency_level n?
termination_protection b?=
unhealthy_node_replacement b?
visible_to_all_users b?
os_release_label s?
placement_strategy s?
placement_group_config L{0fZB?#
instance_count n?=
running_instance_count n=
maximum_capacity_units n!
maximum_core_capacity_units n?
maximum_ondemand_capacity_units n?
minimum_capacity_units n!
unit_type s!
compute_limits S{0feX!#1,0
scaling_strategy s?
utilization_performance_index n?
configuration s!
auth_mode s!
default_s3_location s!
engine_security_group_id s!
idp_auth_url s?
idp_relay_state_parameter_name s?
user_role s?
workspace_security_group_id s!
identity_name s?=
identity_type s!
session_policy_arn s!
studio_id s!
classification s!
configurations L{0fSR?#0,100
application_configuration L{0fjM?#0,100
cloud_watch_monitoring_configuration L{0fjZ?#0,1
persistent_app_ui s?
log_uri s!
s3_monitoring_configuration L{0fji?#0,1
monitoring_configuration L{0fjn?#0,1
configuration_overrides L{0fj-?#0,1
entry_point s?
spark_sql_parameters s?
spark_sql_job_driver L{0fk7?#0,1
entry_point s!
entry_point_arguments Ss?
spark_submit_parameters s?
spark_submit_job_driver L{0fkG?#0,1
job_driver L{0fkT!#1,1
job_tags Ms?
job_template_data L{0fkc!#1,1
persistent_app_ui s?=
monitoring_configuration L{0flS?#0,1
configuration_overrides L{0flf?#0,1
job_template_data L{0flo!#1,1
eks_info L{0fmi!#1,1
info L{0fmn!#1,1
container_provider L{0fms!#1,1
auto_start_configuration L{0XnA?#0,1
idle_timeout_minutes n?
auto_stop_configuration L{0fo1?#0,1
image_uri s!
image_configuration L{0foA?#0,1
cpu s!
disk s?=
memory s!
worker_configuration L{0foF?#0,1
worker_count n!
initial_capacity_config L{0foS?#0,1
initial_capacity_type s!
initial_capacity S{0fob?#
livy_endpoint_enabled b?=
studio_enabled b?=
interactive_configuration L{0fok?#0,1
maximum_capacity L{0foF?#0,1
network_configuration L{0fot?#0,1
log_types S{00Tl?#
cloudwatch_logging_configuration L{0fpz?#0,1
managed_persistence_monitoring_configuration L{0fqI?#0,1
remote_write_url s?
prometheus_monitoring_configuration L{0fqR?#0,1
s3_monitoring_configuration L{0fqW?#0,1
monitoring_configuration L{0fqf?#0,1
runtime_configuration L{0fqw?#
max_concurrent_runs n?=
queue_timeout_minutes n?=
scheduler_configuration L{0fr3?#0,1
job_level_cost_allocation_configuration L{0SSz?#0,1
default_variation s?=
entity_overrides Ms?
evaluation_rules S{04cP=
evaluation_strategy s?=
project s!
value_type s=
bool_value s?
double_value s?
long_value s?
value L{0ftg!#1,1
variations S{0ftx!#1,5
ended_time s
started_time s
execution L{0fwI=
variation s!
groups L{0fwR!#1,5
entity_id_key s!
unit_label s?
value_key s!
metric_definition L{0fwi!#1,1
metric_monitors L{0fx1?#0,3
randomization_salt s?
group_weights Mn!
evaluation_order n!
weights Mn!
segment_overrides L{0fx6?#0,6
steps L{0fxJ!#1,6
scheduled_splits_config L{0fxW?#0,1
active_experiment_count n=
active_launch_count n=
cloudwatch_logs L{0fzx?#0,1
s3_destination L{0f-0?#0,1
data_delivery L{0f-9?#0,1
experiment_count n=
feature_count n=
launch_count n=
auto_scaling_metric s!
max_node_count n!
metric_target n!
min_node_count n!
scale_in_cooldown_seconds n!
scale_out_cooldown_seconds n!
auto_scaling_configuration L{0g1s?#0,1
az_mode s!
cache_storage_configurations L{0g2F?#
node_count n!
capacity_configuration L{0g2O?#0,1
s3_object_version s?
code L{0g2X?#0,1
command_line_arguments Ms?
created_timestamp s=
cache_type s!
db_paths Ss?
cache_configurations L{0g2k?#
changeset_id s?
dataview_name s?
database L{0g2t?#
initialization_script s?
last_modified_timestamp s=
size n?
volume_name s?
savedown_storage_configuration L{0g38?#0,1
memory_limit n?
memory_reservation n!
scaling_group_name s!
scaling_group_configuration L{0g3L?#0,1
tickerplant_log_volumes Ss!
tickerplant_log_configuration L{0g3g?#
ip_address_type s!
vpc_configuration L{0g3l!#1,1
auto_update b!
read_write b?
db_paths Ls!
on_demand b?
volume_name s!
segment_configurations L{0g8y?#
custom_dns_server_ip s!
custom_dns_server_name s!
custom_dns_configuration L{0gBV?#
infrastructure_account_id s=
kms_key_id s!
code n!
type n!
icmp_type_code L{0gBe?#0,1
from n!
to n!
port_range L{0gBn?#0,1
attachment_network_acl_configuration L{0gBw?#0,100
routable_cidr_space s!
transit_gateway_configuration L{0gCJ?#0,1
availability_zone_id s!
clusters Ls=
iam_role s!
cluster_name s
cluster_status s
attached_clusters L{0gHQ=
availability_zones Ls!
nas1_configuration L{0g2F?#
action_id s!
parameter S{06SN?#
start_after Ss?
target L{06SN?#0,1
action S{0gJr!#1,0
account_targeting s?
empty_target_resolution_mode s?
experiment_options L{0gKE?#0,1
dashboard_arn s?
cloudwatch_dashboard L{0gKN?#
data_sources L{0gKS?#0,1
s3_configuration L{0Lsh?#0,1
outputs L{0gKX?#0,1
post_experiment_duration s?
pre_experiment_duration s?
experiment_report_configuration L{0gKc?#0,1
cloudwatch_logs_configuration L{0gKt?#0,1
log_schema_version n!
log_configuration L{0gKy?#0,1
stop_condition S{0gL9!#1,0
filter L{0gLI?#
resource_tag S{06SN?#0,50
selection_mode s!
target S{0gLR?#
state L{0gNU?#
experiment_template_id s!
deliver_cross_account_role s?
file_format s?
hive_compatible_partitions b?
per_hour_partition b?
destination_options L{0gOD?#0,1
eni_id s?
log_destination s?=
log_destination_type s?
log_format s?=
log_group_name s?=-
max_aggregation_interval n?
traffic_type s?
regional_nat_gateway_id s?
tag_keys Ls!
tag_field_specification S{0gQm?#
delete_all_policy_resources b?
delete_unused_fm_managed_resources b?
account Ss?
orgunit Ss?
exclude_map L{0gSN?#0,1
exclude_resource_tags b!
include_map L{0gSN?#0,1
policy_update_token s=
remediation_enabled b?
resource_set_ids Ss?=
resource_type s?=
resource_type_list Ss?=
managed_service_data s?
egress b!
code n?
type n?
icmp_type_code L{0gSW?#
from n?
to n?
port_range L{0gSf?#
first_entry S{0gSo?#
force_remediate_for_first_entries b!
force_remediate_for_last_entries b!
last_entry S{0gSo?#
network_acl_entry_set L{0gTF?#0,1
network_acl_common_policy L{0gTW?#0,1
firewall_deployment_model s?
network_firewall_policy L{0gTb?#0,1
third_party_firewall_policy L{0gTb?#0,1
policy_option L{0gTg?#0,1
security_service_policy_data L{0gTt!#1,1
resource_tag_logical_operator s?=
last_update_time s=
resource_set_status s?=
resource_type_list Ls?
update_token s?=
resource_set L{0gWU?#
file_system_id s?
volume_id s?
batch_import_meta_data_on_create b?
data_repository_path s!
delete_data_in_filesystem b?
file_system_path s!
imported_file_chunk_size n?=
events Ls?=
auto_export_policy L{0gZ7?#0,1
auto_import_policy L{0gZ7?#0,1
s3 L{0gZC?#0,1
copy_tags_to_data_repository_associations b?
data_repository_subdirectories Ss?
file_cache_id s=
file_cache_path s!
file_system_path s=
imported_file_chunk_size n=
dns_ips Ss?
nfs S{0gb3?#
data_repository_association S{0gbC?#0,8
data_repository_association_ids Ss=
file_cache_type s!
file_cache_type_version s!
deployment_type s!
log_configuration S{0gbv=
storage_capacity n!
metadata_configuration S{0gc2!#1,8
mount_name s=
per_unit_storage_throughput n!
weekly_maintenance_start_time s?
lustre_configuration S{0gc7?#
subnet_ids Ls!
auto_import_policy s?=
automatic_backup_retention_days n?=
backup_id s?
copy_tags_to_backups b?
daily_automatic_backup_start_time s?=
data_compression_type s?
sizing_mode s!
data_read_cache_configuration L{0gf6?#0,1
drive_cache_type s?
efa_enabled b?=
export_path s?=
file_system_type_version s?=
final_backup_tags Ms?
import_path s?
log_configuration L{0gfF?#0,1
metadata_configuration L{0gfO?#0,1
per_unit_storage_throughput n?
no_squash_nids Ss?
root_squash s?
root_squash_configuration L{0gfX?#0,1
skip_final_backup b?
storage_capacity n?
throughput_capacity n?
weekly_maintenance_start_time s?=
data_read_cache_configuration L{0gh_?#0,1
automatic_backup_retention_days n?
disk_iops_configuration L{0gkX?#0,1
endpoint_ip_address_range s?=
fsx_admin_password s?*
ha_pairs n?=
preferred_subnet_id s!
route_table_ids Ss?=
throughput_capacity n?=
throughput_capacity_per_ha_pair n?=
netbios_name s?
dns_ips Ss!
file_system_administrators_group s?
self_managed_active_directory_configuration L{0gpz?#0,1
active_directory_configuration L{0gqM?#0,1
root_volume_security_style s?
svm_admin_password s?*
aggregates Ls?=
constituents_per_aggregate n?=
total_constituents n=
aggregate_configuration L{0gsD?#0,1
bypass_snaplock_enterprise_retention b?
flexcache_endpoint_type s=
junction_path s?
ontap_volume_type s?=
security_style s?=
size_in_bytes s?=
size_in_megabytes n?=
audit_log_volume b?
autocommit_period L{0gsQ?#0,1
privileged_delete s?
default_retention L{0gsQ?#0,1
maximum_retention L{0gsQ?#0,1
minimum_retention L{0gsQ?#0,1
retention_period L{0gsZ?#0,1
snaplock_type s!
volume_append_mode_enabled b?
snaplock_configuration L{0gsm?#0,1
snapshot_policy s?=
storage_efficiency_enabled b?
storage_virtual_machine_id s!
cooling_period n?=
tiering_policy L{0gt9?#0,1
volume_style s?=
copy_tags_to_volumes b?
delete_options Ss?
endpoint_ip_address s=
preferred_subnet_id s?
copy_tags_to_snapshots b?
clients s!
options Ls!
client_configurations S{0gwe!#1,25
nfs_exports L{0gwn?#0,1
read_only b?=
record_size_kib n?
id n!
storage_capacity_quota_gib n!
user_and_group_quotas S{0gws?#0,100
root_volume_configuration L{0gx3?#0,1
root_volume_id s=
throughput_capacity n!
sizing_mode s?
read_cache_configuration L{0gzT?#0,1
delete_volume_options Ls?
copy_strategy s!
snapshot_arn s!
origin_snapshot L{0h32?#0,1
parent_volume_id s!
storage_capacity_quota_gib n?=
storage_capacity_reservation_gib n?=
secondary_gids Ln?
posix_user L{0h5X?#
file_system_identity L{0h5k?#
openzfs_configuration L{0h5t?#
vpc_configuration L{0h60?#
s3_access_point L{0h65?#
s3_access_point_alias s=
s3_access_point_arn s=
audit_log_destination s?=
file_access_audit_log_level s?
file_share_access_audit_log_level s?
audit_log_configuration L{0h6l?#0,1
preferred_subnet_id s?=
remote_administration_endpoint s=
self_managed_active_directory L{0gpz?#0,1
storage_capacity n?=
username s!=
self_managed_active_directory L{0h8v?#0,1
domain_join_service_account_secret s?
self_managed_active_directory L{0hBJ?#0,1
password_wo s?w
self_managed_active_directory L{0hDn?#0,1
fleet_id s?
routing_strategy L{0hIS!#1,1
operating_system s!
object_version s?
storage_location L{0hJd!#1,1
build_arn s=
build_id s?
certificate_type s?
certificate_configuration L{0hK-?#0,1
ip_range s!
ec2_inbound_permission S{0hL3?#0,50
ec2_instance_type s!
fleet_type s?
log_paths Ls=
metric_groups Ls?=
new_game_session_protection_policy s?
operating_system s=
new_game_sessions_per_creator n?
policy_period_in_minutes n?
resource_creation_limit_policy L{0hLK?#0,1
game_session_activation_timeout_seconds n?
max_concurrent_game_session_activations n?
concurrent_executions n!
launch_path s!
parameters s?
server_process L{0hLT?#0,50
runtime_configuration L{0hLg?#0,1
script_arn s=
script_id s?
auto_scaling_group_arn s=
estimated_instance_warmup n?=
target_tracking_configuration L{0hOj!#1,1
auto_scaling_policy L{0hOo?#0,1
balancing_strategy s?=
game_server_group_name s!
game_server_protection_policy s?=
instance_definition S{0hOx!#2,20
launch_template L{0hP4!#1,1
vpc_subnets Ss?
custom_event_data s?
destinations Ls?
notification_target s?
maximum_individual_player_latency_milliseconds n!
policy_duration_seconds n?
player_latency_policy L{0hRN?#
timeout_in_seconds n?
storage_location L{0hJd?#0,1
zip_file s?
access_policy s?
events Ss!
notification L{0hTy?#0,1
complete_lock b!
ignore_deletion_error b?
vault_name s!
flow_logs_enabled b?
flow_logs_s3_bucket s?
flow_logs_s3_prefix s?
attributes L{0hVv?#0,1
ip_addresses Ls?
principals Ss?
endpoint_id s?
resource S{0hW_?#
protocols Ss!
destination_configuration S{0hYc!#1,0
endpoint_configuration S{0hYp?#
endpoint_group_region s?=
accelerator_arn s!
port_range S{0cGF!#1,10
attachment_arn s?
client_ip_preservation_enabled b?=
endpoint_configuration S{0hZg?#
health_check_interval_seconds n?
health_check_port n?=
health_check_protocol s?
endpoint_port n!
listener_port n!
port_override S{0hZx?#0,10
threshold_count n?
traffic_dial_percentage n?
client_affinity s?
allow_full_table_external_data_access s?=
custom_properties Ms?=
catalog_type s?=
data_lake_access b?=
data_transfer_role s?=
managed_workgroup_name s=
managed_workgroup_status s=
redshift_database_name s=
data_lake_access_properties L{0hbM?#
compaction Ms?
orphan_file_deletion Ms?
retention Ms?
iceberg_optimization_properties L{0hbt?#
catalog_properties L{0hc8?#
data_lake_principal_identifier s?
principal L{0hcL?#
create_database_default_permissions L{0hcQ?#
create_table_default_permissions L{0hcQ?#
connection_name s?
connection_type s?=
federated_catalog L{0hcZ?#
overwrite_child_resource_permissions_with_default s?
catalog_arn s!
target_redshift_catalog L{0hcm?#
principal L{0hcL?#0,1
create_table_default_permission L{0hd-?#
federated_database L{0he7?#0,1
location_uri s?=
target_database L{0heG?#0,1
metadata_operation s!
iceberg_input L{0hg3!#1,1
open_table_format_input L{0hgC?#0,1
index_status s=
keys Ls!
partition_index L{0hgH?#0,3
partition_keys L{0hgU?#
retention n?
additional_locations Ls?
bucket_columns Ls?
columns L{0hgh?#
compressed b?
number_of_buckets n?
registry_name s?
schema_arn s?
schema_name s?
schema_id L{0hgy?#0,1
schema_version_id s?
schema_version_number n!
schema_reference L{0hh9?#0,1
serialization_library s?
ser_de_info L{0hhM?#0,1
skewed_column_names Ls?
skewed_column_value_location_maps Ms?
skewed_column_values Ls?
skewed_info L{0hhZ?#0,1
column s!
sort_order n!
sort_columns L{0hhm?#
stored_as_sub_directories b?
storage_descriptor L{0hhv?#0,1
table_type s?
target_table L{0hio?#0,1
view_expanded_text s?
view_original_text s?
partition_keys L{0hgh?#
additional_locations Ls?=
bucket_columns Ls?=
columns L{0hk8?#
ser_de_info L{0hkP?#0,1
storage_descriptor L{0hkc?#0,1
table_type s?=
field_id n?
source_id n!
transform s!
fields L{0hme!#1,0
spec_id n?
partition_spec L{0hmv?#0,1
doc s?
initial_default s?
write_default s?
fields L{0hn2!#1,0
identifier_field_ids Ln?
schema_id n?
schema L{0hnV!#1,1
direction s!
null_order s!
fields L{0hnm!#1,0
order_id n!
sort_order L{0ho1?#0,1
iceberg_table_input L{0hoA?#0,1
iceberg_input L{0hoV!#1,1
open_table_format_input L{0hoi?#0,1
definer s?=
is_protected b?=
last_refresh_type s?
refresh_seconds n?
dialect s?
dialect_version s?
validation_connection s?=
view_expanded_text s?=
view_original_text s?=
representations L{0hon?#
sub_object_version_ids Ln?=
sub_objects Ls?=
view_version_id n?
view_version_token s?
view_definition L{0hp6?#0,1
orphan_file_retention_period_in_days n?
iceberg_configuration L{0hqu?#
orphan_file_deletion_configuration L{0hr1?#
clean_expired_files b?
number_of_snapshots_to_retain n?
snapshot_retention_period_in_days n?
iceberg_configuration L{0hr6?#
retention_configuration L{0hrJ?#
configuration L{0hrO?#
run_rate_in_hours n?=
iceberg_configuration L{0hr-?#
orphan_file_deletion_configuration L{0hsB?#
iceberg_configuration L{0hsG?#
retention_configuration L{0hsX?#
configuration L{0hsc?#
delete_file_threshold n?
min_input_files n?
iceberg_configuration L{0htG?#
compaction_configuration L{0htT?#
configuration L{0htY?#
allow_single_column b?
contains_header s?
custom_datatype_configured b?
custom_datatypes Ls?
disable_value_trimming b?
header Ls?
quote_symbol s?
serde s?=
csv_classifier L{0huG?#0,1
custom_patterns s?
grok_pattern s!
grok_classifier L{0hur?#0,1
json_classifier L{0hv2?#0,1
row_tag s!
xml_classifier L{0hv7?#0,1
athena_properties Ms?*
connection_properties Ms?*
match_criteria Ls?
security_group_id_list Ss?
physical_connection_requirements L{0hw6?#0,1
password s!
basic_authentication_credentials L{0hxv?#0,1
custom_authentication_credentials Ms?
authorization_code s!
authorization_code_properties L{0hy2?#0,1
aws_managed_client_application_reference s?
user_managed_client_application_client_id s?
oauth2_client_application L{0hyB?#0,1
access_token s?
user_managed_client_application_client_secret s?
oauth2_credentials L{0hyK?#0,1
token_url s?
token_url_parameters_map Ms?
oauth2_properties L{0hyb?#0,1
authentication_configuration L{0hy-?#0,1
dlq_event_queue_arn s?
event_queue_arn s?
tables Ls!
catalog_target L{0h-G?#
classifiers Ls?
configuration s?
create_native_delta_table b?
delta_tables Ss!
write_manifest b!
delta_target L{0h-b?#
scan_all b?
scan_rate n?
dynamodb_target L{0h-s?#
exclusions Ls?
maximum_traversal_depth n!
paths Ss!
hudi_target L{0h_3?#
iceberg_target L{0h_3?#
enable_additional_metadata Ls?
jdbc_target L{0h_K?#
use_lake_formation_credentials b?
lake_formation_configuration L{0h_b?#0,1
crawler_lineage_settings s?
lineage_configuration L{0h_k?#0,1
mongodb_target L{0h_p?#
recrawl_behavior s?
recrawl_policy L{0i00?#0,1
sample_size n?
s3_target L{0i05?#
delete_behavior s?
update_behavior s?
schema_change_policy L{0i0U?#0,1
table_prefix s?
aws_kms_key_id s?
return_connection_password_encrypted b!
connection_password_encryption L{0i3r!#1,1
catalog_encryption_mode s!
catalog_encryption_service_role s?
sse_aws_kms_key_id s?
encryption_at_rest L{0i3-!#1,1
data_catalog_encryption_settings L{0i4B!#1,1
created_on s=
last_modified_on s=
recommendation_run_id s=
ruleset s!
target_table L{0i4o?#0,1
arguments Ms?
extra_jars_s3_path s?
extra_python_libs_s3_path s?
glue_version s?
number_of_nodes n?
number_of_workers n?
private_address s=
public_address s=
public_key s?
public_keys Ss?
worker_type s?
yarn_endpoint_address s=
zeppelin_remote_spark_interpreter_port n=
python_version s?=
runtime s?=
script_location s!
command L{0i9p!#1,1
connections Ls?
default_arguments Ms?
execution_class s?
max_concurrent_runs n?
execution_property L{0iA4?#0,1
glue_version s?=
job_run_queuing_enabled b?
maintenance_window s?
max_capacity n?=
max_retries n?
non_overridable_arguments Ms?
notify_delay_after n?
notification_property L{0iA9?#0,1
number_of_workers n?=
auth_strategy s?
branch s?
folder s?
last_commit_id s?
provider s?
source_control_details L{0iAE?#0,1
worker_type s?=
job_mode s?=
input_record_tables L{0iDv!#1,0
label_count n=
accuracy_cost_trade_off n?
enforce_provided_labels b?
precision_recall_trade_off n?
primary_key_column_name s?
find_matches_parameters L{0iEA!#1,1
transform_type s!
parameters L{0iER!#1,1
schema L{0iEa=
last_accessed_time s=
last_analyzed_time s=
partition_values Ls!
columns L{0hgU?#
storage_descriptor L{0iGx?#0,1
keys Ls?
partition_index L{0iJ6!#1,1
registry_name s!
enable_hybrid s?
compatibility s!
data_format s!
latest_schema_version n=
next_schema_version n=
registry_arn s?=
registry_name s=
schema_checkpoint n=
schema_definition s!
schema_name s!
cloudwatch_encryption_mode s?
cloudwatch_encryption L{0iNJ!#1,1
job_bookmarks_encryption_mode s?
job_bookmarks_encryption L{0iNS!#1,1
s3_encryption_mode s?
s3_encryption L{0iNb!#1,1
encryption_configuration L{0iNk!#1,1
crawler_name s?
job_name s?
actions L{0iOP!#1,0
batch_size n!
batch_window n?
event_batching_condition L{0iOo?#
crawl_state s?
logical_operator s?
conditions L{0iOx!#1,0
logical s?
predicate L{0iPG?#0,1
start_on_creation b?
workflow_name s?
class_name s!
owner_name s!
owner_type s!
resource_uris S{0iRV?#0,1000
default_run_properties Ms?
free_trial_expiration s=
grafana_token s?
license_expiration s=
license_type s!
group_ids Ss?
account_access_type s!
authentication_providers Ls!
configuration s?=
data_sources Ls?
grafana_version s?=
prefix_list_ids Ss!
vpce_ids Ss!
network_access_control L{0iVu?#0,1
notification_destinations Ls?
organization_role_name s?
organizational_units Ls?
permission_type s!
stack_set_name s?
vpc_configuration L{0P1Q?#0,1
key_name s!
key_role s!
seconds_to_live n!
admin_role_values Ls?
allowed_organizations Ls?
editor_role_values Ls!
email_assertion s?=
groups_assertion s?
idp_metadata_url s?
idp_metadata_xml s?
login_assertion s?=
login_validity_duration n?=
name_assertion s?=
org_assertion s?
role_assertion s?
grafana_role s!
service_account_id s=
service_account_id s!
service_account_token_id s=
audit_logs L{0ifG!#1,1
kubernetes L{0ifL?#0,1
ebs_volumes L{0ifG!#1,1
scan_ec2_instance_with_findings L{0ifQ!#1,1
malware_protection L{0ifV?#0,1
s3_logs L{0ifG?#0,1
datasources L{0ifa?#0,1
enable b?
finding_publishing_frequency s?=
additional_configuration L{0igt?#
additional_configuration S{0igt?#
greater_than s?
greater_than_or_equal s?
less_than s?
less_than_or_equal s?
criterion S{0ihk!#1,0
finding_criteria L{0iiB!#1,1
rank n!
matches Ls?
not_matches Ls?
criterion S{0ijc!#1,0
finding_criteria L{0ikB!#1,1
master_account_id s!
activate b!
ip_set_id s=
tagging L{0DZB
actions L{0inU?=
object_prefixes Ss?=
s3_bucket L{0inZ?#
protected_resource L{0ini?#
invitation_message s?
invite b?
relationship_status s=
auto_enable b?=-
auto_enable_organization_members s?=
ebs_volumes L{0irH!#1,1
scan_ec2_instance_with_findings L{0irM!#1,1
malware_protection L{0irR?#0,1
s3_logs L{0irH?#0,1
datasources L{0irW?#0,1
auto_enable_organization_members s!
auto_enable s!
additional_configuration L{0isN?#
destination_type s?
destination_id s=
threat_intel_set_id s=
encrypted_secret s=
encrypted_ses_smtp_password_v4 s=
key_fingerprint s=
pgp_key s?
ses_smtp_password_v4 s=*
account_alias s!
allow_users_to_change_password b?
expire_passwords b=
hard_expiry b?=
max_password_age n?=
minimum_password_length n?
password_reuse_prevention n?=
require_lowercase_characters b?=
require_numbers b?=
require_symbols b?=
require_uppercase_characters b?=
group s!
users Ss!
policy_names Ss!
policy_arns Ss!
role s?
client_id_list Ss!
thumbprint_list Ls?=
enabled_features Ss!
delay_after_policy_creation_in_ms n?
assume_role_policy s!
force_detach_policies b?
inline_policy S{0i_H?-#
managed_policy_arns Ss?=-
max_session_duration n?
permissions_boundary s?
saml_metadata_document s!
global_endpoint_token_version s!
certificate_body s!
private_key s!*
aws_service_name s!
custom_suffix s?
service_password s=*
service_specific_credential_id s=
service_user_name s=
credential_age_days n?
service_credential_alias s=
service_credential_secret s=
certificate_id s=
groups Ss!
encrypted_password s=
password_reset_required b?=
public_key s!
ssh_public_key_id s=
base_32_string_seed s=
enable_date s=
qr_code_png s=
virtual_mfa_device_name s!
member_id s!
membership_id s=
formatted s?
primary b?
street_address s?
addresses L{0jAz?#0,1
emails L{0jBU?#0,1
locale s?
family_name s!
given_name s!
honorific_prefix s?
honorific_suffix s?
name L{0jBh!#1,1
nickname s?
phone_numbers L{0jBU?#0,1
preferred_language s?
profile_url s?
user_type s?
change_description s?
data s?=
platform s!
supported_os_versions Ss?
component_arn s!
component L{0jHr!#1,0
container_type s!
dockerfile_template_data s?=
dockerfile_template_uri s?
delete_on_termination s?
encrypted s?
ebs L{0jH-?#0,1
no_device b?=
virtual_name s?
block_device_mapping S{0jIV?#
image s?
instance_configuration L{0jIm?#0,1
parent_image s!
platform_override s?
target_repository L{0jIv!#1,1
ami_tags Ms?
organization_arns Ss?
organizational_unit_arns Ss?
user_groups Ss?
launch_permission L{0jLm?#0,1
target_account_ids Ss?
ami_distribution_configuration L{0jM1?#0,1
container_tags Ss?
container_distribution_configuration L{0jMQ?#0,1
launch_template_version s?
launch_template L{0jMd?#0,1
max_parallel_launches n?
target_resource_count n?
snapshot_configuration L{0jMq?#0,1
fast_launch_configuration S{0jMv?#0,1000
default b?
launch_template_id s!
launch_template_configuration S{0jNE?#0,100
license_configuration_arns Ss?
disk_image_format s!
s3_export_configuration L{0jNR?#0,1
ami_account_id s?
data_type s?
ssm_parameter_configuration S{0jNi?#
distribution S{0jNv!#1,0
container_recipe_arn s?
distribution_configuration_arn s?
enhanced_image_metadata_enabled b?
execution_role s?=
image_recipe_arn s?
repository_name s?
ecr_configuration L{0jPe?#0,1
image_scanning_enabled b?
image_scanning_configuration L{0jPn?#0,1
image_tests_enabled b?
image_tests_configuration L{0jPw?#0,1
infrastructure_configuration_arn s!
parallel_group s?
workflow_arn s!
workflow S{0jQ3?#
logging_configuration L{0jSw?#0,1
pipeline_execution_start_condition s?
schedule L{0jUO?#0,1
workflow L{0jQ3?#
image_log_group_name s?
pipeline_log_group_name s?
logging_configuration L{0jXR?#0,1
uninstall_after_build b!
systems_manager_agent L{0jZ5?#0,1
user_data_base64 s?=
http_put_response_hop_limit n?
http_tokens s?
instance_metadata_options L{0jbK?#0,1
instance_profile_name s!
instance_types Ss?
key_pair s?
s3_logs L{0jbT!#1,1
logging L{0jbc?#0,1
host_id s?
host_resource_group_arn s?
placement L{0jbh?#0,1
terminate_instance_on_failure b?
amis b?=
containers b?=
snapshots b?=
include_resources L{0jeQ?#
action L{0jed?#
is_public b?
last_launched L{0MOh?#
shared_accounts Ls?
tag_map Ms?
amis L{0jem?#
exclusion_rules L{0jf5?#
retain_at_least n?
filter L{0jfE?#
policy_detail S{0jfV?#
semantic_version s!
recipe S{0jfi?#
resource_selection L{0jfr?#
is_public b?=
amis L{0jgh?#
exclusion_rules L{0jh0?#
policy_detail S{0jh9?#
account_ids Ss!
comparison s!
aws_account_id S{0jl9?#
code_vulnerability_detector_name S{0jl9?#
code_vulnerability_detector_tags S{0jl9?#
code_vulnerability_file_path S{0jl9?#
component_id S{0jl9?#
component_type S{0jl9?#
ec2_instance_image_id S{0jl9?#
ec2_instance_subnet_id S{0jl9?#
ec2_instance_vpc_id S{0jl9?#
ecr_image_architecture S{0jl9?#
ecr_image_hash S{0jl9?#
end_inclusive s?
start_inclusive s?
ecr_image_pushed_at S{0jlI?#
ecr_image_registry S{0jl9?#
ecr_image_repository_name S{0jl9?#
ecr_image_tags S{0jl9?#
lower_inclusive n!
upper_inclusive n!
epss_score S{0jlR?#
exploit_available S{0jl9?#
finding_arn S{0jl9?#
finding_status S{0jl9?#
finding_type S{0jl9?#
first_observed_at S{0jlI?#
fix_available S{0jl9?#
inspector_score S{0jlR?#
lambda_function_execution_role_arn S{0jl9?#
lambda_function_last_modified_at S{0jlI?#
lambda_function_layers S{0jl9?#
lambda_function_name S{0jl9?#
lambda_function_runtime S{0jl9?#
last_observed_at S{0jlI?#
network_protocol S{0jl9?#
begin_inclusive n!
end_inclusive n!
port_range S{0jla?#
related_vulnerabilities S{0jl9?#
resource_id S{0jl9?#
resource_tags S{0jlj?#
resource_type S{0jl9?#
severity S{0jl9?#
title S{0jl9?#
updated_at S{0jlI?#
vendor_severity S{0jl9?#
vulnerability_id S{0jl9?#
vulnerability_source S{0jl9?#
architecture L{0jl9?#
epoch L{0jlR?#
file_path L{0jl9?#
name L{0jl9?#
release L{0jl9?#
source_lambda_layer_arn L{0jl9?#
source_layer_hash L{0jl9?#
version L{0jl9?#
vulnerable_packages S{0jlw?#
filter_criteria L{0jmR?#
reason s?
code_repository_project_name S{0jl9?#
code_repository_provider_type S{0jl9?#
ecr_image_in_use_count S{0jlR?#
ecr_image_last_in_use_at S{0jlI?#
filter_criteria L{0jpb?#
delegated_admin_account_id s=
ec2 b!
ecr b!
lambda b?
lambda_code b?
auto_enable L{0jtv!#1,1
max_account_limit_reached b=
code_repository b?
auto_enable L{0juR!#1,1
resource_group_arn s?
event s!
event_subscription S{0jvh?#
rules_package_arns Ss!
tags Ms!
ami s?=
associate_public_ip_address b?=
capacity_reservation_preference s?
capacity_reservation_id s?
capacity_reservation_resource_group_arn s?
capacity_reservation_target L{0jxW?#0,1
capacity_reservation_specification L{0jxf?#0,1
cpu_core_count n?=-
amd_sev_snp s?=
core_count n?=
threads_per_core n?=
cpu_options L{0jxo?#0,1
cpu_threads_per_core n?=-
cpu_credits s?
credit_specification L{0jx_?#0,1
disable_api_stop b?=
disable_api_termination b?=
ebs_block_device S{0jy4?#
ebs_optimized b?=
enable_primary_ipv6 b?=
enclave_options L{0SSz?#0,1
no_device b?
ephemeral_block_device S{0jyr?#
hibernation b?
host_resource_group_arn s?=
iam_instance_profile s?=
instance_initiated_shutdown_behavior s?=
instance_lifecycle s=
market_type s?=
instance_interruption_behavior s?=
max_price s?=
spot_instance_type s?=
valid_until s?=
spot_options L{0jz2?#0,1
instance_market_options L{0jzJ?#0,1
ipv6_address_count n?=
ipv6_addresses Ls?=
key_name s?=
launch_template L{0hP4?#0,1
auto_recovery s?=
maintenance_options L{0jzS?#0,1
http_endpoint s?
http_protocol_ipv6 s?
metadata_options L{0jzX?#0,1
monitoring b?=
device_index n!
network_card_index n?
network_interface S{0jzs?#
placement_group s?=
placement_partition_number n?=
primary_network_interface_id s=
enable_resource_name_dns_a_record b?=
enable_resource_name_dns_aaaa_record b?=
hostname_type s?=
private_dns_name_options L{0j-7?#0,1
private_ip s?=
root_block_device L{0j-K?#0,1
secondary_private_ips Ss?=
source_dest_check b?
spot_instance_request_id s=
tenancy s?=
user_data s?=
user_data_replace_on_change b?
volume_tags Ms?
placement_group_id s?=
primary_network_interface L{0k2o?#0,1
user_data s?
nested_virtualization s?=
cpu_options L{0k6q?#0,1
device_index n?
interface_type s?
network_card_index n!
private_ip_address_count n?
private_ip_addresses Ls=
secondary_interface_id s=
secondary_subnet_id s!
secondary_network_interface S{0k75?#
internet_gateway_id s!
availability_score_threshold n?
performance_score_threshold n?
health_events_config L{0kDN?#0,1
log_delivery_status s?
s3_config L{0kDW?#0,1
internet_measurements_log_delivery L{0kDj?#0,1
max_city_networks_to_monitor n?
monitor_name s!
traffic_percentage_to_monitor n?
invoice_receiver s!
linked_accounts Ss!
rule L{0kFG?#
tax_inheritance_disabled b?=
authorizer_function_arn s!
enable_caching_for_http b?
signing_disabled b?
token_key_name s?
token_signing_public_keys Ms?*
metadata L{0kHW=
properties L{0kHb?#
active b!
allow_auto_registration b!
ca_certificate_pem s!*
certificate_mode s?
customer_version n=
generation_id s=
registration_config L{0kIm?#0,1
not_after s
not_before s
validity L{0kIz=
verification_certificate_pem s?*
ca_certificate_id s=
ca_pem s?*
certificate_pem s?=*
csr s?
private_key s=*
public_key s=*
application_protocol s?=
authentication_type s?=
allow_authorizer_override b?
default_authorizer_name s?
authorizer_config L{0kM2?#0,1
domain_type s=
server_certificate_arns Ss?
service_type s?
tls_config L{0kMB?#0,1
validation_certificate_arn s?
event_configurations Mb!
custom_field S{0kOa?#
managed_field S{0kOa?#
thing_group_indexing_mode s!
thing_group_indexing_configuration L{0kOj?#0,1
device_defender_indexing_mode s?
named_shadow_names Ss?
filter L{0kOw?#0,1
named_shadow_indexing_mode s?
thing_connectivity_indexing_mode s?
thing_indexing_mode s!
thing_indexing_configuration L{0kO_?#0,1
default_log_level s!
disable_all_logs b?
default_version_id n=
payload_version s?
pre_provisioning_hook L{0kS4?#0,1
provisioning_role_arn s!
template_body s!
alias s!
credential_duration n?
default_client_id s=
thing_type_name s?
parent_group_name s
group_arn s
root_to_parent_groups L{0kVl
metadata L{0kVu=
parent_group_name s?
attribute_payload L{0kW5?#0,1
properties L{0kWA?#0,1
override_dynamic_group b?
thing_group_name s!
thing_name s!
thing s!
thing_principal_type s?=
deprecated b?
searchable_attributes Ss?=
properties L{0kYf?#0,1
state_reason s!
state_value s!
cloudwatch_alarm S{0kZm?#
batch_mode b?
cloudwatch_logs S{0ka1?#
metric_namespace s!
metric_timestamp s?
metric_unit s!
metric_value s!
cloudwatch_metric S{0kaE?#
hash_key_field s!
hash_key_type s?
hash_key_value s!
operation s?
payload_field s?
range_key_field s?
range_key_type s?
range_key_value s?
dynamodb S{0kad?#
put_item L{0kbG?#0,1
dynamodbv2 S{0kbL?#
index s!
elasticsearch S{0kbU?#
cloudwatch_alarm L{0kZm?#0,1
cloudwatch_logs L{0ka1?#0,1
cloudwatch_metric L{0kaE?#0,1
dynamodb L{0kad?#0,1
dynamodbv2 L{0kbL?#0,1
elasticsearch L{0kbU?#0,1
delivery_stream_name s!
firehose L{0kbp?#0,1
confirmation_url s?
http_header L{06SN?#
http L{0kc4?#0,1
channel_name s!
iot_analytics L{0kcH?#0,1
input_name s!
message_id s?
iot_events L{0kcU?#0,1
client_properties Ms!
header L{06SN?#
partition s?
topic s!
kafka L{0kcl?#0,1
partition_key s?
kinesis L{0kd8?#0,1
lambda L{0NAE?#0,1
qos n?
republish L{0kdL?#0,1
canned_acl s?
s3 L{0kdY?#0,1
sns L{0kdp?#0,1
queue_url s!
use_base64 b!
sqs L{0ke0?#0,1
execution_name_prefix s?
state_machine_name s!
step_functions L{0keD?#0,1
dimension S{0LTD!#1,0
timestamp L{0keQ?#0,1
timestream L{0keZ?#0,1
error_action L{0keu?#0,1
firehose S{0kbp?#
http S{0kc4?#
iot_analytics S{0kcH?#
iot_events S{0kcU?#
kafka S{0kcl?#
kinesis S{0kd8?#
lambda S{0NAE?#
republish S{0kdL?#
s3 S{0kdY?#
sns S{0kdp?#
sql_version s!
sqs S{0ke0?#
step_functions S{0keD?#
timestream S{0keZ?#
vpc_configuration L{0kjp!#1,1
authorized b?=
ingest_endpoint s=
latency_mode s?=
playback_url s=
recording_configuration_arn s?=
s3 L{0Ptu!#1,1
destination_configuration L{0knU!#1,1
recording_reconnect_window_seconds n?=
recording_mode s?=
target_interval_seconds n?=
thumbnail_configuration L{0knZ?#0,1
cloudwatch_logs L{0jSw?#0,1
firehose L{0kp2?#0,1
s3 L{0Ptu?#0,1
destination_configuration L{0kp7?#0,1
logging_configuration_identifiers Ls?
maximum_message_length n?=
maximum_message_rate_per_second n?=
fallback_result s?=
message_review_handler L{0kqQ?#0,1
key_path s?
access_control_list_configuration L{0krv?#0,1
documents_metadata_configuration L{0kr-?#0,1
exclusion_patterns Ss?
inclusion_patterns Ss?
s3_configuration L{0ks3?-#0,1
template s!
template_configuration L{0ksS?#0,1
credentials s!
basic_authentication S{0ksX?#0,10
authentication_configuration L{0ksk?#0,1
crawl_depth n?
max_content_size_per_page_in_mega_bytes n?
max_links_per_page n?
max_urls_per_minute_crawl_rate n?
proxy_configuration L{0ksp?#0,1
url_exclusion_patterns Ss?
url_inclusion_patterns Ss?
seed_urls Ss!
web_crawler_mode s?
seed_url_configuration L{0kt0?#0,1
site_maps Ss!
site_maps_configuration L{0kt9?#0,1
urls L{0ktE!#1,1
web_crawler_configuration L{0ktN?-#0,1
configuration L{0kty?#0,1
condition_document_attribute_key s!
date_value s?
long_value n?
string_list_value Ss?
condition_on_value L{0ku9?#0,1
condition L{0kuQ?#0,1
document_content_deletion b?
target_document_attribute_key s?
target_document_attribute_value L{0ku9?#0,1
target_document_attribute_value_deletion b?
target L{0kud?#0,1
inline_configurations S{0kuq?#0,100
invocation_condition L{0kuQ?#0,1
post_extraction_hook_configuration L{0kv1?#0,1
pre_extraction_hook_configuration L{0kv1?#0,1
custom_document_enrichment_configuration L{0kvE?#0,1
language_code s?=
data_source_ids Ss?
direct_put_content b?
faq_ids Ss?
content_source_configuration L{0kxz?#0,1
identity_attribute_name s!
user_identity_configuration L{0kyA?#0,1
configuration L{0kyF?#0,1
experience_id s=
faq_id s=
s3_path L{0W-d!#1,1
query_capacity_units n?=
storage_capacity_units n?=
capacity_units L{0l04?#0,1
duration s?=
freshness b?=
importance n?=
rank_order s?=
values_importance_map Mn?=
relevance L{0l0D?#0,1
displayable b?=
facetable b?=
searchable b?=
sortable b?=
search L{0l0Y?#0,1
document_metadata_configuration_updates S{0l0p?#0,500
edition s?
server_side_encryption_configuration L{0l14?#0,1
user_context_policy s?
user_group_resolution_mode s!
user_group_resolution_configuration L{0l19?#0,1
group_attribute_field s!
user_name_attribute_field s!
json_token_type_configuration L{0l1E?#0,1
claim_regex s?
group_attribute_field s?
key_location s!
user_name_attribute_field s?
jwt_token_type_configuration L{0l1N?#0,1
user_token_configurations L{0l1q?#0,1
query_suggestions_block_list_id s=
source_s3_path L{0W-d!#1,1
thesaurus_id s=
key_name_prefix s?=
key_pair_id s=
region_list Ss?
replication_strategy s?=
replication_specification L{0l95?#0,1
read_capacity_units n?
throughput_mode s?=
write_capacity_units n?
capacity_specification L{0lAC?#0,1
client_side_timestamps L{0Y_F?#0,1
message s?=
comment L{0lAP?#0,1
default_time_to_live n?
encryption_specification L{0lAU?#0,1
keyspace_name s!
point_in_time_recovery L{0lAd?#0,1
order_by s!
clustering_key L{0lAi?#
column S{0PvD!#1,0
partition_key L{0OqO!#1,0
static_column S{0OqO?#
schema_definition L{0lAr!#1,1
ttl L{0Y_F?#0,1
earliest_allowed_end_at s=
ended_at s=
started_at s=
status_actual s=
minimum_throughput_billing_commitment L{0lD4?#
log_stream_arn s!
cloudwatch_logging_options L{0lDc?#0,1
create_timestamp s=
kinesis_firehose L{0lDp?#0,1
kinesis_stream L{0lDp?#0,1
name_prefix s!
count n?=
parallelism L{0lDy?#0,1
lambda L{0lDp!#1,1
processing_configuration L{0lE1?#0,1
mapping s?
sql_type s!
record_columns L{0lE6!#1,1000
record_encoding s?
record_column_delimiter s!
record_row_delimiter s!
csv L{0lEJ?#0,1
record_row_path s!
json L{0lES?#0,1
mapping_parameters L{0lEX?#0,1
record_format_type s=
record_format L{0lEg!#1,1
schema L{0lEp!#1,1
starting_position s?=
starting_position_configuration L{0lF0?#
stream_names Ls=
inputs L{0lF5?#0,1
last_update_timestamp s=
lambda L{0lDp?#0,1
record_format_type s!
schema L{0lFg!#1,1
outputs S{0lFl?#0,3
file_key s!
s3 L{0lG8!#1,1
reference_data_sources L{0lGL?#0,1
start_application b?
destination_id s?=
buffering_interval n?
buffering_size n?
log_stream_name s?
cloudwatch_logging_options L{0lIi?#0,1
cluster_endpoint s?
domain_arn s?
index_rotation_period s?
parameters S{0W8E?#
processors L{0lIv?#
processing_configuration L{0lJ2?#0,1
retry_duration n?
s3_backup_mode s?
compression_format s?
error_output_prefix s?
s3_configuration L{0lJB!#1,1
type_name s?
vpc_config L{0lJm?#0,1
elasticsearch_configuration L{0lK1?#0,1
custom_time_zone s?
timestamp_formats Ls?
hive_json_ser_de L{0lKw?#0,1
case_insensitive b?
column_to_json_key_mappings Ms?
convert_dots_in_json_keys_to_underscores b?
open_x_json_ser_de L{0lK_?#0,1
deserializer L{0lLC!#1,1
input_format_configuration L{0lLL!#1,1
block_size_bytes n?
bloom_filter_columns Ls?
bloom_filter_false_positive_probability n?
compression s?
dictionary_key_threshold n?
enable_padding b?
format_version s?
padding_tolerance n?
row_index_stride n?
stripe_size_bytes n?
orc_ser_de L{0lLQ?#0,1
enable_dictionary_compression b?
max_padding_bytes n?
page_size_bytes n?
writer_version s?
parquet_ser_de L{0lM3?#0,1
serializer L{0lMS!#1,1
output_format_configuration L{0lMb!#1,1
schema_configuration L{0lMg!#1,1
data_format_conversion_configuration L{0lN3?#0,1
dynamic_partitioning_configuration L{0lNK?#0,1
file_extension s?
s3_backup_configuration L{0lJB?#0,1
extended_s3_configuration L{0lNT?#0,1
access_key s?*
common_attributes L{0LTD?#
content_encoding s?
request_configuration L{0lOU?#0,1
secrets_manager_configuration L{0lOd?#0,1
http_endpoint_configuration L{0lOq?#0,1
s3_error_output_prefix s?
unique_keys Ls?
destination_table_configuration L{0lPf?#
iceberg_configuration L{0lPw?#0,1
kinesis_stream_arn s!
kinesis_source_configuration L{0lQZ?#0,1
connectivity s!
authentication_configuration L{0lQi!#1,1
msk_cluster_arn s!
read_from_timestamp s?
topic_name s!
msk_source_configuration L{0lQr?#0,1
default_document_id_format s!
document_id_options L{0lR6?#0,1
opensearch_configuration L{0lRB?#0,1
collection_endpoint s!
opensearchserverless_configuration L{0lS8?#0,1
cluster_jdbcurl s!
copy_options s?
data_table_columns s?
data_table_name s!
redshift_configuration L{0lSr?#0,1
key_arn s?
key_type s?
server_side_encryption L{0lTk?#0,1
account_url s!
content_column_name s?
data_loading_option s?
key_passphrase s?*
metadata_column_name s?
snowflake_role s?
snowflake_role_configuration L{0lTx?#0,1
private_link_vpce_id s!
snowflake_vpc_configuration L{0lU4?#0,1
table s!
user s?
snowflake_configuration L{0lU9?#0,1
hec_acknowledgment_timeout n?
hec_endpoint s!
hec_endpoint_type s?
hec_token s?
splunk_configuration L{0lVU?#0,1
append_only b?=
iceberg_configuration L{0lXa?#0,1
enforce_consumer_deletion b?
shard_count n?
shard_level_metrics Ss?
stream_mode s!
stream_mode_details L{0la8?#0,1
max_record_size_in_kib n?=
warm_throughput_mib_ps n?
data_retention_in_hours n?
media_type s?
s3_content_location L{0lfS?#0,1
text_content s?
code_content L{0lff?#0,1
code_content_type s!
application_code_configuration L{0lfo!#1,1
snapshots_enabled b!
application_snapshot_configuration L{0lfx?#0,1
property_group_id s!
property_map Ms!
property_group S{0lg0!#1,50
environment_properties L{0lg9?#0,1
checkpoint_interval n?=
checkpointing_enabled b?=
configuration_type s!
min_pause_between_checkpoints n?=
checkpoint_configuration L{0lgE?#0,1
log_level s?=
metrics_level s?=
monitoring_configuration L{0lgV?#0,1
auto_scaling_enabled b?=
parallelism n?=
parallelism_per_kpu n?=
parallelism_configuration L{0lgi?#0,1
flink_application_configuration L{0lgz?#0,1
application_restore_type s?=
application_restore_configuration L{0lhA?#0,1
allow_non_restored_state b?=
flink_run_configuration L{0lhJ?#0,1
run_configuration L{0lhO?#0,1
in_app_stream_names Ls=
input_id s=
input_parallelism L{0lDy?#0,1
input_lambda_processor L{0lhX!#1,1
input_processing_configuration L{0lhc?#0,1
record_column L{0lE6!#1,1000
csv_mapping_parameters L{0lEJ?#0,1
json_mapping_parameters L{0lES?#0,1
mapping_parameters L{0lhh!#1,1
record_format L{0lhq!#1,1
input_schema L{0lhz!#1,1
input_starting_position s?=
input_starting_position_configuration L{0liA?#
kinesis_firehose_input L{0lhX?#0,1
kinesis_streams_input L{0lhX?#0,1
input L{0liF?#0,1
destination_schema L{0lFg!#1,1
kinesis_firehose_output L{0lhX?#0,1
kinesis_streams_output L{0lhX?#0,1
lambda_output L{0lhX?#0,1
output_id s=
output S{0liq?#0,3
reference_id s=
reference_schema L{0lhz!#1,1
s3_reference_data_source L{0ljD!#1,1
reference_data_source L{0ljM?#0,1
sql_application_configuration L{0ljd?#0,1
vpc_configuration_id s=
vpc_configuration L{0ljq?#0,1
application_configuration L{0lk5?#0,1
application_mode s?=
cloudwatch_logging_option_id s=
cloudwatch_logging_options L{0lkY?#0,1
force_stop b?
runtime_environment s!
service_execution_role s!
version_id n=
application_encryption_configuration L{0ln1?#0,1
application_configuration L{0lnA?#0,1
application_name s!
application_version_id n=
snapshot_creation_timestamp s=
snapshot_name s!
target_key_id s!
plaintext s?*
plaintext_wo s?w
plaintext_wo_version s?
cloud_hsm_cluster_id s?
custom_key_store_name s!
custom_key_store_type s?=
key_store_password s?
trust_anchor_certificate s?
raw_secret_access_key s!
xks_proxy_authentication_credential L{0lr5?#0,1
xks_proxy_connectivity s?
xks_proxy_uri_endpoint s?
xks_proxy_uri_path s?
xks_proxy_vpc_endpoint_service_name s?
deletion_window_in_days n?
key_material_base64 s?*
multi_region b?=
valid_to s?
key_spec s?=
key_usage s?=
encryption_context_equals Ms?
encryption_context_subset Ms?
constraints S{0lus?#
grant_creation_tokens Ss?
grant_token s=*
grantee_principal s!
operations Ss!
retire_on_delete b?
retiring_principal s?
custom_key_store_id s?
customer_master_key_spec s?
enable_key_rotation b?
is_enabled b?
key_id s=
key_usage s?
rotation_period_in_days n?=
xks_key_id s?
primary_key_arn s!
key_rotation_enabled b=
column_names Ss?=
excluded_column_names Ls?
column_wildcard L{0m1L?#
all_rows_wildcard L{02nO?#
filter_expression s?=
row_filter L{0m1Q?#
table_data L{0m1Z?#
column_wildcard L{0m2Y?#
table_data L{0m2d?#
admins Ss?=
allow_external_data_filtering b?
allow_full_table_external_data_access b?
authorized_session_tag_value_list Ls?=
permissions Ss?=
principal s?=
create_database_default_permissions L{0m3P?#0,3
create_table_default_permissions L{0m3P?#0,3
external_data_filtering_allow_list Ss?=
read_only_admins Ss?=
trusted_resource_owners Ls?=
resource_share s=
tag_values Ss!
expression S{0m63?#
expression s=
condition L{0m6X?#
last_updated_by s=
data_lake_principal_identifier s!
principal L{0m6c?#
catalog L{0m6h?#
table_catalog_id s?
data_cells_filter L{0m6m?#
data_location L{0m71?#
database L{0m7A?#
lf_tag L{0m7J?#
lf_tag_expression L{0m7A?#
expression Ls?
expression_name s?
lf_tag_policy L{0m7W?#
table L{0m7n?#
table_with_columns L{0m82?#
resource_data L{0m8N?#
lf_tag L{09XC?#
resource_data L{0m9g?#
permissions Ss!
permissions_with_grant_option Ss?=
hybrid_access_enabled b?=
use_service_linked_role b?
with_federation b?=
with_privileged_access b?=
lf_tag S{0m7J!#1,0
function_version s!
additional_version_weights Mn?
routing_config L{0mFK?#0,1
max_vcpu_count n
scaling_mode s
predefined_metric_type s
scaling_policies L{0mH8
capacity_provider_scaling_config L{0mHH?=
allowed_instance_types Ls
architectures Ls
excluded_instance_types Ls
instance_requirements L{0mHU?=
capacity_provider_operator_role_arn s!
permissions_config L{0mHh?#
signing_profile_version_arns Ss!
allowed_publishers L{0mIT!#1,1
untrusted_artifact_on_deployment s!
policies L{0mIY?#0,1
consumer_group_id s?=
amazon_managed_kafka_event_source_config L{0mJr?#0,1
batch_size n?
bisect_batch_on_function_error b?
on_failure L{0mJw?#0,1
destination_config L{0mJ_?#0,1
collection_name s?
full_document s?
document_db_event_source_config L{0mK4?#0,1
event_source_arn s?
pattern s?
filter S{0mKH?#0,10
filter_criteria L{0mKM?#0,1
function_response_types Ss?
last_processing_result s=
maximum_batching_window_in_seconds n?
maximum_record_age_in_seconds n?=
maximum_retry_attempts n?=
metrics Ss!
metrics_config L{0mKR?#0,1
parallelization_factor n?=
maximum_pollers n?=
minimum_pollers n?=
provisioned_poller_config L{0mKW?#0,1
queues Ls?
maximum_concurrency n?
scaling_config L{0mKf?#0,1
endpoints Ms!
self_managed_event_source L{0mKk?#0,1
self_managed_kafka_event_source_config L{0mJr?#0,1
source_access_configuration S{0mKp?#0,22
starting_position s?
starting_position_timestamp s?
state_transition_reason s=
topics Ss?
tumbling_window_in_seconds n?
access_config S{0mND?#
event_record_format s?
schema_registry_uri s?
schema_validation_config S{0mNM?#
schema_registry_config L{0mNR?#0,1
amazon_managed_kafka_event_source_config L{0mNi?#0,1
self_managed_kafka_event_source_config L{0mNi?#0,1
poller_group_name s?=
provisioned_poller_config L{0mQA?#0,1
use_resource_timeout_for_propagation b?
architectures Ls?=
code_signing_config_arn s?
dead_letter_config L{0mV9?#0,1
environment L{0mVE?#0,1
ephemeral_storage L{0mVJ?#0,1
local_mount_path s!
file_system_config L{0mVO?#0,1
handler s?
image_config L{0mVX?#0,1
image_uri s?
layers Ls?
application_log_level s?
log_group s?=
system_log_level s?
logging_config L{0mVk?#0,1
memory_size n?
package_type s?
replace_security_groups_on_destroy b?
replacement_security_group_ids Ss?
reserved_concurrent_executions n?
s3_bucket s?
s3_key s?
apply_on s!
optimization_status s=
snap_start L{0mV_?#0,1
source_code_hash s?=
tracing_config L{0mW8?#0,1
ipv6_allowed_for_dual_stack b?
vpc_config L{0mWD?#0,1
capacity_provider_arn s!
execution_environment_memory_gib_per_vcpu n?=
per_execution_environment_max_concurrency n?=
lambda_managed_instances_capacity_provider_config L{0mZN!#1,1
capacity_provider_config L{0mZa?#0,1
execution_timeout n!
durable_config L{0mZf?#0,1
publish_to s?
source_kms_key_arn s?
tenant_isolation_mode s!
tenancy_config L{0mZo?#0,1
code_sha256 s?=
on_failure L{0mjs?#0,1
on_success L{0mjs?#0,1
destination_config L{0mjx?#0,1
recursive_loop s!
max_execution_environments n?=
min_execution_environments n?=
function_scaling_config L{0mlG?#
function_state s=
qualifier s!
cors L{0L74?#0,1
invoke_mode s?
lifecycle_scope s?
terraform_key s?
compatible_architectures Ss?
compatible_runtimes Ss?
license_info s?
organization_id s?
version_number n!
event_source_token s?
function_url_auth_type s?
principal_org_id s?
source_account s?
statement_id s?=
statement_id_prefix s?=
invoked_via_function_url b?
timeouts {0mun?#
provisioned_concurrent_executions n!
runtime_version_arn s?
update_runtime_on s?
associated_compute_resource_types Ls!
network_protocol s?=
vpc_egress_configuration L{0mxm?#
configuration L{0my1?#
operator_role s!
additional_os_capabilities Ls?
base_image_arn s!
base_image_version s?=
build_role_arn s!
code_artifact L{0Ph5?#
architecture s!
cpu_configuration L{0myV?#
egress_network_connectors Ls?=
image_version s=
latest_active_image_version s=
latest_failed_image_version s=
auto_resume_enabled b!
max_idle_duration_seconds n!
suspended_duration_seconds n!
idle_policy L{0mzv?#
image_arn s!
image_version s?=
ingress_network_connectors Ls?=
log_stream s?
cloudwatch L{0m-6?#
logging L{0m-F?#
maximum_duration_in_seconds n?=
microvm_id s=
run_hook_payload s?
ebs_block_device S{0m_L?#
enable_monitoring b?
iam_instance_profile s?
metadata_options L{0m_w?#0,1
placement_tenancy s?
root_block_device L{0n07?#0,1
spot_price s?
user_data_base64 s?
volume_initialization_rate n?=
ebs L{0n36?#0,1
no_device s?
block_device_mappings L{0n3h?#
amd_sev_snp s?
core_count n?
threads_per_core n?
cpu_options L{0n3y?#0,1
default_version n?=
disable_api_stop b?
disable_api_termination b?
ebs_optimized s?
elastic_gpu_specifications L{05_r?-#
elastic_inference_accelerator L{05_r?-#0,1
enclave_options L{0XnA?#0,1
configured b!
hibernation_options L{0n49?#0,1
iam_instance_profile L{0n4E?#0,1
instance_initiated_shutdown_behavior s?
market_type s?
spot_instance_type s?
spot_options L{0n4N?#0,1
instance_market_options L{0n4i?#0,1
license_configuration_arn s!
license_specification S{0n4r?#
auto_recovery s?
maintenance_options L{0n4w?#0,1
http_protocol_ipv6 s?=
metadata_options L{0n4_?#0,1
monitoring L{0XnA?#0,1
associate_carrier_ip_address s?
associate_public_ip_address s?
tcp_established_timeout n?
udp_stream_timeout n?
udp_timeout n?
connection_tracking_specification L{0n5K?#0,1
ena_srd_enabled b?
ena_srd_udp_enabled b?
ena_srd_udp_specification L{0n5X?#0,1
ena_srd_specification L{0n5c?#0,1
ipv4_address_count n?
ipv4_addresses Ss?
ipv4_prefix_count n?
ipv4_prefixes Ss?
ipv6_address_count n?
ipv6_addresses Ss?
ipv6_prefix_count n?
ipv6_prefixes Ss?
primary_ipv6 s?
private_ip_address s?
network_interfaces L{0n5l?#
affinity s?
partition_number n?
spread_domain s?
placement L{0n78?#0,1
enable_resource_name_dns_a_record b?
enable_resource_name_dns_aaaa_record b?
hostname_type s?
private_dns_name_options L{0n7f?#0,1
ram_disk_id s?
security_group_names Ss?
tag_specifications L{0n7s?#
update_default_version b?
vpc_security_group_ids Ss?
placement L{0nAa?#0,1
nested_virtualization s?
cpu_options L{0nDg?#0,1
bandwidth_weighting s?
network_performance_options L{0nDx?#0,1
private_ip_addresses Ss?
secondary_subnet_id s?
secondary_interfaces L{0nE0?#
ena_queue_count n?
network_interfaces L{0nH6?#
cookie_expiration_period n?
attribute S{0LTD?#
ca_certificates_bundle_s3_bucket s!
ca_certificates_bundle_s3_key s!
ca_certificates_bundle_s3_object_version s?
revocation_id n=
revocations_s3_bucket s!
revocations_s3_key s!
revocations_s3_object_version s?
trust_store_arn s!
group_number n?
message S{0nPC!#1,15
response_card s?
abort_statement L{0nPP!#1,1
child_directed b!
max_attempts n!
clarification_prompt L{0nPY?#0,1
create_version b?
detect_sentiment b?
enable_model_improvements b?
idle_session_ttl_in_seconds n?
intent_name s!
intent_version s!
intent S{0nPl!#1,250
nlu_intent_confidence_threshold n?
process_behavior s?
voice_id s?=
bot_version s!
resource_prefix s=
log_settings S{0nSs?#
conversation_logs L{0nTB?#0,1
conclusion_statement L{0nPP?#0,1
confirmation_prompt L{0nPY?#0,1
message_version s!
dialog_code_hook L{0nUo?#0,1
prompt L{0nPY!#1,1
rejection_statement L{0nPP!#1,1
follow_up_prompt L{0nUx?#0,1
code_hook L{0nUo?#0,1
fulfillment_activity L{0nV4!#1,1
parent_intent_signature s?
rejection_statement L{0nPP?#0,1
sample_utterances Ss?
sample_utterances Ls?
slot_constraint s!
slot_type s!
slot_type_version s?
value_elicitation_prompt L{0nPY?#0,1
slot S{0nVD?#0,100
synonyms Ss?
enumeration_value S{0nYG!#1,10000
value_selection_strategy s?
data_privacy L{0nZt?#
idle_session_ttl_in_seconds n!
alias_id s!
alias_name s!
members L{0nZy?#
test_bot_alias_tags Ms?
bot_id s!
n_lu_intent_confidence_threshold n!
voice_id s!
voice_settings L{0nb_?#
bot_version s?=
source_bot_version s
locale_specification M{0ndM!
allow_interrupt b?
custom_payload L{0neH?#
button L{0neM?#
image_url s?
subtitle s?
image_response_card L{0neV?#
plain_text_message L{0neH?#
ssml_message L{0neH?#
message L{0nem?#
variation L{0nem?#
message_group L{0nf1?#
closing_response L{0nfA?#
expression_string s!
condition L{0nfJ?#
slot_to_elicit s?
suppress_next_message b?
dialog_action L{0nfO?#
interpreted_value s?
value L{0nfb?#
slot S{0nfg?#
intent L{0nft?#
session_attributes Ms?
next_step L{0ng0?#
response L{0nfA?#
conditional_branch L{0ngD?#
default_branch L{0ngU?#
conditional L{0ngd?#
closing_setting L{0ngq?#
enable_code_hook_invocation b!
invocation_label s?
failure_conditional L{0ngd?#
failure_next_step L{0ng0?#
failure_response L{0nfA?#
success_conditional L{0ngd?#
success_next_step L{0ng0?#
success_response L{0nfA?#
timeout_conditional L{0ngd?#
timeout_next_step L{0ng0?#
timeout_response L{0nfA?#
post_code_hook_specification L{0nh5?#
code_hook L{0nhg?#
confirmation_conditional L{0ngd?#
confirmation_next_step L{0ng0?#
confirmation_response L{0nfA?#
declination_conditional L{0ngd?#
declination_next_step L{0ng0?#
declination_response L{0nfA?#
enable_code_hook_invocation b?
elicitation_code_hook L{0nhx?#
message_selection_strategy s?
allow_audio_input b!
allow_dtmf_input b!
allowed_input_types L{0ni4?#
end_timeout_ms n!
max_length_ms n!
audio_specification L{0niD?#
deletion_character s!
end_character s!
max_length n!
dtmf_specification L{0niM?#
start_timeout_ms n!
audio_and_dtmf_input_specification L{0nid?#
text_input_specification L{0niq?#
prompt_attempts_specification S{0niv?#
prompt_specification L{0njE?#
confirmation_setting L{0njZ?#
creation_date_time s=
dialog_code_hook L{0QP8?#
delay_in_seconds n?
start_response L{0nkO?#
frequency_in_seconds n!
update_response L{0nkb?#
fulfillment_updates_specification L{0nko?#
post_fulfillment_status_specification L{0nh5?#
fulfillment_code_hook L{0nl3?#
initial_response L{0nfA?#
initial_response_setting L{0nlK?#
input_context L{0OqO?#
intent_id s=
kendra_index s!
query_filter_string s?
query_filter_string_enabled b?
kendra_configuration L{0nlb?#
time_to_live_in_seconds n!
turns_to_live n!
output_context L{0nlo?#
utterance s!
sample_utterance L{0nl_?#
slot_id s!
slot_priority L{0nm4?#
custom_prompt s?
guardrail L{0nox?#
trace_status s?
bedrock_model_configuration L{0np4?#
bedrock_knowledge_base_arn s!
exact_response b?=
answer_field s?
exact_response_fields L{0npL?#
bedrock_knowledge_store_configuration L{0npQ?#
kendra_configuration L{0npd?#
answer_field s!
question_field s!
exact_response_fields L{0npu?#
include_fields Ls?
opensearch_configuration L{0nq1?#
data_source_configuration L{0nqM?#
qna_intent_configuration L{0nqZ?#
intent_id s!
allow_multiple_values b?
multiple_values_setting L{0ns9?#
obfuscation_setting_type s!
obfuscation_setting L{0nsE?#
slot_id s=
slot_type_id s?=
slot_type_id s!
default_value s!
default_value_list L{0nsJ?#
default_value_specification L{0nsO?#
continue_response L{0nfA?#
timeout_in_seconds n!
still_waiting_response L{0nsT?#
waiting_response L{0nfA?#
wait_and_continue_specification L{0nsk?#
value_elicitation_setting L{0ns_?#
slot_specification S{0ntG?#
sub_slot_setting L{0ntT?#
slot_resolution_strategy s!
slot_resolution_setting L{0ntc?#
value_elicitation_setting L{0nth?#
sub_slots L{0nvw?#
composite_slot_type_setting L{0nw3?#
s3_object_key s!
source L{0nw8?#
grammar_slot_type_setting L{0nwL?#
external_source_setting L{0nwQ?#
parent_slot_type_signature s?
slot_type_id s=
sample_value L{0neH?#
synonyms L{0neH?#
slot_type_values L{0nwV?#
audio_recognition_strategy s?
advanced_recognition_setting L{0nwe?#
regex_filter L{0nwj?#
resolution_strategy s!
value_selection_setting L{0nwo?#
allowed_operations Ss!
parent_arn s=
allowed_operations Ss=
grant_arn s!
license_arn s=
principal s=
license_count n?
license_count_hard_limit b?
license_counting_type s!
license_rules Ls?
bundle_id s!
support_code s=
access_key_id s=
secret_access_key s=
is_disabled b?
power s!
power_id s=
private_domain_name s=
is_active b?
ecr_image_puller_role L{0o5P?#0,1
private_registry_access L{0o5Y?#0,1
certificate_name s!
domain_names Ls!
certificate S{0o5d!#1,0
public_domain_names L{0o5m?#0,1
scale n!
environment Ms?
ports Ms?
container S{0o8J!#1,53
interval_seconds n?
success_codes s?
timeout_seconds n?
health_check L{0o8e!#1,1
public_endpoint L{0o91?#0,1
backup_retention_enabled b?
blueprint_id s!
ca_certificate_identifier s=
final_snapshot_name s?
master_database_name s!
master_endpoint_address s=
master_endpoint_port n=
master_password s!*
master_username s!
ram_size n=
relational_database_name s!
secondary_availability_zone s=
size_in_gb n!
disk_name s!
disk_path s!
instance_name s!
alternative_domain_names Ls=
cache_behavior S{0oFs?#
allowed_http_methods s?
cached_http_methods s?
cookies_allow_list Ss?
option s?
forwarded_cookies L{0oF_?#0,1
headers_allow_list Ss?
forwarded_headers L{0oG8?#0,1
option b?
query_strings_allowed_list Ss?
forwarded_query_strings L{0oGH?#0,1
maximum_ttl n?
minimum_ttl n?
cache_behavior_settings L{0oGQ?#0,1
default_cache_behavior L{0NQf!#1,1
location L{0oGx=
protocol_policy s?
origin L{0oH4!#1,1
origin_public_dns s=
is_alias b?
snapshot_time s!
add_on L{0oLV?#0,1
is_static_ip b=
key_pair_name s?
public_ip_address s=
cidr_list_aliases Ss?=
cidrs Ss?=
ipv6_cidrs Ss?=
port_info S{0oOI!#1,0
encrypted_fingerprint s=
encrypted_private_key s=
private_key s=
public_key s?=
health_check_path s?
public_ports Ln=
lb_name s!
domain_validation_records S{0JK-=
cookie_duration n!
static_ip_name s!
load_balancer_name s!
policy_names Ss?
load_balancer_port n!
policy_attribute S{0OTL?#
policy_type_name s!
style s!
configuration L{0oaN!#1,1
intended_use s?
data_source_configuration L{0obg?#0,1
position_filtering s?
current_version n=
content s?
s3_location s?
definition L{0ogN?#
engine_type s!
application_version n!
deployment_id s=
start b!
apply_changes_during_maintenance_window b?
desired_capacity n!
high_availability_config L{0ojK?#
load_balancer_arn s=
mount_point s!
efs L{0ojP?#
fsx L{0ojP?#
storage_configuration L{0ojY?#
s3_destination L{0onF?#0,1
s3_destination L{0onF!#1,1
custom_data_identifier_ids Ls?=
initial_run b?
job_id s=
job_status s?=
job_type s!
comparator s?=
key s?=
values Ls?=
simple_criterion L{0ono?#0,1
value s?=
tag_values L{0on_?#
tag_criterion L{0oo8?#0,1
and L{0ooH?#
excludes L{0ooQ?#0,1
includes L{0ooQ?#0,1
bucket_criteria L{0ooV?#0,1
buckets Ls!
bucket_definitions L{0ooe?#
simple_scope_term L{0ono?#0,1
tag_scope_term L{0oon?#0,1
and L{0op2?#
excludes L{0opB?#0,1
includes L{0opB?#0,1
scoping L{0opG?#0,1
s3_job_definition L{0opP!#1,1
sampling_percentage n?=
daily_schedule b?
monthly_schedule n?=
weekly_schedule s?=
schedule_frequency L{0opc?#0,1
job_expires_at s
job_imminent_expiration_health_event_arn s
job_paused_at s
user_paused_details L{0opp=
ignore_words Ss?
keywords Ss?
maximum_match_distance n?=
eq Ss?
eq_exact_match Ss?
gt s?
gte s?
lt s?
lte s?
neq Ss?
criterion S{0ou4?#
finding_criteria L{0oub!#1,1
position n?=
administrator_account_id s!
invitation_id s=
administrator_account_id s=
invitation_disable_email_notification b?
invite b?=
invited_at s=
archive_state s=
retention_period s!
retention L{0oyz?#
retention_period s
retention_actual L{0oz2=
a_record s=
smtp_password_wo s?w
smtp_password_wo_version n?
ca_content s!
crl_content s?
trust_store L{0ozu?#
tls_auth_configuration L{0o-5?#
ingress_point_configuration L{0o-A?#
private_network_configuration L{0o-R?#
ip_type s!
public_network_configuration L{0o-W?#
network_configuration L{0o-b?#
rule_set_id s!
status_to_update s?
tls_policy s?=
traffic_policy_id s!
no_authentication L{02nO?#
authentication L{0o_t?#
server_port n!
last_modification_date s=
add_header L{0Syq?#
action_failure_policy s?
target_archive s!
archive L{0p0j?#
diagnostic_message s!
sender s!
smtp_reply_code s!
bounce L{0p0s?#
mailbox_arn s!
deliver_to_mailbox L{0p1J?#
deliver_to_q_business L{0p1W?#
drop L{02nO?#
invocation_type s!
retry_time_minutes n?
invoke_lambda L{0p1n?#
encoding s?
payload_type s?
publish_to_sns L{0p26?#
mail_from s?
relay s!
relay L{0p2R?#
replace_with Ls?
replace_recipient L{0p2e?#
send L{0p2j?#
write_to_s3 L{0p2s?#
action L{0p3B?#
analyzer s!
result_field s!
analysis L{0p3y?#
address_lists Ls!
attribute s!
is_in_address_list L{0p45?#
evaluate L{0p4E?#
boolean_expression L{0p4R?#
dmarc_expression L{0p4a?#
evaluate L{0p4j?#
ip_expression L{0p4o?#
number_expression L{0p4_?#
client_certificate_attribute s?
mime_header_attribute s?
evaluate L{0p5C?#
string_expression L{0p5T?#
evaluate L{0p5g?#
verdict_expression L{0p5p?#
condition L{0p60?#
unless L{0p60?#
rule L{0p6P?#
max_message_size_bytes n?
evaluate L{0p7F?#
boolean_expression L{0p7O?#
ipv6_expression L{0p4o?#
string_expression L{0p5p?#
tls_expression L{0p7X?#
condition L{0p7k?#
policy_statement L{0p83?#
original_route_table_id s=
concurrent_jobs n?=
pricing_plan s?
commitment s!
renewal_type s!
reserved_slots n!
reservation_plan_settings L{0p9d?#0,1
ingest_endpoints L{0pBA
hls_ingest L{0pBN=
egress_domain s=
resolution s!
cdi_input_specification L{0pEa?#0,1
channel_class s!
channel_id s=
media_package_settings S{0pEf?#
multiplex_id s!
program_name s!
multiplex_settings L{0pEk?#0,1
password_param s?
settings S{0pEt?#
destinations S{0pF8!#1,0
algorithm s?=
algorithm_control s?=
target_lkfs n?=
audio_normalization_settings L{0pFP?#0,1
audio_selector_name s!
audio_type s?=
audio_type_control s?=
cbet_check_digit_string s!
cbet_stepaside s!
csid s!
nielsen_cbet_settings L{0pFc?#0,1
nielsen_distribution_type s?=
check_digit_string s!
sid n!
nielsen_naes_ii_nw_settings L{0pFp?#
nielsen_watermarks_settings L{0pFy?#0,1
audio_watermark_settings L{0pG9?#0,1
bitrate n?=
coding_mode s?=
input_type s?=
rate_control_mode s?=
raw_format s?=
sample_rate n?=
spec s?=
vbr_quality s?=
aac_settings L{0pGE?#0,1
bitstream_mode s?=
dialnorm n?=
drc_profile s?=
lfe_filter s?=
metadata_control s?=
ac3_settings L{0pGp?#0,1
drc_line s?=
drc_rf s?=
height_trim n?=
surround_trim n?=
eac3_atmos_settings L{0pHG?#0,1
attenuation_control s?=
dc_filter s?=
lfe_control s?=
lo_ro_center_mix_level n?=
lo_ro_surround_mix_level n?=
lt_rt_center_mix_level n?=
lt_rt_surround_mix_level n?=
passthrough_control s?=
phase_control s?=
stereo_downmix s?=
surround_ex_mode s?=
surround_mode s?=
eac3_settings L{0pHj?#0,1
mp2_settings L{0pI-?#0,1
pass_through_settings L{02nO?#0,1
bit_depth n?=
wav_settings L{0pJB?#0,1
codec_settings L{0pJO?#0,1
language_code_control s?=
gain n!
input_channel n!
input_channel_levels S{0pJr!#1,0
output_channel n!
channel_mappings S{0pJ-!#1,0
channels_in n?=
channels_out n?=
remix_settings L{0pK7?#0,1
stream_name s?=
audio_descriptions S{0pKK?#
password_param s?=
avail_blanking_image L{0pL1?#0,1
avail_blanking L{0pLE?#0,1
accessibility s?
caption_selector_name s!
arib_destination_settings L{02nO?#0,1
alignment s?
background_color s?
background_opacity n?
font L{0pL1?#0,1
font_color s?
font_opacity n?
font_resolution n?
font_size s?
outline_color s!
outline_size n?
shadow_color s?
shadow_opacity n?
shadow_x_offset n?
shadow_y_offset n?
teletext_grid_control s!
x_position n?
y_position n?
burn_in_destination_settings L{0pLN?#0,1
font_size s?=
outline_color s?
teletext_grid_control s?
dvb_sub_destination_settings L{0pMS?#0,1
copyright_holder s?
fill_line_gap s?
font_family s?
style_control s?=
ebu_tt_d_destination_settings L{0pNX?#0,1
embedded_destination_settings L{02nO?#0,1
embedded_plus_scte20_destination_settings L{02nO?#0,1
rtmp_caption_info_destination_settings L{02nO?#0,1
scte20_plus_embedded_destination_settings L{02nO?#0,1
scte27_destination_settings L{02nO?#0,1
smpte_tt_destination_settings L{02nO?#0,1
teletext_destination_settings L{02nO?#0,1
style_control s!
ttml_destination_settings L{0pNo?#0,1
webvtt_destination_settings L{0pNo?#0,1
destination_settings L{0pNt?#0,1
language_description s?
caption_descriptions L{0pOi?#
initial_audio_gain n?
input_end_action s?
black_frame_msec n?
input_loss_image_color s?
input_loss_image_slate L{0pL1?#0,1
input_loss_image_type s?
repeat_frame_msec n?
input_loss_behavior L{0pP5?#0,1
output_locking_mode s?
output_timing_source s?
support_low_framerate_inputs s?
global_configuration L{0pPQ?#0,1
motion_graphics_insertion s?
html_motion_graphics_settings L{02nO?#0,1
motion_graphics_settings L{0pPp!#1,1
motion_graphics_configuration L{0pPu?#0,1
distributor_id s?
nielsen_pcm_to_id3_tagging s?
nielsen_configuration L{0pQ1?#0,1
archive_s3_settings L{0pQA?#0,1
archive_cdn_settings L{0pQF?#0,1
destination_ref_id s!
destination L{0pQK!#1,1
rollover_interval n?
archive_group_settings L{0pQP?#
frame_capture_s3_settings L{0pQA?#0,1
frame_capture_cdn_settings L{0pQc?#0,1
frame_capture_group_settings L{0pQh?#0,1
ad_markers Ls?=
base_url_content s?=
base_url_content1 s?=
base_url_manifest s?=
base_url_manifest1 s?=
caption_channel n!
language_description s!
caption_language_mappings S{0pQq?#0,4
caption_language_setting s?=
client_cache s?=
codec_specification s?=
constant_iv s?=
directory_structure s?=
discontinuity_tags s?=
encryption_type s?=
connection_retry_interval n?
filecache_duration n?
http_transfer_mode s?=
num_retries n?
restart_delay n?
salt s?=
token s?=
hls_akamai_settings L{0pR1?#0,1
hls_basic_put_settings L{0pRU?#0,1
media_store_storage_class s?=
hls_media_store_settings L{0pRl?#0,1
hls_s3_settings L{0pQA?#0,1
hls_webdav_settings L{0pS4?#0,1
hls_cdn_settings L{0pSP?#
hls_id3_segment_tagging s?=
iframe_only_playlists s?=
incomplete_segment_behavior s?=
index_n_segments n?=
input_loss_action s?=
iv_in_manifest s?=
iv_source s?=
keep_segments n?=
key_format s?=
key_format_versions s?=
key_provider_server L{0pL1?#0,1
static_key_value s!
static_key_settings L{0pSk?#
key_provider_settings L{0pSt?#0,1
manifest_compression s?=
manifest_duration_format s?=
min_segment_length n?=
output_selection s?=
program_date_time s?=
program_date_time_clock s?=
program_date_time_period n?=
redundant_manifest s?=
segment_length n?=
segments_per_subdirectory n?=
stream_inf_resolution s?=
timed_metadata_id3_frame s?=
timed_metadata_id3_period n?=
timestamp_delta_milliseconds n?=
ts_file_mode s?=
hls_group_settings L{0pSy?#0,1
media_package_group_settings L{0pVb?#0,1
acquisition_point_id s?=
audio_only_timecode_control s?=
certificate_mode s?=
connection_retry_interval n?=
event_id s?=
event_id_mode s?=
event_stop_behavior s?=
fragment_length n?=
segmentation_mode s?=
send_delay_ms n?=
sparse_track_type s?=
stream_manifest_behavior s?=
timestamp_offset s?=
timestamp_offset_mode s?=
ms_smooth_group_settings L{0pVg?#0,1
multiplex_group_settings L{02nO?#0,1
ad_markers Ls?
authentication_scheme s?=
cache_full_behavior s?=
cache_length n?=
caption_data s?=
rtmp_group_settings L{0pWt?#0,1
udp_group_settings L{0pXK?#0,1
output_group_settings L{0pXX!#1,1
audio_description_names Ss?
caption_description_names Ss?=
output_name s?
absent_input_audio_behavior s?=
arib s?
arib_captions_pid s?=
arib_captions_pid_control s?
audio_buffer_model s?
audio_frames_per_pes n?
audio_pids s?=
audio_stream_type s?
bitrate n?
buffer_model s?
cc_descriptor s?
network_id n!
network_name s!
rep_interval n?
dvb_nit_settings L{0pY2?#0,1
output_sdt s?
service_provider_name s?
dvb_sdt_settings L{0pYF?#0,1
dvb_sub_pids s?=
dvb_tdt_settings L{0pYW?#0,1
dvb_teletext_pid s?=
ebif s?
ebp_audio_interval s?
ebp_lookahead_ms n?
ebp_placement s?
ecm_pid s?
es_rate_in_pes s?
etv_platform_pid s?=
etv_signal_pid s?=
fragment_time n?
klv s?
klv_data_pids s?=
nielsen_id3_behavior s?
null_packet_bitrate n?
pat_interval n?
pcr_control s?
pcr_period n?
pcr_pid s?
pmt_interval n?
pmt_pid s?=
program_num n?
rate_mode s?
scte27_pids s?=
scte35_control s?
scte35_pid s?=
segmentation_markers s?
segmentation_style s?
segmentation_time n?
timed_metadata_behavior s?
timed_metadata_pid s?=
transport_stream_id n?
video_pid s?=
m2ts_settings L{0pYb?#0,1
raw_settings L{02nO?#0,1
container_settings L{0pbY?#0,1
extension s?
name_modifier s?
archive_output_settings L{0pbh?#0,1
name_modifier s?=
frame_capture_output_settings L{0pbu?#0,1
h265_packaging_type s?=
audio_group_id s?=
audio_only_image L{0pL1?#0,1
audio_track_type s?=
segment_type s?=
audio_only_hls_settings L{0pbz?#0,1
audio_rendition_sets s?=
nielsen_id3_behavior s?=
timed_metadata_behavior s?=
fmp4_hls_settings L{0pcE?#0,1
frame_capture_hls_settings L{02nO?#0,1
audio_frames_per_pes n?=
ecm_pid s?=
pat_interval n?=
pcr_control s?=
pcr_period n?=
pcr_pid s?=
pmt_interval n?=
program_num n?=
scte35_behavior s?=
transport_stream_id n?=
m3u8_settings L{0pcR!#1,1
standard_hls_settings L{0pdW?#0,1
hls_settings L{0pdf!#1,1
segment_modifier s?=
hls_output_settings L{0pdw?#0,1
media_package_output_settings L{02nO?#0,1
ms_smooth_output_settings L{0peB?#0,1
multiplex_output_settings L{0pVb?#0,1
num_retries n?=
rtmp_output_settings L{0peK?#0,1
buffer_msec n?=
container_settings L{0peb!#1,1
column_depth n?=
include_fec s?=
row_length n?=
fec_output_settings L{0peg?#0,1
udp_output_settings L{0pet?#0,1
output_settings L{0pf8!#1,1
video_description_name s?
outputs L{0pff!#1,0
output_groups L{0pf-!#1,0
sync_threshold n?=
timecode_config L{0pgB!#1,1
capture_interval n?=
capture_interval_units s?=
frame_capture_settings L{0pgK?#0,1
adaptive_quantization s?=
afd_signaling s?=
buf_fill_pct n?=
buf_size n?=
color_metadata s?=
entropy_encoding s?=
post_filter_sharpening s?
strength s?
temporal_filter_settings L{0pgT?#0,1
filter_settings L{0pgc?#0,1
fixed_afd s?=
flicker_aq s?=
force_field_pictures s?=
framerate_control s?=
framerate_denominator n?=
framerate_numerator n?=
gop_b_reference s?=
gop_closed_cadence n?=
gop_num_b_frames n?=
gop_size n?=
gop_size_units s?=
look_ahead_rate_control s?=
max_bitrate n?=
min_i_interval n?=
num_ref_frames n?=
par_control s?=
par_denominator n?=
par_numerator n?=
quality_level s?=
qvbr_quality_level n?=
scan_type s?=
scene_change_detect s?=
slices n?=
softness n?=
spatial_aq s?=
subgop_length s?=
syntax s?=
temporal_aq s?=
timecode_insertion s?=
h264_settings L{0pgh?#0,1
alternative_transfer_function s?=
bitrate n!
buf_size n?
color_space_passthrough_settings L{02nO?#0,1
dolby_vision81_settings L{02nO?#0,1
max_cll n?
max_fall n?
hdr10_settings L{0pjC?#0,1
rec601_settings L{02nO?#0,1
rec709_settings L{02nO?#0,1
color_space_settings L{0pjL?#0,1
framerate_denominator n!
framerate_numerator n!
gop_closed_cadence n?
gop_size n?
max_bitrate n?
min_i_interval n?
min_qp n?
mv_over_picture_boundaries s?=
mv_temporal_predictor s?=
par_denominator n?
par_numerator n?
qvbr_quality_level n?
slices n?
tile_height n?
tile_padding s?=
tile_width n?
prefix s?=
timecode_burnin_font_size s?=
timecode_burnin_position s?=
timecode_burnin_settings L{0pjg?#0,1
treeblock_size s?=
h265_settings L{0pjt?#0,1
codec_settings L{0pmC?#0,1
height n?=
respond_to_afd s?=
scaling_behavior s?=
sharpness n?=
width n?=
video_descriptions L{0pmP?#
encoder_settings L{0pms!#1,1
error_clear_time_msec n?
audio_silence_threshold_msec n?
audio_silence_settings L{0pnR?#0,1
input_loss_threshold_msec n?
input_loss_settings L{0pna?#0,1
black_detect_threshold n?
video_black_threshold_msec n?
video_black_settings L{0pnf?#0,1
failover_condition_settings L{0pno?#0,1
failover_condition S{0pn_?#
input_preference s?
secondary_input_id s!
automatic_input_failover_settings L{0po4?#0,1
input_attachment_name s!
input_id s!
audio_hls_rendition_selection L{0poL?#0,1
language_selection_policy s?
audio_language_selection L{0poU?#0,1
pid n!
audio_pid_selection L{0pod?#0,1
program_selection s!
dolby_e_decode L{0poi?#0,1
track n!
tracks S{0pon!#1,0
audio_track_selection L{0pos?#0,1
selector_settings L{0po_?#0,1
audio_selector L{0ppG?#
source_ancillary_channel_number n?
ancillary_source_settings L{0ppP?#0,1
arib_source_settings L{02nO?#0,1
ocr_language s?
pid n?
dvb_sub_source_settings L{0ppU?#0,1
convert_608_to_708 s?
scte20_detection s?
source_608_channel_number n?
embedded_source_settings L{0ppd?#0,1
scte20_source_settings L{0ppq?#0,1
scte27_source_settings L{0ppU?#0,1
height n!
left_offset n!
top_offset n!
width n!
output_rectangle L{0ppz?#0,1
page_number s?
teletext_source_settings L{0pqE?#0,1
selector_settings L{0pqN?#0,1
caption_selector L{0pqq?#
deblock_filter s?
denoise_filter s?
filter_strength n?
input_filter s?=
bandwidth n?
buffer_segments n?
retries n?
retry_interval n?
scte35_source s?
hls_input_settings L{0pr1?#0,1
server_validation s?
network_input_settings L{0prM?#0,1
scte35_pid n?
smpte2038_data_preference s?
source_end_behavior s?
color_space s?
color_space_usage s?
video_selector L{0prV?#0,1
input_settings L{0pre?#0,1
input_attachments S{0psL!#1,0
codec s!
input_resolution s!
maximum_bitrate s!
input_specification L{0psc!#1,1
maintenance_day s!
maintenance_start_time s!
maintenance L{0psp?#0,1
start_channel b?
public_address_allocation_ids Ls!
vpc L{0psy?#0,1
destinations S{0Lsc?#
input_devices S{0NvF?#
input_security_groups Ls?
flow_arn s!
media_connect_flows S{0pvd?#
password_param s!
sources S{0pvi?#
vpc L{0pvv?#0,1
inputs Ls=
whitelist_rules S{0pyO!#1,0
maximum_video_buffer_delay_milliseconds n?=
transport_stream_bitrate n!
transport_stream_id n!
transport_stream_reserved_bitrate n?=
multiplex_settings L{0pzR?#0,1
start_multiplex b?
preferred_channel_pipeline s!
program_number n!
service_descriptor L{0p-w?#
constant_bitrate n?=
maximum_bitrate n?=
minimum_bitrate n?=
statmux_settings L{0p_3?#
video_settings L{0p_G?#
multiplex_program_settings L{0p_P?#
user_names Ss?
acl_name s!
data_tiering b?
multi_region_cluster_name s?
num_replicas_per_shard n?
num_shards n?
tls_enabled b?
multi_region_cluster_name s=
multi_region_cluster_name_suffix s!
multi_region_parameter_group_name s?=
num_shards n?=
tls_enabled b?=
authentication_mode L{0f3A!#1,1
authentication_strategy s?=
broker_name s!
revision n?=
configuration L{0qEx?#0,1
data_replication_mode s?=
data_replication_primary_broker_arn s?
deployment_mode s?
use_aws_owned_key b?
encryption_options L{0qF4?#0,1
engine_version s!
host_instance_type s!
hosts Ls?
role_base s?
role_search_matching s?
role_search_subtree b?
service_account_password s?*
service_account_username s?
user_base s?
user_role_name s?
user_search_matching s?
user_search_subtree b?
ldap_server_metadata L{0qFD?#0,1
audit s?
general b?
logs L{0qFw?#0,1
time_of_day s!
maintenance_window_start_time L{0qG3?#0,1
pending_data_replication_mode s=
console_access b?
replication_user b?
user S{0qGG!#1,0
user S{0qGG?#
resource_share_arns Ss?
data s!
destination_type s=
append_only b!
catalog_arn s?
warehouse_location s?
catalog L{0qQ0?#
compression_type s?=
data_freshness_in_seconds n?=
dead_letter_queue_s3 L{0qQ9?#
destination_database_name s?
destination_table_name s?
partition_strategy s!
source L{0qQM?#
partition_spec L{0qQR?#
destination_table L{0qQa?#
enable_schema_evolution b?
schema_evolution L{0qQn?#
service_execution_role_arn s!
enable_table_creation b?
table_creation L{0qQs?#
iceberg_destination L{0qQx?#
cloudwatch_logs L{0qRW?#
delivery_stream s?
firehose L{0qRf?#
s3 L{0qRo?#
logging_info L{0qR_?#
compression_type s!
output_key_template s?
output_prefix s?
storage_class s!
storage L{0qSC?#
s3_destination L{0qSb?#
value_converter s!
record_converter L{0qSs?#
gsr_arn s!
record_schema L{0qSx?#
topic_configuration L{0qT0?#
az_distribution s?
client_subnets Ss!
public_access L{0qU2?#0,1
iam b?=
scram b?=
sasl L{0qU7?#0,1
tls b?=
client_authentication L{0qUG?#0,1
vpc_connectivity L{0qUP?#0,1
connectivity_info L{0qUU?#0,1
volume_throughput n?
provisioned_throughput L{0qUd?#0,1
ebs_storage_info L{0qUm?#0,1
storage_info L{0qUv?#0,1
broker_node_group_info L{0qU-!#1,1
iam b?
scram b?
sasl L{0qVN?#0,1
certificate_authority_arns Ss?
tls L{0qVW?#0,1
unauthenticated b?
client_authentication L{0qVb?#0,1
revision n!
configuration_info L{0qVo?#0,1
current_version s=
encryption_at_rest_kms_key_arn s?=
client_broker s?
in_cluster b?
encryption_in_transit L{0qVx?#0,1
encryption_info L{0qW4?#0,1
enhanced_monitoring s?
kafka_version s!
cloudwatch_logs L{0qRW?#0,1
firehose L{0qRf?#0,1
s3 L{0qRo?#0,1
broker_logs L{0qWD!#1,1
logging_info L{0qWQ?#0,1
number_of_broker_nodes n!
enabled_in_broker b!
jmx_exporter L{0qWV?#0,1
node_exporter L{0qWV?#0,1
prometheus L{0qWa!#1,1
open_monitoring L{0qWj?#0,1
storage_mode s?=
rebalancing L{0Y_F?#0,1
connectivity_info L{0qai?#0,1
broker_node_group_info L{0qav!#1,1
kafka_versions Ss?
server_properties s!
amazon_msk_cluster L{0qhC!#1,1
security_groups_ids Ss?
vpc_config L{0qhH!#1,1
kafka_cluster L{0qhQ!#2,2
consumer_groups_to_exclude Ss?
consumer_groups_to_replicate Ss!
detect_and_copy_new_consumer_groups b?
synchronise_consumer_group_offsets b?
consumer_group_replication L{0qhZ!#1,0
source_kafka_cluster_alias s=
source_kafka_cluster_arn s!
target_compression_type s!
target_kafka_cluster_alias s=
target_kafka_cluster_arn s!
copy_access_control_lists_for_topics b?
copy_topic_configurations b?
detect_and_copy_new_topics b?
starting_position L{0MMR?#0,1
topic_name_configuration L{0MMR?#0,1
topics_to_exclude Ss?
topics_to_replicate Ss!
topic_replication L{0qhq!#1,0
replication_info_list L{0qiH!#1,1
replicator_name s!
consumer_groups_to_exclude Ss?=
consumer_group_replication L{0qjR!#1,0
topics_to_exclude Ss?=
topic_replication L{0qji!#1,0
replication_info_list L{0qk9!#1,1
replicator_log_delivery L{0qWD?#0,1
log_delivery L{0qlN?#0,1
consumer_group_offset_sync_mode s?=
consumer_group_replication L{0qmH!#1,0
replication_info_list L{0qmc!#1,1
amazon_msk_cluster L{0qhC?#0,1
apache_kafka_cluster_id s!
bootstrap_broker_string s!
apache_kafka_cluster L{0qnu?#0,1
mtls L{0QPD?#0,1
mechanism s!
sasl_scram L{0qo1?#0,1
client_authentication L{0qoA?#0,1
root_ca_certificate s!
encryption_in_transit L{0qoJ?#0,1
vpc_config L{0qhH?#0,1
kafka_cluster L{0qoO!#2,2
source_kafka_cluster_arn s?
source_kafka_cluster_id s?
target_kafka_cluster_arn s?
target_kafka_cluster_id s?
replication_info_list L{0qoj!#1,1
secret_arn_list Ss!
iam L{0QP8!#1,1
sasl L{0qqb!#1,1
client_authentication L{0qqg!#1,1
vpc_config L{0qql!#1,0
configs s?
configs_actual s=
partition_count n!
target_cluster_arn s!
max_worker_count n!
mcu_count n?
min_worker_count n!
cpu_utilization_percentage n?=
scale_in_policy L{0quV?#0,1
scale_out_policy L{0quV?#0,1
autoscaling L{0qua?#0,1
provisioned_capacity L{0quv?#0,1
capacity L{0qv2!#1,1
connector_configuration Ms!
bootstrap_servers s!
vpc L{0QC0!#1,1
apache_kafka_cluster L{0qvB!#1,1
kafka_cluster L{0qvK!#1,1
kafka_cluster_client_authentication L{0qvP!#1,1
kafka_cluster_encryption_in_transit L{0qvU!#1,1
kafkaconnect_version s!
worker_log_delivery L{0qWD!#1,1
log_delivery L{0qvZ?#0,1
custom_plugin L{0qVo!#1,1
plugin S{0qve!#1,0
worker_configuration L{0qVo?#0,1
s3 L{0lfS!#1,1
location L{0qy3!#1,1
properties_file_content s!
airflow_configuration_options Ms?*
airflow_version s?=
dag_s3_path s!
database_vpc_endpoint_service s=
endpoint_management s?=
environment_class s?=
error_code s
error_message s
error L{0q-q
last_updated L{0q-z=
cloud_watch_log_group_arn s=
dag_processing_logs L{0q_A?#0,1
scheduler_logs L{0q_A?#0,1
task_logs L{0q_A?#0,1
webserver_logs L{0q_A?#0,1
worker_logs L{0q_A?#0,1
logging_configuration L{0q_N?#0,1
max_webservers n?=
max_workers n?=
min_webservers n?=
min_workers n?=
network_configuration L{0P1Q!#1,1
plugins_s3_object_version s?=
plugins_s3_path s?
requirements_s3_object_version s?=
requirements_s3_path s?
schedulers n?=
source_bucket_arn s!
startup_script_s3_object_version s?=
startup_script_s3_path s?
webserver_access_mode s?=
webserver_url s=
webserver_vpc_endpoint_service s=
weekly_maintenance_window_start s?=
worker_replacement_strategy s?=
connectivity_type s?
secondary_allocation_ids Ss?
secondary_private_ip_address_count n?=
secondary_private_ip_addresses Ss?=
availability_mode s?=
allocation_ids Ss?
availability_zone_address S{0r5F?#
regional_nat_gateway_auto_mode s=
secondary_allocation_ids Ss?=
nat_gateway_id s!
allow_major_version_upgrade b?=
enable_cloudwatch_logs_exports Ss?
iam_roles Ss?
neptune_cluster_parameter_group_name s?=
neptune_instance_parameter_group_name s?
neptune_subnet_group_name s?=
replication_source_identifier s?
min_capacity n?
serverless_v2_scaling_configuration L{0r7E?#0,1
cluster_endpoint_identifier s!
excluded_members Ss?
static_members Ss?
neptune_parameter_group_name s?=
graph_name s?=
graph_name_prefix s?
kms_key_identifier s?=
provisioned_memory n!
public_connectivity b?=
replica_count n?=
vector_search_dimension n?
vector_search_configuration L{0rLo?#
graph_identifier s!
private_graph_endpoint_identifier s=
vpc_endpoint_id s=
icmp_code n
icmp_type n
rule_no n
egress S{0rOE?=
ingress S{0rOE?=
network_acl_id s!
egress b?
attachment_id s=
attachment S{0rS5?#
interface_type s?=
ipv4_prefix_count n?=
ipv4_prefixes Ss?=
ipv6_address_list Ls?=
ipv6_address_list_enabled b?
ipv6_addresses Ss?=
ipv6_prefix_count n?=
ipv6_prefixes Ss?=
private_ip_list Ls?=
private_ip_list_enabled b?
private_ips Ss?=
private_ips_count n?=
network_card_index n?=
attachment S{0rU3?#
tcp_established_timeout n?=
udp_stream_timeout n?=
udp_timeout n?=
connection_tracking_specification L{0rY2?#0,1
aws_account_id s!
network_interface_permission_id s=
security_group_id s!
container_association_arn s=
container_association_name s!
attribute_filter L{06SN?#
container_monitoring_configuration L{0rcQ?#
resolved_cidr_count n=
delete_protection b?
enabled_analysis_types Ss?
encryption_configuration L{0rdG?#0,1
firewall_policy_arn s!
firewall_policy_change_protection b?
attachment L{0rdP
sync_states S{0rdY
firewall_status L{0rdh=
subnet_change_protection b?
subnet_mapping S{0rdm!#1,0
availability_zone_change_protection b?
availability_zone_mapping S{0re-?#
transit_gateway_attachment_sync_states L{0rf3
firewall_status L{0rf8=
subnet_mapping S{0rdm?#
definition Ss!
ip_set L{0rgg!#1,1
rule_variables S{0rgl?#
policy_variables L{0rgu?#0,1
stateful_default_actions Ss?
tcp_idle_timeout_seconds n?
flow_timeouts L{0rgz?#0,1
rule_order s?
stream_exception_policy s?
stateful_engine_options L{0rh2?#0,1
override L{0U-s?#0,1
stateful_rule_group_reference S{0rhF?#
dimension S{0neH!#1,0
publish_metric_action L{0rhS!#1,1
action_definition L{0rhX!#1,1
action_name s!
stateless_custom_action S{0rhc?#
stateless_default_actions Ss!
stateless_fragment_default_actions Ss!
stateless_rule_group_reference S{0rhl?#
tls_inspection_configuration_arn s?
firewall_policy L{0rhu!#1,1
deep_threat_inspection s?=
stateful_rule_group_reference S{0rj2?#
firewall_policy L{0rjJ!#1,1
enable_tls_session_holding b?=
firewall_policy L{0rkX!#1,1
firewall_arn s!
log_destination Ms!
log_destination_type s!
log_destination_config S{0rm0!#1,3
logging_configuration L{0rmD!#1,1
enable_monitoring_dashboard b?=
capacity n!
reference_arn s!
ip_set_reference L{0rmq!#1,0
ip_set_references S{0rmv?#0,5
reference_sets L{0rn2?#0,1
ip_sets S{0rgl?#
port_set L{0rgg!#1,1
port_sets S{0rn7?#
rule_variables L{0rnG?#0,1
generated_rules_type s!
target_types Ss!
rules_source_list L{0rnP?#0,1
rules_string s?
destination_port s!
source_port s!
header L{0rnc!#1,1
keyword s!
settings Ss?
rule_option S{0rn_!#1,0
stateful_rule L{0ro8?#
custom_action S{0rhc?#
address_definition s!
destination S{0roL?#
destination_port S{0roQ?#
protocols Sn?
source S{0roL?#
source_port S{0roQ?#
flags Ss!
masks Ss?
tcp_flag S{0roZ?#
match_attributes L{0roi!#1,1
rule_definition L{0rp5!#1,1
stateless_rule S{0rpE!#1,0
stateless_rules_and_custom_actions L{0rpN?#0,1
rules_source L{0rpW!#1,1
rule_order s!
stateful_rule_options L{0rpn?#0,1
rule_group L{0rps?#0,1
rules s?
certificate_serial s
certificate_authority L{0rrj=
certificates L{0rrj=
encryption_configuration L{0BT-?=
number_of_associations n=
revoked_status_action s?
unknown_status_action s?
check_certificate_revocation_status L{0rr-?#
destination L{0roL?#
destination_ports L{0rs7?#
protocols Sn!
source L{0roL?#
source_ports L{0rs7?#
scope L{0rsG?#
server_certificate L{0rsb?#
server_certificate_configuration L{0rsg?#
tls_inspection_configuration L{0rsx?#
tls_inspection_configuration_id s=
subnet_mapping L{0rdm?#
vpc_endpoint_association_arn s=
vpc_endpoint_association_id s=
association_sync_state S{0BWT
vpc_endpoint_association_status L{0rus=
local_resource S{0OPo?#
monitor_arn s=
remote_resource S{0OPo?#
scope_arn s!
scope_arn s=
scope_id s=
target_id L{0rwD?#
target_identifier L{0rwI?#
target S{0rwR?#
attachment_id s!
attachment_policy_rule_number n=
attachment_type s!
core_network_id s=
edge_location s=
edge_locations Ls=
segment_name s=
routing_policy_label s!
attachment_type s=
options L{0ry3!#1,1
routing_policy_label s?
peer_asn n?
bgp_options L{0r-M?#0,1
core_network_address s
core_network_asn n
peer_address s
peer_asn n
bgp_configurations L{0r-R
inside_cidr_blocks Ss
configuration L{0r-i=
connect_attachment_id s!
connect_peer_id s=
core_network_address s?
subnet_arn s?
peer_asn n?=
bgp_options L{0s06?#0,1
peer_asn s?=
bgp_options L{0s1G?#0,1
peer_asn s
bgp_configurations L{0s1L
configuration L{0s1c=
connected_device_id s!
connected_link_id s?
link_id s?
base_policy_document s?
base_policy_region s?-
base_policy_regions Ss?
create_base_policy b?
customer_gateway_arn s!
zone s?
aws_location L{0s6H?#0,1
location L{0s6Q?#0,1
model s?
serial_number s?
direct_connect_gateway_arn s!
edge_locations Ls!
download_speed n?
upload_speed n?
bandwidth L{0s9l!#1,1
prefix_list_alias s!
prefix_list_arn s!
vpn_connection_arn s!
transit_gateway_connect_peer_arn s!
peering_type s=
transit_gateway_arn s!
transit_gateway_peering_attachment_id s=
peering_id s!
transit_gateway_route_table_arn s!
appliance_mode_support b?
ipv6_support b?
options L{0sHB?#0,1
subnet_arns Ss!
vpc_arn s!
appliance_mode_support b?=
dns_support b?=
ipv6_support b?=
security_group_referencing_support b?=
options L{0sIP?#0,1
aggregation_period n?=
packet_size n?=
probe_id s=
notification_configuration_arn s!
regions Ss!
contact_identifier s!
managed_notification_configuration_arn s!
managed_notification_arn s!
aggregation_duration s?=
notification_hub_region s!
organizational_unit_id s!
label_template s!
log_group_configuration L{0sPP?#0,1
metric_configuration L{0sPP?#0,1
link_configuration L{0sPU?#0,1
account s!
backup_configuration L{0sT1?#
encryption_conflict_resolution_strategy s?
logs_encryption_configuration L{0sTA?#
destination_logs_configuration L{0sTN?#
destination L{0sTW?#
encrypted_log_group_strategy s!
log_group_selection_criteria s!=
source_logs_configuration L{0sTj?#
source L{0sTs?#
rule L{0sU3?#
rule_arn s=
log_group_name_pattern s!
log_group_name_configuration L{0sUf?#
destination_logs_configuration L{0sUk?#
destination L{0sUx?#
data_source_selection_criteria s?=
log_group_selection_criteria s?=
source_logs_configuration L{0sV8?#
source L{0sVL?#
rule L{0sVY?#
backup_configuration L{0sW8?#
destination_metrics_configuration L{0sWD?#
destination L{0sWI?#
metrics_selection_criteria s!
source_metrics_configuration L{0sWZ?#
source L{0sWe?#
rule L{0sWv?#
encryption_scope s?=
logs_encryption_configuration L{0sXV?#
destination_role_arn s!
tag_conflict_resolution_strategy s?
tag_propagation_configuration L{0sXm?#
destination_logs_configuration L{0sXv?#
destination L{0sYA?#
rule L{0sYR?#
tag_propagation_failure_reason s=
tag_propagation_status s=
destination_table_bucket_arn s=
sse_algorithm s!
encryption L{0sZ9?#
aws_resource_explorer_managed_view_arn s=
configuration L{0sbN?#
allow_field_updates b?
field_selectors L{0TM8?#
advanced_event_selectors L{0sbv?#
cloudtrail_parameters L{0sc2?#
destination_pattern s?
field_delimiter s?
elb_load_balancer_logging_parameters L{0sc7?#
log_types Ls?
log_delivery_parameters L{0scG?#
msk_monitoring_parameters L{0scL?#
log_format s?
vpc_flow_log_parameters L{0scQ?#
default_behavior s?
behavior s?
action_condition L{0scd?#
label_name s?
label_name_condition L{0sci?#
conditions L{0scn?#
requirement s?
filters L{0scw?#
logging_filter L{0sd7?#
query_string s?
single_header L{0OqO?#
uri_path s?
redacted_fields L{0sdG?#
waf_logging_parameters L{0sdX?#
destination_configuration L{0sdk?#
telemetry_source_types Ls?=
telemetry_type s!
rule L{0seJ?#
admin_password s?
external_id_type s!
customer_managed_aws_secret L{0sfL?#
admin_password_source L{0sfY?#
admin_password_wo s?w
admin_password_wo_version n?
allowlisted_ips Ls?=
auto_refresh_frequency_in_seconds n?=
auto_refresh_point_lag_in_seconds n?=
autonomous_maintenance_schedule_type s?=
backup_retention_period_in_days n?=
byol_compute_count_limit n?=
character_set s?=
compute_count n?=
cpu_core_count n?=
customer_contacts_to_send_to_oci L{0sfd?#
data_storage_size_in_gbs n?=
data_storage_size_in_tbs n?=
database_edition s?=
is_enabled b?=
max_idle_time_in_minutes n?=
db_tools_details L{0sfi?#
db_version s?=
db_workload s?=
encryption_key_provider s?=
is_auto_scaling_enabled b?=
is_auto_scaling_for_storage_enabled b?=
is_backup_retention_locked b?=
is_local_data_guard_enabled b?=
is_mtls_connection_required b?=
is_refreshable_clone b?=
local_adg_auto_failover_max_data_loss_limit n?=
is_disabled b?=
repeat_cadence s?=
retention_period_in_days n?=
time_of_backup s?=
long_term_backup_schedule L{0sfz?#
ncharacter_set s?=
odb_network_id s?=
open_mode s?=
permission_level s?=
private_endpoint_ip s?=
private_endpoint_label s?=
refreshable_mode s?=
resource_pool_leader_id s?=
available_compute_capacity n=
available_storage_capacity_in_tbs n=
pool_size n?=
pool_storage_size_in_tbs n?=
total_compute_capacity n=
resource_pool_summary L{0sgE?#
scheduled_start_time s?=
scheduled_stop_time s?=
scheduled_operations L{0sgd?#
source s?
auto_refresh_frequency_in_seconds n?
auto_refresh_point_lag_in_seconds n?
clone_type s?
open_mode s?
refreshable_mode s?
source_autonomous_database_id s!
time_of_auto_refresh_start s?
clone_to_refreshable L{0sgq?#
source_autonomous_database_arn s!
cross_region_data_guard L{0shH?#
is_replicate_automatic_backups b?
remote_disaster_recovery_type s!
cross_region_disaster_recovery L{0shM?#
clone_type s!
database_clone L{0shZ?#
clone_table_space_list Ln?
timestamp s?
use_latest_available_backup_timestamp b?
point_in_time_restore L{0shi?#
autonomous_database_backup_id s!
restore_from_backup L{0si1?#
source_configuration L{0siE?#
standby_allowlisted_ips Ls?=
standby_allowlisted_ips_source s?=
time_of_auto_refresh_start s?=
tts_bundle_url s?
transportable_tablespace L{0sid?#
autonomous_data_storage_size_in_tbs n!
cloud_exadata_infrastructure_id s!=
cpu_core_count_per_node n!
db_servers Ss!
is_mtls_enabled_vm_cluster b?=
days_of_week S{0U_r?#
hours_of_day Sn?
lead_time_in_weeks n?
months S{0U_r?#
preference s!
weeks_of_month Sn?
maintenance_window L{0snk?#
memory_per_oracle_compute_unit_in_gbs n!
odb_network_id s!=
scan_listener_port_non_tls n!
scan_listener_port_tls n!
total_container_databases n!
cloud_exadata_infrastructure_arn s?=
cloud_exadata_infrastructure_id s?=
customer_contacts_to_send_to_oci S{0suv?#
database_server_type s?
custom_action_timeout_in_mins n!
days_of_week S{01tS?=
hours_of_day Sn?=
is_custom_action_timeout_enabled b!
lead_time_in_weeks n?=
months S{01tS?=
patching_mode s!
weeks_of_month Sn?=
maintenance_window L{0su-?#
shape s!
storage_count n?=
storage_server_type s?
cluster_name s?=
cpu_core_count n!
is_diagnostics_events_enabled b!
is_health_monitoring_enabled b!
is_incident_logs_enabled b!
data_collection_options L{0syC?#
data_storage_size_in_tbs n!
db_node_storage_size_in_gbs n?=
gi_version s!
gi_version_computed s=
hostname_prefix s!
is_local_backup_enabled b?=
is_sparse_diskgroup_enabled b?=
memory_size_in_gbs n?=
scan_listener_port_tcp n?=
ssh_public_keys Ss!
aws_integration s!
backup_subnet_cidr s!
client_subnet_cidr s!
custom_domain_name s?
default_dns_prefix s?
delete_associated_resources b?=
managed_s3_backup_access L{0s_x
managed_service_ipv4_cidrs Ss
s3_access L{0t04
zero_etl_access L{0CQ5
managed_services L{0t0L=
s3_access s!
s3_policy_document s?
zero_etl_access s!
kms_access s?=
kms_policy_document s?
kms_access L{0t2d
sts_access L{0t2u
managed_services L{0t39=
sts_access s?=
sts_policy_document s?
cross_region_s3_restore_sources_access Ss?=
cross_region_s3_restore_sources_access L{0t5p
managed_services L{0t60=
peer_network_id s!
peer_network_cidrs Ss?=
app_config S{0cf3?#
data_source_arn s?
data_source_description s?
data_source S{0tE6?#
iam_identity_center_application_arn s=
iam_identity_center_instance_arn s?
iam_role_for_identity_center_application_arn s?
iam_identity_center_options L{0tEF?#
authorized_principal L{0tFH=
anonymous_auth_enabled b?=
advanced_security_options L{0tFu?#0,1
use_off_peak_window b?
auto_tune_options L{0tG9?#0,1
multi_az_with_standby_enabled b?
node_config L{0tGQ?#0,1
node_options L{0tGd?#
cluster_config L{0tGm?#0,1
hours n?=
minutes n?=
window_start_time L{0tHb?#0,1
off_peak_window L{0tHk?#0,1
off_peak_window_options L{0tHp?#0,1
auto_software_update_enabled b?=
software_update_options L{0tHy?#0,1
desired_state s?=
natural_language_query_generation_options L{0tJw?#0,1
s3_vectors_engine L{0SSz?#0,1
aiml_options L{0tJ_?#0,1
enabled_api_access b?
roles_key s?=
subject_key s?=
identity_center_options L{0tK8?#0,1
serverless_vector_acceleration L{0SSz?#0,1
aiml_options L{0tMQ?#0,1
jwt_options L{0tOe?#0,1
advanced_security_options L{0tOv?#0,1
deployment_strategy s!
deployment_strategy_options L{0tPE?#0,1
jwks_url s?
jwt_options L{0tRO?#0,1
advanced_security_options L{0tRj?#0,1
accept_connection b?
connection_alias s!
connection_mode s?=
skip_unavailable s?
cross_cluster_search L{0tUj?#0,1
connection_properties L{0tUo?#0,1
owner_id s!
local_domain_info L{0tUx!#1,1
remote_domain_info L{0tUx!#1,1
available_package_version s=
package_description s?
package_id s=
package_name s!
package_source L{0tWM!#1,1
package_type s!
engine_version s?
package_id s!
reference_path s=
standby_replicas s?=
collection_group_name s?
aws_owned_key b
encryption_config L{0tah?=
serverless_vector_acceleration s
vector_options L{0tbn?=
capacity_limits L{0Coz?=
standby_replicas s!
generation s?=
group_attribute s?
metadata s!
user_attribute s?
saml_options {0teD?#
saml_options L{0teD?#
iam_federation_options L{0tfK?#
group_attribute s?=
user_attribute s?=
iam_identity_center_options L{0tfT?#
revision s?
ssh_key s?*
app_source L{0th5?#
auto_bundle_on_deploy s?
aws_flow_ruby_settings s?
data_source_database_name s?
document_root s?
domains Ls?
enable_ssl b?
secure b?
environment S{0thU?#
rails_env s?
chain s?
ssl_configuration L{0thh?#
stack_id s!
auto_assign_elastic_ips b?
auto_assign_public_ips b?
auto_healing b?
batch_count n?
buffer_duration n?
datetime_format s?
file s!
file_fingerprint_lines s?
initial_position s?
multiline_start_pattern s?
time_zone s?
log_streams L{0tj1?#
cloudwatch_configuration L{0tjk?#0,1
custom_configure_recipes Ls?
custom_deploy_recipes Ls?
custom_instance_profile_arn s?
custom_json s?
custom_security_group_ids Ss?
custom_setup_recipes Ls?
custom_shutdown_recipes Ls?
custom_undeploy_recipes Ls?
drain_elb_on_shutdown b?
number_of_disks n!
raid_level s?
ebs_volume S{0tjt?#
elastic_load_balancer s?
install_updates_on_boot b?
instance_shutdown_timeout n?
cpu_threshold n?
ignore_metrics_time n?
load_threshold n?
memory_threshold n?
thresholds_wait_time n?
downscaling L{0tkK?#0,1
upscaling L{0tkK?#0,1
load_based_auto_scaling L{0tkn?#0,1
short_name s!
system_packages Ss?
use_ebs_optimized_instances b?
ecs_cluster_arn s!
healthcheck_method s?
healthcheck_url s?
stats_enabled b?
stats_password s!
stats_url s?
stats_user s?
agent_version s?
ami_id s?=
auto_scaling_type s?
created_at s?=
delete_ebs b?
delete_eip b?
ebs_block_device S{0tsE?#
ec2_instance_id s=
ecs_cluster_arn s?=
elastic_ip s?=
hostname s?=
infrastructure_class s?=
instance_profile_arn s?=
last_service_error_id s=
layer_ids Ls!
os s?=
registered_by s=
reported_agent_version s=
reported_os_family s=
reported_os_name s=
reported_os_version s=
root_block_device S{0tsd?#
root_device_type s?=
root_device_volume_id s=
ssh_host_dsa_key_fingerprint s=
ssh_host_rsa_key_fingerprint s=
ssh_key_name s?=
virtualization_type s?=
app_server s?
app_server_version s?
jvm_options s?
jvm_type s?
jvm_version s?
allocated_memory n?
root_password s?
root_password_on_all_instances b?
nodejs_version s?
allow_ssh b?=
allow_sudo b?=
bundler_version s?
manage_bundler b?
passenger_version s?
ruby_version s?
rubygems_version s?
db_password s!*
rds_db_instance_arn s!
berkshelf_version s?
color s?
configuration_manager_name s?
configuration_manager_version s?
custom_cookbooks_source L{0u5L?#0,1
default_availability_zone s?=
default_instance_profile_arn s!
default_os s?
default_root_device_type s?
default_ssh_key_name s?
default_subnet_id s?=
hostname_theme s?
manage_berkshelf b?
stack_endpoint s=
use_custom_cookbooks b?
use_opsworks_security_groups b?
allow_self_management b?
ssh_public_key s?
ssh_username s!
close_on_deletion b?
create_govcloud b?
govcloud_id s=
iam_user_access_to_billing s?
parent_id s?=
date_enabled s=
service_principal s!
delegation_enabled_date s=
aws_service_access_principals Ss?
enabled_policy_types Ss?
feature_set s?
accounts L{0uC_=
persistent_buffer_enabled b!
buffer_options L{0uEu?#
encryption_at_rest_options L{0JcN?#
ingest_endpoint_urls Ss=
cloudwatch_log_destination L{02mt?#
is_logging_enabled b?
log_publishing_options L{0uEz?#
max_units n!
min_units n!
pipeline_arn s=
pipeline_configuration_body s!
pipeline_name s!
vpc_endpoint_management s?
vpc_options L{0uF6?#
pipeline_role_arn s?=
pipeline_arn s!
vpc_options L{0uIA?#
capacity_task_id s=
completion_date s=
count n!
instance_pool L{0uIm?#
instances Ss!
instances_to_exclude L{0uIv?#
order_id s?=
outpost_identifier s!
task_action_on_blocking_instances s?=
deletion_window_in_days n?=
exportable b!
key_class s!
decrypt b?=
derive_key b?=
encrypt b?=
generate b?=
no_restrictions b?=
sign b?=
unwrap b?=
verify b?=
wrap b?=
key_modes_of_use {0uJp?#
key_usage s!
key_attributes {0uKO?#
key_check_value s=
key_check_value_algorithm s?=
key_origin s=
key_modes_of_use L{0uJp?#
key_attributes L{0uLU?#
client_id s!*
bundle_id s?*
certificate s?*
default_authentication_method s?
team_id s?*
token_key s?*
token_key_id s?*
lambda_function_name s?
web_url s?
campaign_hook L{0uPA?#0,1
daily n?
maximum_duration n?
messages_per_second n?
total n?
limits L{0uPN?#0,1
end s?
start s?
quiet_time L{0uPe?#0,1
from_address s!
identity s!
messages_per_second n=
orchestration_sending_role_arn s?
default_substitutions s?
header L{0OTL?#
html_part s?
recommender_id s?
text_part s?
email_template L{0uT3?#
destination_stream_arn s!
api_key s?*
service_json s?*
promotional_messages_per_second n=
sender_id s?
short_code s?
transactional_messages_per_second n=
default_message_type s?
default_sender_id s?
cloudwatch_logs_destination L{0uXc?#
configuration_set_arn s=
event_destination_name s!
delivery_stream_arn s!
kinesis_firehose_destination L{0uXl?#
matching_event_types Ss!
sns_destination L{0Y_u?#
keyword_action s?=
keyword_message s!
origination_identity_arn s!
iso_country_code s!
message_type s!
monthly_leasing_price s=
number_capabilities Ss!
number_type s!
opt_out_list_name s?=
registration_id s?
self_managed_opt_outs_enabled b?=
two_way_channel_arn s?
two_way_channel_enabled b?=
two_way_channel_role s?
two_way_channel_arn s?=
two_way_channel_role s?=
force_disassociate b?
wait_for_active b?=
iso_country_code s?
origination_identities Ss!
shared_routes_enabled b?=
two_way_enabled b?=
message_types Ss?=
registered b=
registration_id s=
sender_id s!
desired_state s?
enrichment s?
http_parameters L{0TlB?#0,1
input_template s?
enrichment_parameters L{0ugI?#0,1
cloudwatch_logs_log_destination L{0gKt?#0,1
firehose_log_destination L{0ugR?#0,1
include_execution_data Ss?
s3_log_destination L{0ugW?#0,1
log_configuration L{0ugn?#0,1
batch_size n?=
basic_auth s!
credentials L{0uh6!#1,1
maximum_batching_window_in_seconds n?=
queue_name s!
activemq_broker_parameters L{0uhB?#0,1
on_partial_batch_item_failure s?
starting_position s!
dynamodb_stream_parameters L{0uhS?#0,1
filter L{0nwj?#0,5
filter_criteria L{0uhz?#0,1
kinesis_stream_parameters L{0ui2?#0,1
consumer_group_id s?
client_certificate_tls_auth s?
sasl_scram_512_auth s?
credentials L{0uid?#0,1
managed_streaming_kafka_parameters L{0uim?#0,1
virtual_host s?
rabbitmq_broker_parameters L{0uj9?#0,1
additional_bootstrap_servers Ss?
basic_auth s?
sasl_scram_256_auth s?
credentials L{0ujU?#0,1
server_root_ca_certificate s?
subnets Ss?
vpc L{0ujl?#0,1
self_managed_kafka_parameters L{0uju?#0,1
sqs_queue_parameters L{0ukT?#0,1
source_parameters L{0ukc?#0,1
array_properties L{0ul7?#0,1
environment L{0OTL?#
resource_requirement L{06SW?#
container_overrides L{0ulC?#0,1
job_id s?
depends_on L{0ulT?#0,20
retry_strategy L{0ulc?#0,1
batch_job_parameters L{0ulh?#0,1
cloudwatch_logs_parameters L{0um8?#0,1
capacity_provider_strategy L{06Rz?#0,6
assign_public_ip s?
aws_vpc_configuration L{0umH?#0,1
network_configuration L{0umU?#0,1
container_override L{0umZ?#
inference_accelerator_override L{06T6?#
overrides L{0un4?#0,1
placement_constraint L{0unX?#0,10
placement_strategy L{0ung?#0,5
ecs_task_parameters L{0unp?#0,1
detail_type s?
time s?
eventbridge_event_bus_parameters L{0uom?#0,1
partition_key s!
kinesis_stream_parameters L{0up5?#0,1
lambda_function_parameters L{0upA?#0,1
secret_manager_arn s?
sqls Ss!
redshift_data_parameters L{0upF?#0,1
pipeline_parameter L{0LTD?#0,200
sagemaker_pipeline_parameters L{0upe?#0,1
message_deduplication_id s?
sqs_queue_parameters L{0upj?#0,1
step_function_state_machine_parameters L{0upA?#0,1
target_parameters L{0ups?#0,1
partition_count n?=
approval_mode s?
plan_family s!
plan_tier s!
resource_arns Ss!
change_type s
effective_date s
plan_tier s
usage_level s
scheduled_change L{0uuB=
usage_level s?=
amount n?
ratio n?
ignore_near_expected_from_above L{0uvd?#
ignore_near_expected_from_below L{0uvd?#
sample_size n?=
shingle_size n?=
random_cut_forest L{0uvm?#
configuration L{0uw5?#
evaluation_interval_in_seconds n?=
labels Ms?=
mark_as_anomaly b?
skip b?
missing_data_action L{0uwA?#
cloudwatch_logs L{0gKt?#
qsp_threshold n!
filters L{0ux8?#
destination L{0uxD?#
revision_id s?=
workspace_arn s!
amp L{0uyw?#
destination L{0uy_?#
source_role_arn s?
role_configuration L{0uz4?#
scrape_configuration s!
eks L{0uzD?#
source L{0uzQ?#
vpc L{0P1Q?#
source L{0u-z?#
dataset_arn s!
cloudwatch L{0u_t?#
destination L{0u_y?#
opensearch L{0v05?#
exporter L{0v0A?#
logging_destination L{0v14?#
scraper_components Ss?=
scraper_id s!
logging_configuration L{0gKt?#0,1
label_set Ms!
max_series n!
limits L{0v2a?#
limits_per_label_set L{0v2f?#
out_of_order_time_window_in_seconds n?=
rule_query_offset_in_seconds n?=
instance_ports Ss!
attachments_control_mode s!
attachments_configuration L{0v4J?#
encryption_configuration L{0v4O?#
iam_service_role_arn s!
permissions_mode s!
exclusive_end_time s?
inclusive_start_time s!
aggregation_enabled b?
kinesis_configuration L{0v7H!#1,1
ledger_name s!
default_namespace s?=
termination_protection_enabled b?=
account_subscription_status s=
active_directory_name s?
admin_group Ls?
authentication_method s!
author_group Ls?
contact_number s?
edition s!
notification_email s!
reader_group Ls?
realm s?
admin_pro_group Ls?
author_pro_group Ls?
reader_pro_group Ls?
optimized_view_port_width s!
screen_canvas_size_options L{0vC8?#0,1
canvas_size_options L{0vCD!#1,1
free_form L{0vCI?#0,1
optimized_view_port_width s?
resize_option s!
screen_canvas_size_options L{0vCN?#0,1
canvas_size_options L{0vCW!#1,1
grid L{0vCb?#0,1
interactive_layout_configuration L{0vCg?#0,1
bottom s?
left s?
right s?
top s?
paper_margin L{0vCp?#0,1
paper_orientation s?
paper_size s?
paper_canvas_size_options L{0vD4?#0,1
canvas_size_options L{0vDH!#1,1
section_based L{0vDM?#0,1
paginated_layout_configuration L{0vDR?#0,1
sheet_content_type s?
default_new_sheet_configuration L{0vDW!#1,1
analysis_defaults L{0vDj?#0,1
data_set_identifier s!
calculated_fields S{0vDo?#0,500
column_name s!
column L{0vD_!#1,1
date_time_format s?
null_string s!
null_value_format_configuration L{0vE8?#0,1
decimal_places n!
decimal_places_configuration L{0vED?#0,1
display_mode s!
negative_value_configuration L{0vEI?#0,1
number_scale s?
decimal_separator s?
symbol s?
thousands_separator L{0vEN?#0,1
separator_configuration L{0vEW?#0,1
currency_display_format_configuration L{0vEf?#0,1
number_display_format_configuration L{0vFA?#0,1
percentage_display_format_configuration L{0vFd?#0,1
numeric_format_configuration L{0vG0?#0,1
date_time_format_configuration L{0vGD?#0,1
number_format_configuration L{0vGQ?#0,1
string_format_configuration L{0vGV?#0,1
format_configuration L{0vGe?#0,1
column_configurations L{0vGr?#0,200
data_set_arn s?
data_set_identifiers_declarations L{0vH2!#1,50
cross_dataset s!
filter_group_id s!
category_value s?
match_operator s!
null_option s!
parameter_name s?
select_all_options s?
custom_filter_configuration L{0vHB?#0,1
category_values Ls?
custom_filter_list_configuration L{0vHW?#0,1
filter_list_configuration L{0vHn?#0,1
configuration L{0vH-!#1,1
filter_id s!
category_filter L{0vIB?#0,1
categorical_aggregation_function s?
date_aggregation_function s?
percentile_value n?
percentile_aggregation L{0vIO?#0,1
simple_numerical_aggregation s?
numerical_aggregation_function L{0vIT?#0,1
aggregation_function L{0vIc?#0,1
numeric_equality_filter L{0vIp?#0,1
include_maximum b?
include_minimum b?
parameter s?
static_value n?
range_maximum L{0vJK?#0,1
range_minimum L{0vJK?#0,1
numeric_range_filter L{0vJT?#0,1
anchor_option s?
anchor_date_configuration L{0vK2!#1,1
amount n!
granularity s!
exclude_period_configuration L{0vKB?#0,1
minimum_granularity s!
relative_date_type s!
relative_date_value n?
time_granularity s!
relative_dates_filter L{0vKO?#0,1
time_equality_filter L{0vL1?#0,1
data_set_identifier s?
rolling_date L{0vLM?#0,1
range_maximum_value L{0vLV?#0,1
range_minimum_value L{0vLV?#0,1
time_range_filter L{0vLi?#0,1
aggregation_function L{0vIc!#1,1
sort_direction s!
aggregation_sort_configuration L{0vMH!#1,100
limit n?
top_bottom_filter L{0vMU?#0,1
filters L{0vMt!#1,20
sheet_id s!
visual_ids Ss?
sheet_visual_scoping_configurations L{0vNK?#0,50
selected_sheets L{0vNX?#0,1
scope_configuration L{0vNc!#1,1
filter_groups L{0vNh?#0,2000
default_value_column L{0vD_!#1,1
group_name_column L{0vD_?#0,1
user_name_column L{0vD_?#0,1
dynamic_value L{0vO0?#0,1
static_values Ls?
default_values L{0vOD?#0,1
time_granularity s?
custom_value s?
value_when_unset_option s?
values_when_unset L{0vOQ?#0,1
date_time_parameter_declaration L{0vOZ?#0,1
static_values Ln?
default_values L{0vOq?#0,1
parameter_value_type s!
custom_value n?
values_when_unset L{0vOz?#0,1
decimal_parameter_declaration L{0vP6?#0,1
integer_parameter_declaration L{0vP6?#0,1
default_values L{0vPN?#0,1
string_parameter_declaration L{0vPW?#0,1
parameter_declarations S{0vPn?#0,200
content_type s?=
custom_label s?
font_decoration s?
relative s?
font_size L{0vQ2?#0,1
font_style s?
font_weight L{0U_r?#0,1
font_configuration L{0vQ7?#0,1
title_options L{0vQS?#0,1
display_options L{0vQf?#0,1
filter_control_id s!
source_filter_id s!
date_time_picker L{0vQo?#0,1
column_to_match L{0vD_!#1,1
source_sheet_control_id s?
source_controls L{0vR7?#0,200
cascading_control_configuration L{0vRG?#0,1
select_all_options L{0vRL?#0,1
display_options L{0vRQ?#0,1
selectable_values L{0vRZ?#0,1
dropdown L{0vRe?#0,1
search_options L{0vRL?#0,1
display_options L{0vS5?#0,1
list L{0vSI?#0,1
relative_date_time L{0vSl?#0,1
display_options L{0vT0?#0,1
maximum_value n!
minimum_value n!
step_size n!
slider L{0vT5?#0,1
placeholder_options L{0vRL?#0,1
display_options L{0vTc?#0,1
text_area L{0vTl?#0,1
text_field L{0vU4?#0,1
filter_controls L{0vUL?#0,200
canvas_size_options L{0vCD?#0,1
background_style L{0vUo?#0,1
border_style L{0vUo?#0,1
element_id s!
element_type s!
height s!
loading_animation L{0vRL?#0,1
configuration_overrides L{0vRL!#1,1
rendering_rules L{0vUx?#0,10000
selected_border_style L{0vUo?#0,1
width s!
x_axis_location s!
y_axis_location s!
elements L{0vV4!#1,430
free_form_layout L{0vVr?#0,1
canvas_size_options L{0vCW?#0,1
column_index s?
column_span n!
row_index s?
row_span n!
elements L{0vV-!#1,430
grid_layout L{0vWN?#0,1
free_form_layout L{0vWW!#1,1
layout L{0vWb?#0,1
content L{0vWg!#1,1
after L{0vWl?#0,1
page_break_configuration L{0vWq?#0,1
section_id s!
height s?
padding L{0vCp?#0,1
style L{0vWv?#0,1
body_sections L{0vX2!#1,28
canvas_size_options L{0vDH?#0,1
footer_sections L{0vXJ!#1,1
header_sections L{0vXJ!#1,1
section_based_layout L{0vXW?#0,1
configuration L{0vXn!#1,1
layouts L{0vX-?#0,1
parameter_control_id s!
source_parameter_name s!
date_time_picker L{0vY3?#0,1
link_to_data_set_column L{0vD_?#0,1
selectable_values L{0vYK?#0,1
dropdown L{0vYT?#0,1
list L{0vYw?#0,1
slider L{0vZN?#0,1
text_area L{0vZq?#0,1
text_field L{0va9?#0,1
parameter_controls L{0vaQ?#0,200
configuration L{0vap!#1,1
sheet_control_layouts L{0vau?#0,1
sheet_text_box_id s!
text_boxes L{0vaz?#0,100
selected_field_option s?
selected_fields Ls?
selected_fields_configuration L{0vb6!#1,1
target_visual_option s?
target_visuals Ss?
same_sheet_target_visual_configuration L{0vbF?#0,1
target_visuals_configuration L{0vbO!#1,1
filter_operation L{0vbT?#0,1
target_sheet_id s!
local_navigation_configuration L{0vbc?#0,1
navigation_operation L{0vbh?#0,1
destination_parameter_name s!
date_time_values Ls?
decimal_values Ln?
integer_values Ln?
string_values Ls?
custom_values L{0vbm!#1,1
include_null_value b?
custom_values_configuration L{0vc1?#0,1
select_all_value_options s?
source_field s?
source_parameter_name s?
value L{0vcA!#1,1
parameter_value_configurations L{0vcR!#1,200
set_parameters_operation L{0vca?#0,1
url_target s!
url_template s!
url_operation L{0vcf?#0,1
action_operations L{0vco!#1,2
custom_action_id s!
trigger s!
actions L{0vd3?#0,10
bars_arrangement s?=
axis_line_visibility s?
axis_offset s?
missing_date_visibility s?
date_axis_options L{0vdO?#0,1
data_driven L{02nO?#0,1
min_max L{0eyy?#0,1
range L{0vdT?#0,1
step_count n?
step_size n?
linear L{0vdc?#0,1
logarithmic L{0vdl?#0,1
scale L{0vdq?#0,1
numeric_axis_options L{0vdz?#0,1
data_options L{0ve6?#0,1
grid_line_visibility s?
percent_range L{0gSf?#0,1
visible_range L{0veF?#0,1
scrollbar_options L{0veK?#0,1
label_options L{0vQS?#0,1
rotation_angle n?
tick_label_options L{0veT?#0,1
category_axis L{0vec?#0,1
field_id s!
apply_to L{0ve_?#0,1
axis_label_options L{0vf8?#0,1
sort_icon_visibility s?
category_label_options L{0vfL?#0,1
color_label_options L{0vfL?#0,1
contributor_dimensions L{0vD_!#1,4
measure_field_id s!
contribution_analysis_defaults L{0vfY?#0,200
category_label_visibility s?
field_id s?
field_value s?
data_path_label_type L{0vfh?#0,1
field_label_type L{0vfu?#0,1
maximum_label_type L{0vRL?#0,1
minimum_label_type L{0vRL?#0,1
range_ends_label_type L{0vRL?#0,1
data_label_types L{0vg1?#0,100
label_color s?
label_content s?
label_font_configuration L{0vQ7?#0,1
measure_label_visibility s?
overlap s?
position s?
data_labels L{0vgM?#0,1
format_configuration L{0vGV?#0,1
hierarchy_id s?
categorical_dimension_field L{0vgx?#0,1
date_granularity s?
format_configuration L{0vGD?#0,1
date_dimension_field L{0vhC?#0,1
format_configuration L{0vGQ?#0,1
numerical_dimension_field L{0vhX?#0,1
category L{0vho?#0,200
colors L{0vho?#0,200
small_multiples L{0vho?#0,1
calculated_measure_field L{0vh_?#0,1
aggregation_function s?
categorical_measure_field L{0vi8?#0,1
date_measure_field L{0viP?#0,1
aggregation_function L{0vIT?#0,1
numerical_measure_field L{0vig?#0,1
values L{0vix?#0,200
bar_chart_aggregated_field_wells L{0vjC?#0,1
field_wells L{0vjT?#0,1
title L{0vQS?#0,1
width s?
legend L{0vjY?#0,1
orientation s?=
axis_binding s?
calculation L{0vIT!#1,1
measure_aggregation_function L{0vIc!#1,1
dynamic_configuration L{0vjt?#0,1
static_configuration L{0vk4?#0,1
data_configuration L{0vk9!#1,1
custom_label s!
custom_label_configuration L{0vkM?#0,1
horizontal_position s?
format_configuration L{0vG0?#0,1
relative_position s?
value_label_configuration L{0vkR?#0,1
vertical_position s?
label_configuration L{0vka?#0,1
style_configuration L{0vkz?#0,1
reference_lines L{0vl6?#0,20
max_visible_columns n?
max_visible_rows n?
background_visibility s?
border_color s?
border_style s?
border_thickness s?
border_visibility s?
gutter_spacing s?
gutter_visibility s?
horizontal_text_alignment s?
title L{0vlN?#0,1
panel_configuration L{0vla?#0,1
small_multiples_options L{0vm9?#0,1
items_limit n?
other_categories s!
category_items_limit L{0vmM?#0,1
sort_by L{0vD_!#1,1
column_sort L{0vmV?#0,1
field_sort L{0vmi?#0,1
category_sort L{0vmr?#0,100
color_items_limit L{0vmM?#0,1
color_sort L{0vmr?#0,100
small_multiples_limit_configuration L{0vmM?#0,1
small_multiples_sort L{0vmr?#0,100
sort_configuration L{0vm-?#0,1
aggregation_visibility s?
aggregation L{0vIc?#0,1
column_tooltip_item L{0vnN?#0,1
field_tooltip_item L{0vne?#0,1
tooltip_fields L{0vnr?#0,100
tooltip_title_type s?
field_base_tooltip L{0vn-?#0,1
selected_tooltip_type s?
tooltip_visibility s?
tooltip L{0voB?#0,1
value_axis L{0vec?#0,1
value_label_options L{0vfL?#0,1
chart_color s?
color s!
field_value s!
element L{0voO!#1,1
color_map L{0voX?#0,5000
visual_palette L{0vok?#0,1
chart_configuration L{0vot?#0,1
category_values Ls!
category_filter L{0vpu?#0,1
numeric_equality_filter L{0vq1?#0,1
range_maximum s!
range_minimum s!
time_range_filter L{0vqA?#0,1
drill_down_filters L{0vqR?#0,10
hierarchy_id s!
date_time_hierarchy L{0vqe?#0,1
columns L{0vD_!#2,10
explicit_hierarchy L{0vqn?#0,1
columns L{0vD_!#1,10
predefined_hierarchy L{0vq-?#0,1
column_hierarchies L{0vrB?#0,2
plain_text s?
rich_text s?
format_text L{0vrO?#0,1
visibility s?=
subtitle L{0vrX?#0,1
title L{0vrX?#0,1
visual_id s!
bar_chart_visual L{0vrg?#0,1
all_data_points_visibility s?
outlier_visibility s?
fill_style s?
style_options L{0vs3?#0,1
box_plot_options L{0vs8?#0,1
group_by L{0vho?#0,1
values L{0vix?#0,5
box_plot_aggregated_field_wells L{0vsL?#0,1
field_wells L{0vsU?#0,1
primary_y_axis_display_options L{0vec?#0,1
primary_y_axis_label_options L{0vfL?#0,1
page_number n!
page_size n!
pagination_configuration L{0vsZ?#0,1
sort_configuration L{0vsi?#0,1
chart_configuration L{0vsr?#0,1
box_plot_visual L{0vtY?#0,1
bar_data_labels L{0vgM?#0,1
bars_arrangement s?
bar_values L{0vix?#0,200
line_values L{0vix?#0,200
combo_chart_aggregated_field_wells L{0vtx?#0,1
field_wells L{0vuC?#0,1
line_data_labels L{0vgM?#0,1
secondary_y_axis_display_options L{0vec?#0,1
secondary_y_axis_label_options L{0vfL?#0,1
sort_configuration L{0vuH?#0,1
chart_configuration L{0vuY?#0,1
combo_chart_visual L{0vvZ?#0,1
content_url s?
image_scaling s?
chart_configuration L{0vvy?#0,1
custom_content_visual L{0vw9?#0,1
empty_visual L{0vwY?#0,1
geospatial L{0vho?#0,1
values L{0vix?#0,1
filled_map_aggregated_field_wells L{0vwl?#0,1
field_wells L{0vwu?#0,1
base_map_style s?
map_style_options L{0vwz?#0,1
sort_configuration L{0vx2?#0,1
east n!
north n!
south n!
west n!
bounds L{0vx7?#0,1
map_zoom_mode s?
window_options L{0vxO?#0,1
chart_configuration L{0vxX?#0,1
data_value n?
gradient_offset n!
stops L{0vxw?#0,100
color L{0vy7!#1,1
gradient L{0vyC?#0,1
solid L{0vyL?#0,1
background_color L{0vyU!#1,1
format L{0vyd?#0,1
shape L{0vyi!#1,1
conditional_formatting_options L{0vyr!#1,200
conditional_formatting L{0vyw?#0,1
filled_map_visual L{0vy_?#0,1
measure_data_label_style s?
data_label_options L{0vzS?#0,1
category L{0vho?#0,1
funnel_chart_aggregated_field_wells L{0vzv?#0,1
field_wells L{0v-2?#0,1
sort_configuration L{0v-7?#0,1
chart_configuration L{0v-G?#0,1
funnel_chart_visual L{0v-j?#0,1
target_values L{0vix?#0,200
field_wells L{0v_6?#0,1
arc_angle n?
arc_thickness s?
arc L{0v_F?#0,1
range L{0O5s?#0,1
reserve_range n?
arc_axis L{0v_O?#0,1
comparison_format L{0v_X?#0,1
comparison_method s?
comparison L{0v_g?#0,1
primary_value_display_type s?
primary_value_font_configuration L{0vQ7?#0,1
gauge_chart_options L{0v_p?#0,1
chart_configuration L{0w08?#0,1
foreground_color L{0vyU!#1,1
arc L{0w0T?#0,1
icon_display_option s?
display_configuration L{0w0Y?#0,1
icon s?
unicode_icon s?
icon_options L{0w0d!#1,1
custom_condition L{0w0m?#0,1
icon_set_type s?
icon_set L{0w11?#0,1
icon L{0w1A?#0,1
text_color L{0vyU!#1,1
primary_value L{0w1J?#0,1
conditional_formatting_options L{0w1S?#0,100
conditional_formatting L{0w1b?#0,1
gauge_chart_visual L{0w1g?#0,1
geospatial L{0vho?#0,200
geospatial_map_aggregated_field_wells L{0w23?#0,1
field_wells L{0w2G?#0,1
simple_cluster_marker L{0w2L?#0,1
cluster_marker L{0w2Q?#0,1
cluster_marker_configuration L{0w2V?#0,1
selected_point_style s?
point_style_options L{0w2a?#0,1
chart_configuration L{0w2j?#0,1
geospatial_map_visual L{0w3A?#0,1
color_fill_type s!
colors L{0w3Z!#2,3
null_value_color L{0w3Z?#0,1
color_scale L{0w3i?#0,1
column_label_options L{0vfL?#0,1
columns L{0vho?#0,1
rows L{0vho?#0,1
heat_map_aggregated_field_wells L{0w3v?#0,1
field_wells L{0w46?#0,1
row_label_options L{0vfL?#0,1
heat_map_column_items_limit_configuration L{0vmM?#0,1
heat_map_column_sort L{0vmr?#0,100
heat_map_row_items_limit_configuration L{0vmM?#0,1
heat_map_row_sort L{0vmr?#0,100
sort_configuration L{0w4B?#0,1
chart_configuration L{0w4S?#0,1
heat_map_visual L{0w4z?#0,1
bin_count L{0w5M?#0,1
bin_count_limit n?
bin_width L{0w5R?#0,1
selected_bin_type s?
start_value n?
bin_options L{0w5a?#0,1
histogram_aggregated_field_wells L{0w5r?#0,1
field_wells L{0w5w?#0,1
x_axis_display_options L{0vec?#0,1
x_axis_label_options L{0vfL?#0,1
y_axis_display_options L{0vec?#0,1
chart_configuration L{0w5_?#0,1
histogram_visual L{0w6W?#0,1
computation_id s!
custom_seasonality_value n?
lower_boundary n?
periods_backward n?
periods_forward n?
prediction_interval n?
seasonality s!
time L{0vho?#0,1
upper_boundary n?
value L{0vix?#0,1
forecast L{0w6r?#0,1
period_size n?
growth_rate L{0w7Y?#0,1
maximum_minimum L{0w7t?#0,1
from_value L{0vix?#0,1
target_value L{0vix?#0,1
metric_comparison L{0w8C?#0,1
period_over_period L{0w8X?#0,1
period_time_granularity s!
period_to_date L{0w8o?#0,1
mover_size n?
sort_order s!
top_bottom_movers L{0w97?#0,1
result_size n?
top_bottom_ranked L{0w9e?#0,1
total_aggregation L{0wA1?#0,1
unique_values L{0wAE?#0,1
computation L{0wAR?#0,100
narrative s!
custom_narrative L{0wB4?#0,1
insight_configuration L{0wB9?#0,1
insight_visual L{0wBI?#0,1
trend_groups L{0vho?#0,200
field_wells L{0wBh?#0,1
progress_bar L{0vRL?#0,1
secondary_value L{0vRL?#0,1
secondary_value_font_configuration L{0vQ7?#0,1
sparkline L{0wBu?#0,1
trend_arrows L{0vRL?#0,1
standard_layout L{05_r?#0,1
visual_layout_options L{0wC9?#0,1
kpi_options L{0wCE?#0,1
trend_group_sort L{0vmr?#0,100
sort_configuration L{0wCp?#0,1
chart_configuration L{0wCu?#0,1
actual_value L{0w1J?#0,1
comparison_value L{0w1J?#0,1
progress_bar L{0w0T?#0,1
conditional_formatting_options L{0wD5?#0,100
conditional_formatting L{0wDM?#0,1
kpi_visual L{0wDR?#0,1
line_interpolation s?
line_style s?
line_visibility s?
line_width s?
line_style_settings L{0wDu?#0,1
marker_color s?
marker_shape s?
marker_size s?
marker_visibility s?
marker_style_settings L{0wE9?#0,1
default_series_settings L{0wEQ?#0,1
line_chart_aggregated_field_wells L{0vjC?#0,1
field_wells L{0wEd?#0,1
seasonality n?
forecast_properties L{0wEi?#0,1
date s!
what_if_point_scenario L{0wF5?#0,1
end_date s!
start_date s!
what_if_range_scenario L{0wFE?#0,1
scenario L{0wFR?#0,1
forecast_configurations L{0wFa?#0,10
axis_options L{0vec?#0,1
treatment_option s?
missing_data_configuration L{0wFj?#0,100
primary_y_axis_display_options L{0wFo?#0,1
secondary_y_axis_display_options L{0wFo?#0,1
axis_binding s!
settings L{0wFx?#0,1
data_field_series_item L{0wG4?#0,1
field_series_item L{0wGL?#0,1
series L{0wGY?#0,10
category_items_limit_configuration L{0vmM?#0,1
color_items_limit_configuration L{0vmM?#0,1
sort_configuration L{0wGh?#0,1
chart_configuration L{0wH0?#0,1
line_chart_visual L{0wID?#0,1
arc_options L{0wIc?#0,1
label_visibility s?
donut_center_options L{0wIh?#0,1
donut_options L{0wIm?#0,1
pie_chart_aggregated_field_wells L{0wIv?#0,1
field_wells L{0wJ6?#0,1
sort_configuration L{0wJB?#0,1
chart_configuration L{0wJS?#0,1
pie_chart_visual L{0wK9?#0,1
data_path_list L{0voO!#1,20
data_path_options L{0wKY?#0,100
selected_field_options L{0wKh?#0,100
field_options L{0wKu?#0,1
columns L{0vho?#0,40
rows L{0vho?#0,40
values L{0vix?#0,40
pivot_table_aggregated_field_wells L{0wL1?#0,1
field_wells L{0wLE?#0,1
overflow_column_header_visibility s?
vertical_overflow_visibility s?
paginated_report_options L{0wLJ?#0,1
column L{0vmV?#0,1
sort_paths L{0voO!#1,20
data_path L{0wLS?#0,1
field L{0vmi?#0,1
sort_by L{0wLb!#1,1
field_sort_options L{0wLo?#0,200
sort_configuration L{0wLx?#0,1
style s?
thickness n?
bottom L{0wM0!#1,1
inner_horizontal L{0wM0!#1,1
inner_vertical L{0wM0!#1,1
left L{0wM0!#1,1
right L{0wM0!#1,1
top L{0wM0!#1,1
side_specific_border L{0wMD?#0,1
uniform_border L{0wM0!#1,1
border L{0wMc?#0,1
height n?
text_wrap s?
vertical_text_alignment s?
cell_style L{0wMl?#0,1
collapsed_row_dimensions_visibility s?
column_header_style L{0wMl?#0,1
column_names_visibility s?
metric_placement s?
row_alternate_colors Ls?
row_alternate_color_options L{0wNG?#0,1
row_field_names_style L{0wMl?#0,1
row_header_style L{0wMl?#0,1
single_metric_visibility s?
toggle_buttons_visibility s?
table_options L{0wNP?#0,1
field_level s?
field_level_options L{0wO2?#0,100
metric_header_cell_style L{0wMl?#0,1
total_cell_style L{0wMl?#0,1
totals_visibility s?
value_cell_style L{0wMl?#0,1
column_subtotal_options L{0wO7?#0,1
placement s?
scroll_status s?
column_total_options L{0wOa?#0,1
row_subtotal_options L{0wO7?#0,1
row_total_options L{0wOa?#0,1
total_options L{0wP1?#0,1
chart_configuration L{0wPI?#0,1
scope L{0wPh?#0,1
text_format L{0wPm?#0,1
cell L{0wPz?#0,1
conditional_formatting_options L{0wQA?#0,100
conditional_formatting L{0wQF?#0,1
pivot_table_visual L{0wQK?#0,1
alternate_band_colors_visibility s?
alternate_band_even_color s?
alternate_band_odd_color s?
area_style_settings L{0vRL?#0,1
base_series_settings L{0wQj?#0,1
color_axis L{0vec?#0,1
color L{0vho?#0,1
values L{0vix?#0,20
radar_chart_aggregated_field_wells L{0wQo?#0,1
field_wells L{0wQ_?#0,1
start_angle n?
chart_configuration L{0wR4?#0,1
radar_chart_visual L{0wRz?#0,1
destination L{0vho?#0,200
source L{0vho?#0,200
weight L{0vix?#0,200
sankey_diagram_aggregated_field_wells L{0wSM?#0,1
field_wells L{0wSZ?#0,1
destination_items_limit L{0vmM?#0,1
source_items_limit L{0vmM?#0,1
weight_sort L{0vmr?#0,100
sort_configuration L{0wSe?#0,1
chart_configuration L{0wSr?#0,1
sankey_diagram_visual L{0wT2?#0,1
size L{0vix?#0,200
x_axis L{0vix?#0,200
y_axis L{0vix?#0,200
scatter_plot_categorically_aggregated_field_wells L{0wTN?#0,1
x_axis L{0vho?#0,200
y_axis L{0vho?#0,200
scatter_plot_unaggregated_field_wells L{0wTe?#0,1
field_wells L{0wTr?#0,1
y_axis_label_options L{0vfL?#0,1
chart_configuration L{0wT-?#0,1
scatter_plot_visual L{0wUZ?#0,1
order Ls?
table_cell_image_scaling_configuration s?
sizing_options L{0wUy?#0,1
image_configuration L{0wV1?#0,1
custom_icon_content L{0wV6?#0,1
custom_text_content L{0wVB?#0,1
content L{0wVK?#0,1
link_configuration L{0wVT?#0,1
url_styling L{0wVc?#0,1
selected_field_options L{0wVl?#0,100
field_options L{0wW4?#0,1
group_by L{0vho?#0,200
table_aggregated_field_wells L{0wWD?#0,1
values L{0wWM?#0,200
table_unaggregated_field_wells L{0wWZ?#0,1
field_wells L{0wWe?#0,1
row_sort L{0vmr?#0,100
sort_configuration L{0wWn?#0,1
negative_color s?
positive_color s?
data_bars L{0wWw?#0,1
table_inline_visualizations L{0wX7?#0,200
header_style L{0wMl?#0,1
orientation s?
table_options L{0wXC?#0,1
total_options L{0wXT?#0,1
chart_configuration L{0wXo?#0,1
cell L{0wYF?#0,1
row L{0wYO?#0,1
conditional_formatting_options L{0wYX?#0,100
conditional_formatting L{0wYg?#0,1
table_visual L{0wYl?#0,1
colors L{0vix?#0,1
groups L{0vho?#0,1
sizes L{0vix?#0,1
tree_map_aggregated_field_wells L{0wZ8?#0,1
field_wells L{0wZL?#0,1
group_label_options L{0vfL?#0,1
size_label_options L{0vfL?#0,1
tree_map_group_items_limit_configuration L{0vmM?#0,1
tree_map_sort L{0vmr?#0,100
sort_configuration L{0wZQ?#0,1
chart_configuration L{0wZZ?#0,1
tree_map_visual L{0wa8?#0,1
category_axis_display_options L{0vec?#0,1
category_axis_label_options L{0vfL?#0,1
breakdowns L{0vho?#0,200
categories L{0vho?#0,200
waterfall_chart_aggregated_field_wells L{0waX?#0,1
field_wells L{0wak?#0,1
breakdown_items_limit L{0vmM?#0,1
sort_configuration L{0wap?#0,1
total_bar_label s?
waterfall_chart_options L{0way?#0,1
chart_configuration L{0wb1?#0,1
waterfall_visual L{0wbg?#0,1
group_by L{0vho?#0,10
size L{0vix?#0,1
word_cloud_aggregated_field_wells L{0wc3?#0,1
field_wells L{0wcC?#0,1
cloud_layout s?
maximum_string_length n?
word_casing s?
word_orientation s?
word_padding s?
word_scaling s?
word_cloud_options L{0wcH?#0,1
chart_configuration L{0wcg?#0,1
word_cloud_visual L{0wcx?#0,1
visuals L{0wdK?#0,50
sheets L{0wen?#0,20
definition L{0wfU?#0,1
date_time_parameters L{01e9?#0,100
values Ln!
decimal_parameters L{0wfx?#0,100
integer_parameters L{0wfx?#0,100
string_parameters L{01e9?#0,100
parameters L{0wg4?#0,1
permissions S{0wgL?#0,64
recovery_window_in_days n?
data_set_arn s!
data_set_placeholder s!
data_set_references L{0wgU!#1,0
source_template L{0wgd?#0,1
source_entity L{0wgm?#0,1
theme_arn s?
definition L{0wfU?
add_or_run_anomaly_detection_for_analyses s?
create_and_update_dashboard_email_reports s?
create_and_update_data_sources s?
create_and_update_datasets s?
create_and_update_themes s?
create_and_update_threshold_alerts s?
create_shared_folders s?
create_spice_dataset s?
export_to_csv s?
export_to_csv_in_scheduled_reports s?
export_to_excel s?
export_to_excel_in_scheduled_reports s?
export_to_pdf s?
export_to_pdf_in_scheduled_reports s?
include_content_in_scheduled_reports_email s?
print_reports s?
rename_shared_folders s?
share_analyses s?
share_dashboards s?
share_data_sources s?
share_datasets s?
subscribe_dashboard_email_reports s?
view_account_spice_capacity s?
capabilities L{0wjB?#
custom_permissions_name s!
analysis s?
automate s?
chat_agent s?
create_chat_agents s?
dashboard s?
flow s?
knowledge_base s?
perform_flow_ui_task s?
publish_without_approval s?
research s?
space s?
use_agent_web_search s?
use_bedrock_models s?
capabilities L{0wl5?#
dashboard_id s!
availability_status s?
ad_hoc_filtering_option L{0wnt?#0,1
data_point_drill_up_down_option L{0wnt?#0,1
data_point_menu_label_option L{0wnt?#0,1
data_point_tooltip_option L{0wnt?#0,1
export_to_csv_option L{0wnt?#0,1
export_with_hidden_fields_option L{0wnt?#0,1
visibility_state s?
sheet_controls_option L{0wny?#0,1
sheet_layout_element_maximization_option L{0wnt?#0,1
visual_axis_sort_option L{0wnt?#0,1
visual_menu_option L{0wnt?#0,1
dashboard_publish_options L{0wo1?#0,1
source_entity_arn s=
version_description s!
columns Ls!
geo_spatial_column_group L{0wrO?#0,1
column_groups L{0wrb?#0,8
column_names Ls?
principals Ls?
column_level_permission_rules L{0wrg?#
disable_use_as_direct_query_source b?=
disable_use_as_imported_source b?=
data_set_usage_configuration L{0wrp?#0,1
columns Ls?
field_folders_id s!
field_folders S{0wry?#0,1000
import_mode s!
format s?=
new_column_type s!
cast_column_type_operation L{0ws9?#0,1
column_id s!
columns L{0wsM!#1,128
create_columns_operation L{0wsZ?#0,1
condition_expression s!
filter_operation L{0wse?#0,1
projected_columns Ls!
project_operation L{0wsj?#0,1
new_column_name s!
rename_column_operation L{0wso?#0,1
text s?=
column_description L{0wsx?#0,1
column_geographic_role s?=
tags L{0wt0!#1,16
tag_column_operation L{0wt9?#0,1
tag_names Ls!
untag_column_operation L{0wtI?#0,1
data_transforms L{0wtR?#0,2048
logical_table_map_id s!
data_set_arn s?=
unique_key b?=
left_join_key_properties L{0wtu?#0,1
left_operand s!
on_clause s!
right_join_key_properties L{0wtu?#0,1
right_operand s!
join_instruction L{0wtz?#0,1
physical_table_id s?=
source L{0wuM!#1,1
logical_table_map S{0wuZ?#0,64
output_columns L{0wuq=
columns L{0PvD?#0,2048
data_source_arn s!
sql_query s!
custom_sql L{0wv1?#0,1
physical_table_map_id s!
catalog s?
input_columns L{0PvD!#1,2048
relational_table L{0wvI?#0,1
contains_header b?=
start_from_row n?=
text_qualifier s?=
upload_settings L{0wvd!#1,1
s3_source L{0wvy?#0,1
physical_table_map S{0ww9?#0,32
size_unit s!
lookback_window L{0wwQ!#1,1
incremental_refresh L{0wwd!#1,1
refresh_configuration L{0wwi!#1,1
refresh_properties L{0wwn?#0,1
permission_policy s!
row_level_permission_data_set L{0wws?#0,1
match_all_value s?
tag_multi_value_delimiter s?
tag_rules L{0wxB!#1,50
row_level_permission_tag_configuration L{0wxS?#0,1
use_as s?
copy_source_arn s?
username s!*
credential_pair L{0w_O?#0,1
credentials L{0w_X?#0,1
data_source_id s!
amazon_elasticsearch L{0w_k?#0,1
work_group s?
athena L{0w_p?#0,1
aurora L{0w_u?#0,1
aurora_postgresql L{0w_u?#0,1
data_set_name s!
aws_iot_analytics L{0x05?#0,1
sql_endpoint_path s!
databricks L{0x0A?#0,1
site_base_url s!
jira L{0x0N?#0,1
maria_db L{0w_u?#0,1
mysql L{0w_u?#0,1
oracle L{0w_u?#0,1
postgresql L{0w_u?#0,1
catalog s!
presto L{0x0S?#0,1
rds L{0x0f?#0,1
cluster_id s?
redshift L{0x0o?#0,1
manifest_file_location L{0W-d!#1,1
s3 L{0x13?#0,1
service_now L{0x0N?#0,1
snowflake L{0x1C?#0,1
spark L{0x1P?#0,1
sql_server L{0w_u?#0,1
teradata L{0w_u?#0,1
max_rows n!
twitter L{0x1Y?#0,1
parameters L{0x1h!#1,1
permission S{0wgL?#0,64
disable_ssl b!
ssl_properties L{0x30?#0,1
vpc_connection_arn s!
vpc_connection_properties L{0x35?#0,1
athena L{0x4u?#0,1
parameters L{0x51!#1,1
folder_id s!
folder_path Ls=
folder_type s?
parent_folder_arn s?
member_type s!
member_name s!
assignment_id s=
assignment_name s!
assignment_status s!
group Ss?
user Ss?
identities L{0xBV?#
policy_arn s?
ingestion_id s!
ingestion_status s=
ip_restriction_rule_map Ms?
vpc_endpoint_id_restriction_rule_map Ms?
vpc_id_restriction_rule_map Ms?
default_key b?=
key_registration S{0xE5?#
capacity_region s=
creation_status s=
identity_store s?=
refresh_type s!
interval s!
day_of_month s?
day_of_week s?
refresh_on_day L{0xFn?#
time_of_the_day s?=
schedule_frequency L{0xFw?#
start_after_date_time s?=
schedule L{0xGB?#
schedule_id s!
column_group_column_schema_list L{0U_r?#0,500
column_group_schema_list L{0xI9?#0,500
geographic_role s?
column_schema_list L{0xII?#0,500
data_set_schema L{0xIV?#0,1
placeholder s?
data_set_configuration L{0xIa!#1,30
parameters_declarations L{0vPn?#0,200
definition L{0xIn?#0,1
source_analysis L{0wgd?#0,1
source_template L{0QGr?#0,1
source_entity L{0xJE?#0,1
template_id s!
definition L{0xIn?
template_version_number n!
base_theme_id s!
colors Ls?
empty_fill_color s?
min_max_gradient Ls?
data_color_palette L{0xMR?#0,1
show b?
border L{0xMe?#0,1
tile L{0xMj?#0,1
gutter L{0xMe?#0,1
margin L{0xMe?#0,1
tile_layout L{0xMo?#0,1
sheet L{0xMx?#0,1
font_families L{0xN4?#0,5
typography L{0xN9?#0,1
accent s?
accent_foreground s?
danger s?
danger_foreground s?
dimension s?
dimension_foreground s?
measure s?
measure_foreground s?
primary_background s?
primary_foreground s?
secondary_background s?
secondary_foreground s?
success s?
success_foreground s?
warning_foreground s?
ui_color_palette L{0xNE?#0,1
configuration L{0xOF?#0,1
version_description s?
iam_arn s?
session_name s?
user_invitation_url s=
user_role s!
availability_status s=
dns_resolvers Ss?
vpc_connection_id s!
default_version b=
policy_template s!
resource_share_arn s!
allow_external_principals b?
permission_arns Ss?=
retain_sharing_on_account_leave_organization b?=
resource_share_configuration L{0xWs?#0,1
invitation_arn s=
receiver_account_id s=
resources Ls=
sender_account_id s=
share_arn s!
share_id s=
share_name s=
sources Ss?
unlock_delay_unit s!
unlock_delay_value n!
unlock_delay L{0xZK!#1,1
lock_configuration L{0xZT?#0,1
lock_end_time s=
lock_state s=
resource_tag_key s!
resource_tag_value s?
resource_tags S{0xZY?#0,50
retention_period_unit s!
retention_period_value n!
retention_period L{0xZh!#1,1
exclude_resource_tags S{0xZY?#
certificate_identifier s!
backtrack_window n?
ca_certificate_identifier s?=
ca_certificate_valid_till s=
cluster_scalability_type s?=
database_name s?=
db_cluster_instance_class s?
db_instance_parameter_group_name s?
db_system_id s?=
enable_global_write_forwarding b?
enable_http_endpoint b?
enable_local_write_forwarding b?
engine_mode s?
iam_roles Ss?=
master_password_wo s?*w
monitoring_interval n?=
source_cluster_identifier s?
source_cluster_resource_id s?
restore_to_point_in_time L{0xby?#0,1
auto_pause b?
seconds_before_timeout n?
seconds_until_auto_pause n?
timeout_action s?
scaling_configuration L{0xcH?#0,1
seconds_until_auto_pause n?=
serverlessv2_scaling_configuration L{0xcg?#0,1
source_region s?
engine_native_audit_fields_included b?
kinesis_stream_name s=
custom_endpoint_type s!
db_parameter_group_name s?=
performance_insights_enabled b?=
feature_name s?
source_db_cluster_snapshot_identifier s!
target_db_cluster_snapshot_identifier s!
database_installation_files_s3_bucket_name s?
database_installation_files_s3_prefix s?
db_parameter_group_family s=
manifest s?
manifest_computed s=
manifest_hash s?
source_image_id s?
export_only Ls?
export_task_identifier s!
failure_cause s=
snapshot_time s=
task_end_time s=
task_start_time s=
additional_encryption_context Ms?
data_filter s?=
integration_name s!
integration_identifier s=
lease_id s=
offering_id s!
reservation_id s?
compute_redundancy n?=
db_shard_group_identifier s!
db_shard_group_resource_id s=
max_acu n!
min_acu n?=
authentication_profile_content s!
authentication_profile_name s!
allow_version_upgrade b?
aqua_configuration_status s?=-
automated_snapshot_retention_period n?
availability_zone_relocation_enabled b?
cluster_parameter_group_name s?=
cluster_public_key s?=
cluster_revision_number s?=
cluster_subnet_group_name s?=
cluster_version s?
default_iam_role_arn s?=
elastic_ip s?
enhanced_vpc_routing b?=
bucket_name s?=
log_exports Ss?
s3_key_prefix s?=
logging L{0yQS?-#0,1
maintenance_track_name s?
manage_master_password b?
manual_snapshot_retention_period n?
master_password_secret_arn s=
master_password_secret_kms_key_id s?=
master_username s?
multi_az b?
owner_account s?
snapshot_arn s?
snapshot_cluster_identifier s?
grant_name s?
snapshot_copy L{0yQn?-#0,1
iam_role_arns Ss?=
owner_account s=
snapshot_identifier s!
allow_writes b?
consumer_identifier s!
data_share_arn s!
associate_entire_account b?
consumer_arn s?
consumer_region s?
endpoint_name s!
resource_owner s?=
subnet_group_name s!
vpc_endpoint L{0FY_=
allowed_all_vpcs b=
endpoint_count n=
grantee s=
grantor s=
vpc_ids Ss?
severity s?
hsm_client_certificate_identifier s!
hsm_client_certificate_public_key s=
hsm_configuration_identifier s!
hsm_ip_address s!
hsm_partition_name s!
hsm_partition_password s!*
hsm_server_public_certificate s!
authorized_audiences_list Ls?
trusted_token_issuer_arn s?
authorized_token_issuer L{0yhw?#
idc_display_name s!
identity_namespace s?=
redshift_idc_application_arn s=
redshift_idc_application_name s!
lake_formation_query L{0yi3?#
lake_formation L{0yi8?#
connect L{0yi3?#
redshift L{0yiD?#
read_write_access L{0yi3?#
s3_access_grants L{0yiI?#
service_integration L{0yiN?#
namespace_type s!
provisioned_cluster_identifier s?
serverless_namespace_identifier s?
serverless_workgroup_identifier s?
partner_name s!
pause_cluster L{0ymy?#0,1
classic b?
node_type s?
resize_cluster L{0yn1?#0,1
resume_cluster L{0ymy?#0,1
target_action L{0ynM!#1,1
manual_snapshot_retention_period n?=
retention_period n?=
snapshot_copy_grant_name s?
snapshot_copy_grant_name s!
definitions Ss!
schedule_identifier s!
breach_action s?
feature_type s!
limit_type s!
period s?
parameters L{0LTD?#
workgroup_name s?
custom_domain_certificate_arn s!
custom_domain_certificate_expiry_time s=
custom_domain_name s!
admin_password_secret_arn s=
admin_password_secret_kms_key_id s?=
admin_user_password s?*
admin_user_password_wo s?w
admin_user_password_wo_version n?
admin_username s?=*
default_iam_role_arn s?
manage_admin_password b?
accounts_with_provisioned_restore_access Ss=
accounts_with_restore_access Ss=
namespace_arn s=
usage_type s!
base_capacity n?=
parameter_key s!
config_parameter S{0z0n?#
enhanced_vpc_routing b?
level n?
price_performance_target L{0z0w?#0,1
track_name s?=
collection_id s!
face_model_version s=
auto_update s?=
feature s?
feature s?=
opt_in b!
data_sharing_preference L{0z5b?#
kinesis_video_stream L{0QGr?#
input L{0z5g?#
notification_channel L{0z5l?#
kinesis_data_stream L{0Sp3?#
s3_destination L{0z5q?#
output L{0z5z?#
left n?
top n?
width n?
bounding_box {0z66?#
x n?
y n?
polygon L{0z6N?#
regions_of_interest L{0z6W?#
labels Ls?
min_confidence n?=
connected_home L{0z6f?#
face_match_threshold n?=
face_search L{0z6o?#
settings L{0z6x?#
stream_processor_arn s=-
bounding_box L{0z66?#
regions_of_interest L{0z7z?#
data_location_constraint s?=
estimated_cost_tier s=
rpo s!
rto s!
az {0z93?#
hardware {0z93?#
rpo s?
rto s?
region {0z9C?#
software {0z93?#
policy {0z9L?#
tier s!
az L{0z93?#
hardware L{0z93?#
region L{0z9C?#
software L{0z93?#
policy L{0zAF?#
assertion_id s=
input_source_id s=
cfn_stack_arn s?
design_file_s3_url s?
match_expressions S{0zBU?#
match_labels Ms?
label_selector L{0zBh?#
namespaces Ss!
eks L{0zBq?#
resource_tag S{09XP?#
tf_state_file_url s?
resource_configuration L{0zC1?#
target n!
availability_slo L{0zCd?#
time_between_backups_in_minutes n!
data_recovery L{0zCi?#
disaster_recovery_approach s!
rpo_in_minutes n?
rto_in_minutes n?
multi_az L{0zCn?#
multi_region L{0zCn?#
sharing_enabled b?=
system_arn s!
user_journey_ids Ss?
associated_system S{0zDl?#
dependency_discovery s?=
cross_account_role_arn s!
cross_account_role L{0zDu?#
invoker_role_name s!
permission_model L{0zE1?#
criticality s!
service_function_id s=
user_journey_id s=
default_view b?=
filter_string s!
filters L{0zHG?#
included_property L{0OqO?#
parameters S{01e9?#
configuration S{0zIZ?#
resource_query L{0zIi?#0,1
group_arn s!
duration_seconds n?=
managed_policy_arns Ss?
require_instance_properties b?
role_arns Ss?
session_policy s?
accept_role_session_name b?
channel s?=
configured_by s=
event s?=
threshold n?=
notification_settings S{0zMF?#0,50
acm_pca_arn s?
x509_certificate_data s?
source_data L{0zMa!#1,1
source L{0zMj!#1,1
carrier_gateway_id s?
core_network_arn s?
destination_ipv6_cidr_block s?
destination_prefix_list_id s?
egress_only_gateway_id s?
gateway_id s?
instance_owner_id s=
local_gateway_id s?
nat_gateway_id s?
vpc_peering_connection_id s?
odb_network_arn s?
cidr_blocks Ss!
cidr_collection_id s!
reference_name s?
child_health_threshold n?
child_healthchecks Ss?
cloudwatch_alarm_name s?
cloudwatch_alarm_region s?
enable_sni b?=
failure_threshold n?=
fqdn s?
insufficient_data_health_status s?
invert_healthcheck b?
measure_latency b?
request_interval n?
resource_path s?
routing_control_arn s?
signing_status s?
digest_algorithm_mnemonic s=
digest_algorithm_type n=
digest_value s=
dnskey_record s=
ds_record s=
flag n=
key_management_service_arn s!
key_tag n=
signing_algorithm_mnemonic s=
signing_algorithm_type n=
evaluate_target_health b!
alias L{0zWs?#0,1
allow_overwrite b?=
location_name s!
cidr_routing_policy L{0zX3?#0,1
failover_routing_policy L{05_r?#0,1
fqdn s=
geolocation_routing_policy L{0zXC?#0,1
bias n?
latitude s!
longitude s!
coordinates S{0zXP?#
local_zone_group s?
geoproximity_routing_policy L{0zXY?#0,1
health_check_id s?
latency_routing_policy L{0sW8?#0,1
multivalue_answer_routing_policy b?
records Ss?
set_identifier s?
weighted_routing_policy L{0zXp?#0,1
dns_name s!
alias_target L{0zZ5?#
cidr_routing_config L{0zX3?#
failover s?
continent_code s?
country_code s?
subdivision_code s?
geolocation L{0zZI?#
coordinates L{0zXP?#
geoproximity_location L{0zZV?#
multi_value_answer b?
resource_records L{0neH?#
traffic_policy_instance_id s?
resource_record_set S{0zZm?#
autodefined_reverse_flag s!
validation_status s=
host_vpc_id s=
ip s?=
ip_id s=
ipv6 s?=
ip_address S{0zcE!#2,10
protocols Ss?=
resolver_endpoint_type s?=
rni_enhanced_metrics_enabled b?=
target_name_server_metrics_enabled b?=
firewall_fail_open s?=
domains Ss?
block_override_dns_type s?
block_override_domain s?
block_override_ttl n?
block_response s?
firewall_domain_redirection_action s?
q_type s?
confidence_threshold s?
dns_threat_protection s?
firewall_domain_list_id s?
firewall_threat_protection_id s=
mutation_protection s?=
resolver_query_log_config_id s!
rule_type s!
ip s?
ipv6 s?
target_ip S{0zmr?#
resolver_rule_id s!
document s!
traffic_policy_version n!
vpc_region s?=
delegation_set_id s?
vpc S{0zqf?#
enable_accelerated_recovery b?=
owning_account s=
dnssec_key_id s=
algorithm n!
flags n!
signing_attributes L{0zsv?#
abuse_contact_email s=
abuse_contact_phone s=
address_line_1 s?
contact_type s?
extra_param L{0LTD?#
fax s?
organization_name s?
zip_code s?
admin_contact L{0ztR?#
admin_privacy b?=
auto_renew b?=
address_line_1 s
address_line_2 s
city s
contact_type s
extra_param L{01iC
fax s
organization_name s
zip_code s
billing_contact L{0zuK?=
billing_privacy b?=
duration_in_years n?=
glue_ips Ss
name_server L{0zvD?=
registrant_contact L{0ztR?#
registrant_privacy b?=
registrar_name s=
registrar_url s=
status_list Ls=
tech_contact L{0ztR?#
tech_privacy b?=
transfer_lock b?=
updated_date s=
whois_server s=
address_line_1 s?=
address_line_2 s?=
city s?=
contact_type s?=
country_code s?=
email s?=
extra_params Ms?=
fax s?=
first_name s?=
last_name s?=
organization_name s?=
phone_number s?=
zip_code s?=
admin_contact L{0zw_?#0,1
admin_privacy b?
auto_renew b?
billing_contact L{0zw_?#0,1
billing_privacy b?
glue_ips Ss?
name_server L{0zxu?#0,6
registrant_contact L{0zw_?#0,1
registrant_privacy b?
reseller s=
tech_contact L{0zw_?#0,1
tech_privacy b?
transfer_lock b?
resource_properties s?
resource_properties s?=
cluster_endpoints L{0-1q=
default_control_panel b=
routing_control_count n=
control_panel_arn s?=
asserted_controls Ls?
control_panel_arn s!
gating_controls Ls?
inverted b!
rule_config L{0-4E!#1,1
target_controls Ls?
wait_period_ms n!
cell_name s!
cells Ls?
parent_readiness_scopes Ls=
readiness_check_name s!
resource_set_name s!
recovery_group_name s!
resource_set_type s!
component_id s=
hosted_zone_arn s?
record_set_id s?
nlb_resource L{0Sp3?#0,1
domain_name s?
r53_resource L{0-7G?#0,1
target_resource L{0-7P?#0,1
dns_target_resource L{0-7Y?#0,1
readiness_scopes Ls?
resources L{0-7t!#1,0
propagating_vgws Ss?=
route S{0-8f?=
route S{0-Ai?=
allow_cookies b?
enable_xray b?
excluded_pages Ss?
favorite_pages Ss?
guest_role_arn s?
identity_pool_id s?
included_pages Ss?
session_sample_rate n?
telemetries Ss?
app_monitor_configuration L{0-Cy?#0,1
app_monitor_id s=
custom_events L{0vWl?#0,1
cw_log_enabled b?
cw_log_group s=
domain_list Ls?
app_monitor_name s!
destination_arn s?
bucket_account_id s?=
has_public_access_policy b=
block_public_acls b?
block_public_policy b?
ignore_public_acls b?
restrict_public_buckets b?
public_access_block_configuration L{0-Fr?#0,1
vpc_configuration L{0-G6?#0,1
acceleration_status s?=-
acl s?=-
allowed_headers Ls?
allowed_methods Ls!
allowed_origins Ls!
expose_headers Ls?
max_age_seconds n?
cors_rule L{0-IY?-#
grant S{0-It?-#
abort_incomplete_multipart_upload_days n?
date s?
days n?
expired_object_delete_marker b?
expiration L{0-J8?#0,1
noncurrent_version_expiration L{0-JL?#0,1
noncurrent_version_transition S{0-JQ?#
transition S{0-JZ?#
lifecycle_rule L{0-Jm?-#
target_bucket s!
target_prefix s?
logging L{0-KL?-#0,1
object_lock_enabled s?-
years n?
default_retention L{0-KU!#1,1
rule L{0-Kh?-#0,1
object_lock_configuration L{0-Km?-#0,1
object_lock_enabled b?=
policy s?=-
delete_marker_replication_status s?
access_control_translation L{0-Kv?#0,1
minutes n?
metrics L{0-K-?#0,1
replica_kms_key_id s?
replication_time L{0-K-?#0,1
destination L{0-L7!#1,1
filter L{0-La?#0,1
sse_kms_encrypted_objects L{0QP8?#0,1
source_selection_criteria L{0-Lj?#0,1
rules S{0-Lo!#1,0
replication_configuration L{0-MJ?-#0,1
request_payer s?=-
kms_master_key_id s?
apply_server_side_encryption_by_default L{0-MS!#1,1
bucket_key_enabled b?
rule L{0-Mb!#1,1
server_side_encryption_configuration L{0-Mk?-#0,1
mfa_delete b?
versioning L{0-Mp?-#0,1
error_document s?
index_document s?
redirect_all_requests_to s?
routing_rules s?
website L{0-My?-#0,1
website_domain s=-
website_endpoint s=-
bucket_namespace s?=
abac_status L{0Y_F?#
grantee L{0-TZ?#0,1
grant S{0-Tu?#
owner L{0-U1!#1,1
access_control_policy L{0-UA?#0,1
acl s?
bucket_account_id s?
s3_bucket_destination L{0-V1!#1,1
destination L{0-VI!#1,1
output_schema_version s?
data_export L{0-VN!#1,1
storage_class_analysis L{0-VW?#0,1
allowed_headers Ss?
allowed_origins Ss!
cors_rule S{0-WJ!#1,100
access_tier s!
days n!
tiering S{0-XI!#1,0
sse_kms L{0-YH?#0,1
sse_s3 L{02nO?#0,1
encryption L{0-YM?#0,1
bucket L{0-YV!#1,1
destination L{0-Yq!#1,1
filter L{0-Yv?#0,1
included_object_versions s!
optional_fields Ss?
schedule L{0O_Y!#1,1
expected_bucket_owner s?=
days_after_initiation n?
abort_incomplete_multipart_upload L{0-aC?#
days n?=
expired_object_delete_marker b?=
expiration L{0-aH?#
object_size_greater_than n?=
object_size_less_than n?=
and L{0-aU?#
tag L{06SN?#
filter L{0-al?#
newer_noncurrent_versions n?=
noncurrent_days n!
noncurrent_version_expiration L{0-b4?#
noncurrent_version_transition S{0-bD?#
prefix s?=-
transition S{0-bQ?#
rule L{0-bd?#
transition_default_minimum_object_size s?=
newer_noncurrent_versions n?
noncurrent_version_expiration L{0-cb?#
noncurrent_version_transition S{0-ck?#
rule L{0-cx?#
grantee L{0-TZ!#1,1
target_grant S{0-dz?#
partition_date_source s!
partitioned_prefix L{0-e6?#0,1
simple_prefix L{02nO?#0,1
target_object_key_format L{0-eB?#0,1
target_prefix s!
table_bucket_arn s
table_bucket_type s
table_namespace s
destination L{0-fI=
configuration_state s!
encryption_configuration L{0sZ9?#
table_arn s=
table_name s=
inventory_table_configuration L{0-fV?#
expiration s!
record_expiration L{0-fm?#
journal_table_configuration L{0-fv?#
metadata_configuration L{0-gA?#
access_point s?
filter L{0-gi?#0,1
eventbridge b?
filter_prefix s?
filter_suffix s?
lambda_function_arn s?
lambda_function L{0-hV?#
queue_arn s!
queue L{0-hq?#
topic L{0-i9?#
bucket_key_enabled b?=
cache_control s?
content_base64 s?
content_disposition s?
content_language s?
key s!-
object_lock_legal_hold_status s?
object_lock_mode s?
object_lock_retain_until_date s?
server_side_encryption s?=
source_hash s?
storage_class s?=
website_redirect s?
object_lock_enabled s?
default_retention L{0-mw!#1,1
rule L{0-n7?#0,1
token s?*
object_ownership s!
rule L{0-o2!#1,1
delete_marker_replication L{0Y_F?#0,1
account s?
replica_kms_key_id s!
encryption_configuration L{0-pz?#0,1
event_threshold L{0-q2?#0,1
metrics L{0-q7?#0,1
time L{0-q2!#1,1
replication_time L{0-qG?#0,1
destination L{0-qP!#1,1
existing_object_replication L{0Y_F?#0,1
and L{0-La?#0,1
tag L{06SN?#0,1
filter L{0-qs?#0,1
prefix s?-
replica_modifications L{0Y_F?#0,1
sse_kms_encrypted_objects L{0Y_F?#0,1
source_selection_criteria L{0-r3?#0,1
rule L{0-rC!#1,1000
payer s!
apply_server_side_encryption_by_default L{0-MS?#0,1
rule S{0-t5!#1,0
kms_master_key_id s?=
apply_server_side_encryption_by_default L{0-tV?#0,1
blocked_encryption_types Ls?=
rule S{0-te!#1,0
mfa s?
mfa_delete s?=
versioning_configuration L{0-uA!#1,1
error_document L{0-v1?#0,1
suffix s!
index_document L{0-v6?#0,1
host_name s!
redirect_all_requests_to L{0-vB?#0,1
http_error_code_returned_equals s?
key_prefix_equals s?
condition L{0-vK?#0,1
host_name s?
http_redirect_code s?
replace_key_prefix_with s?
replace_key_with s?
redirect L{0-vT!#1,1
routing_rule L{0-vo?#
routing_rules s?=
data_redundancy s?=
location L{0-xH?#
acl s?=
checksum_algorithm s?
default_tags L{0-yW?#0,1
override_provider L{0-yb?#0,1
cache_control s?=
content_disposition s?=
content_encoding s?=
content_language s?=
copy_if_match s?
copy_if_modified_since s?
copy_if_none_match s?
copy_if_unmodified_since s?
customer_algorithm s?=
customer_key s?*
customer_key_md5 s?=
expected_source_bucket_owner s?
grant S{0_18?#
kms_encryption_context s?=*
kms_key_id s?=*
metadata Ms?=
metadata_directive s?
object_lock_legal_hold_status s?=
object_lock_mode s?=
object_lock_retain_until_date s?=
request_charged b=
source_customer_algorithm s?
source_customer_key s?*
source_customer_key_md5 s?
source_version_id s=
tagging_directive s?
website_redirect s?=
access_grant_arn s=
access_grant_id s=
s3_sub_prefix s?
access_grants_location_configuration L{0_8J?#
access_grants_location_id s!
grant_scope s=
grantee_identifier s!
grantee_type s!
grantee L{0_8O?#
s3_prefix_type s?
access_grants_instance_arn s=
access_grants_instance_id s=
identity_center_arn s?
access_grants_location_arn s=
access_grants_location_id s=
location_scope s!
outpost_id s!
public_access_block_enabled b=
days_after_initiation n!
abort_incomplete_multipart_upload L{0_ET?#0,1
rule S{0_EY!#1,0
prefixes Ls?
scope L{0_FL?#
public_access_block L{0-Fr?#0,1
region S{0_Fy!#1,20
details L{0_G9!#1,1
details L{0_I5!#1,1
established s=
proposed s=
mrap s!
traffic_dial_percentage n!
route S{0_J4?#
allowed_features Ss?
cloud_watch_metrics_enabled b?
supporting_access_point s!
function_payload s?
aws_lambda L{0_JY!#1,1
content_transformation L{0_Jh!#1,1
transformation_configuration S{0_Jm!#1,0
configuration L{0_Jv!#1,1
config_id s!
activity_metrics L{0XnA?#0,1
advanced_cost_optimization_metrics L{0XnA?#0,1
advanced_data_protection_metrics L{0XnA?#0,1
detailed_status_code_metrics L{0XnA?#0,1
max_depth n?
min_storage_bytes_percentage n?
selection_criteria L{0_Lk?#0,1
storage_metrics L{0_Lx!#1,1
prefix_level L{0_M4?#0,1
bucket_level L{0_M9!#1,1
account_level L{0_MU!#1,1
aws_org L{0QGr?#0,1
cloud_watch_metrics L{0QP8?#0,1
sse_s3 L{02nO?#
encryption L{0_Mp?#0,1
output_schema_version s!
s3_bucket_destination L{0_My?#0,1
data_export L{0_NL?#0,1
buckets Ss?
exclude L{0_NU?#0,1
include L{0_NU?#0,1
storage_lens_configuration L{0_Nd!#1,1
advanced_performance_metrics L{0XnA?#0,1
bucket_level L{0_O-!#1,1
account_level L{0_PN!#1,1
storage_lens_table_destination L{0_Pm?#0,1
data_export L{0_Pv?#0,1
expanded_prefixes_data_export L{0_Q6?#0,1
prefix_delimiter s?
storage_lens_configuration L{0_QF!#1,1
posix_user L{0de-?#
creation_permissions L{0dfB?#
root_directory L{0_RH?#
accept_bucket_warning b?
ipv4_address s?=
days_after_last_access n!
expiration_data_rule S{0_UM?#
size_less_than n!
import_data_rule S{0_UR?#
latest_version_number n?=
access_type s?=
network_interfaces S{0_Uz=
table_bucket_arn s!
sse_algorithm s
encryption_configuration {0_X6?=
target_file_size_mb n
settings {0_XF
iceberg_compaction {0_XK
max_snapshot_age_hours n
min_snapshots_to_keep n
settings {0_XT
iceberg_snapshot_management {0_Xc
maintenance_configuration {0_Xl?=
metadata_location s=
modified_by s=
version_token s=
warehouse_location s=
field L{0_Yv?#
schema L{0_Z6?#
iceberg L{0_ZB?#
metadata L{0_ZG?#
iceberg L{0_ac?#
metadata L{0_al?#
encryption_configuration {0_X6?
non_current_days n
unreferenced_days n
settings {0_c5
iceberg_unreferenced_file_removal {0_cE
maintenance_configuration {0_cN?=
sse_algorithm s?
encryption_configuration {0_cr?=
resource_policy s!
destination_table_bucket_arn s!
destination S{0_ec?#
rule L{0_eh?#
data_type s!
dimension n!
distance_metric s!
vector_bucket_name s!
sse_type s
encryption_configuration L{0_gf?=
non_filterable_metadata_keys Ss!
metadata_configuration L{0_go?#
vector_bucket_arn s=
vector_bucket_arn s!
algorithm_description s?
algorithm_name s!
algorithm_status s=
certify_for_marketplace b?=
etag s?
s3_data_type s!
additional_s3_data_source L{0_iM?#
hub_content_name s?
hub_content_version s?
recipe_name s?
base_model L{0_id?#
container_hostname s?
framework_version s?
is_checkpoint b?=
model_data_etag s?
hub_content_arn s?
hub_access_config L{0_iq?#
manifest_etag s?
manifest_s3_uri s?
accept_eula b?
model_access_config L{0_iv?#
s3_data_source L{0_i-?#
model_data_source L{0_jV?#
model_data_url s?
data_input_config s?
model_input L{0_ja?#
nearest_model_name s?
containers L{0_jf?#
supported_content_types Ls?
supported_realtime_inference_instance_types Ls?
supported_response_mime_types Ls?
supported_transform_instance_types Ls?
inference_specification L{0_kc?#
metric_definitions L{02mf?#
is_required b?=
is_tunable b?=
categorical_parameter_range_specification L{0_kx?#
max_value s!
min_value s!
continuous_parameter_range_specification L{0_l0?#
integer_parameter_range_specification L{0_l0?#
range L{0_l9?#
supported_hyper_parameters L{0_lM?#
supported_training_instance_types Ls!
supported_tuning_job_objective_metrics L{0_lp?#
supports_distributed_training b?=
supported_compression_types Ls?
supported_content_types Ls!
supported_input_modes Ls!
training_channels L{0_ly?#
training_image s!
training_image_digest s?=
training_specification L{0_mL?#
profile_name s!
hyper_parameters Ms?
directory_path s!
file_system_access_mode s!
file_system_type s!
file_system_data_source L{0_mw?#
attribute_names Ls?
instance_group_names Ls?
s3_data_distribution_type s?
s3_data_source L{0_nB?#
data_source L{0_ne?#
input_mode s?=
record_wrapper_type s?
seed n!
shuffle_config L{0_nn?#
input_data_config L{0_ns?#
s3_output_path s!
output_data_config L{0_oJ?#
instance_group_name s!
instance_groups L{0_oW?#
enable_multiple_jobs b?
ultra_server_id s?
placement_specifications L{0_oj?#
instance_placement_config L{0_os?#
keep_alive_period_in_seconds n?=
training_plan_arn s?
volume_size_in_gb n?
resource_config L{0_o_?#
max_pending_time_in_seconds n?=
max_runtime_in_seconds n?
max_wait_time_in_seconds n?=
stopping_condition L{0_pW?#
training_input_mode s!
training_job_definition L{0_pj?#
batch_strategy s?
max_concurrent_transforms n?
max_payload_in_mb n?
s3_data_source L{0_q6?#
data_source L{0_qF?#
split_type s?
transform_input L{0_qK?#
accept s?
assemble_with s?
transform_output L{0_qb?#
transform_ami_version s?
transform_resources L{0_qs?#
transform_job_definition L{0_r7?#
validation_profiles L{0_ra?#
validation_role s!
validation_specification L{0_rn?#
app_type s!
lifecycle_config_arn s?
sagemaker_image_arn s?=
sagemaker_image_version_alias s?
sagemaker_image_version_arn s?
resource_spec L{0_sp?#0,1
space_name s?
user_profile_name s?
app_image_config_name s!
container_arguments Ls?
container_entrypoint Ls?
container_environment_variables Ms?
container_config L{0_uU?#0,1
default_gid n?
default_uid n?
mount_path s?
file_system_config L{0_uh?#0,1
code_editor_app_image_config L{0_uu?#0,1
jupyter_lab_image_config L{0_uu?#0,1
kernel_spec L{0_v1!#1,5
kernel_gateway_image_config L{0_vA?#0,1
code_repository_name s!
git_config L{0_wP!#1,1
post_analytics_processor_source_uri s?
record_preprocessor_source_uri s?
data_quality_app_specification L{0_xS!#1,1
constraints_resource L{0_xj?#0,1
statistics_resource L{0_xj?#0,1
data_quality_baseline_config L{0_xo?#0,1
data_captured_destination_s3_uri s!
header b?
csv L{0_xx?#0,1
line b?
json L{0_y0?#0,1
dataset_format L{0_y5!#1,1
local_path s?
s3_data_distribution_type s?=
s3_input_mode s?=
batch_transform_input L{0_yE?#0,1
endpoint_input L{0_yZ?#0,1
data_quality_job_input L{0_yq!#1,1
s3_upload_mode s?=
s3_output L{0_yz!#1,1
monitoring_outputs L{0_zA!#1,1
data_quality_job_output_config L{0_zF!#1,1
volume_size_in_gb n!
cluster_config L{0_zO!#1,1
job_resources L{0_zf!#1,1
enable_inter_container_traffic_encryption b?
enable_network_isolation b?
network_config L{0_zk?#0,1
max_runtime_in_seconds n?=
stopping_condition L{0_zx?#0,1
iot_thing_name s?
device L{0__k!#1,1
device_fleet_name s!
enable_iot_role_alias b?
iot_role_alias s=
s3_output_location s!
output_config L{100f!#1,1
app_network_access_type s?
app_security_group_management s?
efs_file_system_config L{1028?#0,1
custom_file_system_config L{102H?#
custom_posix_user_config L{102M?#0,1
idle_timeout_in_minutes n?
lifecycle_management s?
max_idle_timeout_in_minutes n?
min_idle_timeout_in_minutes n?
idle_settings L{102V?#0,1
app_lifecycle_management L{102m?#0,1
built_in_lifecycle_config_arn s?
code_repository S{102r?#0,10
image_name s!
image_version_number n?
custom_image L{102w?#0,200
sagemaker_image_arn s?
default_resource_spec L{1037?#0,1
assumable_role_arns Ss?
execution_role_arns Ss?
emr_settings L{103S?#0,1
lifecycle_config_arns Ss?
jupyter_lab_app_settings L{103b?#0,1
jupyter_server_app_settings L{1042?#0,1
kernel_gateway_app_settings L{104F?#0,1
default_ebs_volume_size_in_gb n!
maximum_ebs_volume_size_in_gb n!
default_ebs_storage_settings L{104S?#0,1
space_storage_settings L{104b?#0,1
default_space_settings L{104g?#0,1
auto_mount_home_efs s?=
direct_deploy_settings L{0vWl?#0,1
emr_serverless_settings L{105B?#0,1
amazon_bedrock_role_arn s?
generative_ai_settings L{105K?#0,1
data_source_name s?
identity_provider_oauth_settings L{105P?#0,20
kendra_settings L{0vWl?#0,1
cross_account_model_register_role_arn s?
model_register_settings L{105c?#0,1
amazon_forecast_role_arn s?
time_series_forecasting_settings L{105l?#0,1
s3_artifact_path s?
s3_kms_key_id s?
workspace_settings L{105u?#0,1
canvas_app_settings L{1061?#0,1
code_editor_app_settings L{106Y?#0,1
default_landing_uri s?=
r_session_app_settings L{106t?#0,1
access_status s?
user_group s?
r_studio_server_pro_app_settings L{1070?#0,1
notebook_output_option s?
s3_output_path s?
sharing_settings L{1079?#0,1
studio_web_portal s?=
hidden_app_types Ss?
hidden_instance_types Ss?
hidden_ml_tools Ss?
studio_web_portal_settings L{107M?#0,1
tensor_board_app_settings L{107Z?#0,1
default_user_settings L{107e!#1,1
enable_docker_access s?
vpc_only_trusted_accounts Ss?
docker_settings L{108n?#0,1
execution_role_identity_config s?
domain_execution_role_arn s!
r_studio_connect_url s?
r_studio_package_manager_url s?
r_studio_server_pro_domain_settings L{108w?#0,1
domain_settings L{109B?#0,1
home_efs_file_system_id s=
home_efs_file_system s?
retention_policy L{109S?#0,1
security_group_id_for_domain_boundary s=
single_sign_on_application_arn s=
single_sign_on_managed_application_instance_id s=
tag_propagation s?
trusted_identity_propagation_settings L{0Y_F?#0,1
domain_settings L{10CF?#0,1
alarms S{10Dz?#0,10
auto_rollback_configuration L{10E2?#0,1
maximum_execution_timeout_in_seconds n?
termination_wait_in_seconds n?
canary_size L{10E7?#0,1
linear_step_size L{10E7?#0,1
wait_interval_in_seconds n!
traffic_routing_configuration L{10EG!#1,1
blue_green_update_policy L{10EX?#0,1
maximum_batch_size L{10E7!#1,1
rollback_maximum_batch_size L{10E7?#0,1
rolling_update_policy L{10Ek?#0,1
deployment_config L{10E_?#0,1
endpoint_config_name s!
max_concurrent_invocations_per_instance n?
client_config L{10GA?#0,1
error_topic s?
include_inference_response_in Ss?
success_topic s?
notification_config L{10GF?#0,1
s3_failure_path s?
output_config L{10GS!#1,1
async_inference_config L{10Gj?#0,1
csv_content_types Ss?
json_content_types Ss?
capture_content_type_header L{10Gs?#0,1
capture_mode s!
capture_options L{10G_!#1,2
destination_s3_uri s!
enable_capture b?
initial_sampling_percentage n!
data_capture_config L{10H4?#0,1
accelerator_type s?
container_startup_health_check_timeout_in_seconds n?
core_dump_config L{10HT?#0,1
enable_ssm_access b?
inference_ami_version s?
initial_instance_count n?
initial_variant_weight n?
max_instance_count n?
min_instance_count n?
managed_instance_scaling L{10Hc?#0,1
model_data_download_timeout_in_seconds n?
model_name s!
routing_strategy s!
routing_config L{10Hp?#
max_concurrency n!
memory_size_in_mb n!
provisioned_concurrency n?
serverless_config L{10Hu?#0,1
variant_name s?=
volume_size_in_gb n?=
production_variants L{10I5!#1,10
core_dump_config L{10J2?#0,1
shadow_production_variants L{10JB?#0,10
model_name s?
production_variants L{10Kr!#1,10
shadow_production_variants L{10Lo?#0,10
ml_reservation_arn s?
capacity_reservation_config L{10Na?#0,1
production_variants L{10Nj!#1,10
shadow_production_variants L{10Ok?#0,10
event_time_feature_name s!
dimension n?
vector_config L{10Qa?#0,1
collection_config L{10Qf?#0,1
collection_type s?
feature_type s?
feature_definition L{10Qk!#1,2500
feature_group_name s!
catalog s?=
database s?=
table_name s?=
data_catalog_config L{10Q_?#0,1
disable_glue_table_creation b?
resolved_output_s3_uri s?=
s3_storage_config L{10RC!#1,1
table_format s?
offline_store_config L{10RP?#0,1
enable_online_store b?
security_config L{0l14?#0,1
ttl_duration L{0dc7?#0,1
online_store_config L{10Rg?#0,1
record_identifier_feature_name s!
provisioned_read_capacity_units n?
provisioned_write_capacity_units n?
throughput_config L{10Rx?#0,1
flow_definition_name s!
human_loop_activation_conditions s!
human_loop_activation_conditions_config L{10Ts?#0,1
human_loop_activation_config L{10Tx?#0,1
human_task_ui_arn s!
cents n?
dollars n?
tenth_fractions_of_a_cent n?
amount_in_usd L{10U0?#0,1
public_workforce_task_price L{10UD?#0,1
task_availability_lifetime_in_seconds n?
task_count n!
task_description s!
task_keywords Ss?
task_time_limit_in_seconds n?
task_title s!
workteam_arn s!
human_loop_config L{10UI!#1,1
aws_managed_human_loop_request_source s!
human_loop_request_source L{10Ut?#0,1
output_config L{10Uy!#1,1
hub_description s!
hub_display_name s?
hub_name s!
hub_search_keywords Ss?
s3_storage_config L{10WR?#0,1
hub_arn s=
hub_content_arn s=
hub_content_name s!
hub_content_status s=
hub_content_version s=
min_version s?
sagemaker_public_hub_content_arn s!
human_task_ui_name s!
content_sha256 s=
ui_template L{10YV!#1,1
autotune L{0mW8?#
objective L{0_lp?#
value_hint s!
auto_parameters L{10ZY?#
categorical_parameter_ranges L{00Tl?#
scaling_type s?=
continuous_parameter_ranges L{10Zh?#
integer_parameter_ranges L{10Zh?#
parameter_ranges L{10Zy?#
random_seed n?
max_number_of_training_jobs n?=
max_parallel_training_jobs n!
resource_limits L{10aD?#
max_resource n?
min_resource n?
hyperband_strategy_config L{10aQ?#
strategy_config L{10aZ?#
training_job_early_stopping_type s?=
max_number_of_training_jobs_not_improving n?=
best_objective_not_improving L{10ae?#
complete_on_convergence s?
convergence_detected L{10aj?#
target_objective_metric_value n?
tuning_job_completion_criteria L{10ao?#
config L{10a_?#
algorithm_name s?=
training_image s?=
algorithm_specification L{10bW?#
checkpoint_config L{10bn?#
definition_name s?
enable_inter_container_traffic_encryption b?=
enable_managed_spot_training b?=
enable_network_isolation b?=
hyper_parameter_ranges L{10Zy?#
instance_configs L{10bw?#
hyper_parameter_tuning_resource_config L{10c7?#
attribute_names Ss?
hub_content_arn s!
hub_access_config L{10cW?#
instance_group_names Ss?
accept_eula b!
model_access_config L{10cb?#
s3_data_source L{10cg?#
data_source L{10d7?#
input_mode s?
input_data_config L{10dG?#
output_data_config L{10dj?#
keep_alive_period_in_seconds n?
resource_config L{10dw?#
maximum_retry_attempts n
retry_strategy L{10eR?=
static_hyper_parameters Ms?=
max_pending_time_in_seconds n?
max_wait_time_in_seconds n?
stopping_condition L{10eW?#
tuning_objective L{0_lp?#
vpc_config L{0Vw1?#
training_job_definition L{10ej?#
training_job_definitions L{10ej?#
parent_hyper_parameter_tuning_jobs L{0OqO?#
warm_start_type s?
warm_start_config L{10fs?#
base_image s!
container_image s=
horovod b?
job_type s?
ml_framework s?
processor s?
programming_lang s?
release_notes s?
vendor_guidance s?
annotation_consolidation_lambda_arn s!
annotation_consolidation_config L{10jq?#
max_concurrent_task_count n?=
number_of_human_workers_per_data_object n!
pre_human_task_lambda_arn s?
amount_in_usd L{10U0?#
public_workforce_task_price L{10jv?#
task_availability_lifetime_in_seconds n?=
task_time_limit_in_seconds n!
human_task_ui_arn s?
ui_template_s3_uri s?
ui_config L{10j-?#
human_task_config L{10k7?#
content_classifiers Ss?
data_attributes L{10ku?#
manifest_s3_uri s!
s3_data_source L{10kz?#
sns_data_source L{10l2?#
data_source L{10l7?#
input_config L{10lG?#
job_reference_code s=
label_attribute_name s!
label_category_config_s3_uri s?
failed_non_retryable_error n
human_labeled n
machine_labeled n
total_labeled n
unlabeled n
label_counters L{10lP=
initial_active_learning_model_arn s?
labeling_job_algorithm_specification_arn s!
labeling_job_resource_config L{10lk?#
labeling_job_algorithms_config L{10lt?#
labeling_job_arn s=
labeling_job_name s!
labeling_job_status s=
output_config L{10m4?#
max_human_labeled_object_count n
max_percentage_of_input_dataset_labeled n
stopping_conditions L{10mH?=
account_default_status s?
artifact_store_uri s!
default_domain_id_list Ss?
model_registration_mode s?=
automatic_model_registration b?
mlflow_version s?=
tracking_server_name s!
tracking_server_size s?
tracking_server_url s=
repository_access_mode s!
repository_credentials_provider_arn s!
repository_auth_config L{10ps?#0,1
image_config L{10px?#0,1
inference_specification_name s?
model_access_config L{10cb?#0,1
s3_data_source L{10q4!#1,0
model_data_source L{10qL?#0,1
model_package_name s?
model_cache_setting s?
multi_model_config L{10qQ?#0,1
container L{10qV?#
inference_execution_config L{0mW8?#0,1
primary_container L{10qV?#0,1
additional_model_data_source L{10rr?#
container L{10r-?#
primary_container L{10r-?#0,1
model_card_arn s=
model_card_name s!
model_card_status s!
security_config L{0v4O?#
s3_export_artifacts s
export_artifacts L{10u1=
model_card_export_job_arn s=
model_card_export_job_name s!
model_card_version n?=
output_config L{10u6?#
model_package_group_description s?
model_package_group_name s!
monitoring_job_definition_name s!
monitoring_type s!
schedule_config L{0XOR?#0,1
monitoring_schedule_config L{10w0!#1,1
baselining_job_name s?
baseline L{10x3?#0,1
monitoring_app_specification L{10xG!#1,1
end_time_offset s?
exclude_features_attribute s?
features_attribute s?
inference_attribute s?
local_path s!
probability_attribute s?
probability_threshold_attribute n?
start_time_offset s?
batch_transform_input L{10xb?#0,1
endpoint_input L{10yM?#0,1
monitoring_inputs L{10z3!#1,1
s3_output L{10zC!#1,1
monitoring_outputs L{10zP!#1,1
monitoring_output_config L{10zU!#1,1
monitoring_resources L{0_zf!#1,1
stopping_condition L{0_zx?#
monitoring_job_definition L{10zd?#0,1
monitoring_job_definition_name s?
monitoring_schedule_config L{10-C!#1,1
accelerator_types Ss?-
additional_code_repositories Ss?
default_code_repository s?
direct_internet_access s?
minimum_instance_metadata_service_version s?=
instance_metadata_service_configuration L{10-w?#0,1
lifecycle_config_name s?
platform_identifier s?=
root_access s?
on_create s?
on_start s?
max_parallel_execution_steps n!
parallelism_configuration L{112d?#0,1
pipeline_definition s?
object_key s!
pipeline_definition_s3_location L{112i?#0,1
pipeline_description s?
pipeline_display_name s!
project_description s?
project_id s=
path_id s?
provisioning_artifact_id s?=
provisioning_parameter L{114N?#
service_catalog_provisioning_details L{114W!#1,1
home_efs_file_system_uid s=
owner_user_profile_name s!
ownership_settings L{116D?#0,1
space_display_name s?
app_type s?
idle_settings L{116I?#0,1
app_lifecycle_management L{116N?#0,1
default_resource_spec L{1037!#1,1
code_editor_app_settings L{116S?#0,1
efs_file_system L{116b!#1,1
custom_file_system L{116g?#
jupyter_lab_app_settings L{116l?#0,1
jupyter_server_app_settings L{116y?#0,1
kernel_gateway_app_settings L{1179?#0,1
ebs_volume_size_in_gb n!
ebs_storage_settings L{117M!#1,1
space_storage_settings L{117R?#0,1
space_settings L{117W?#0,1
sharing_type s!
space_sharing_settings L{117z?#0,1
studio_lifecycle_config_app_type s!
studio_lifecycle_config_content s!
studio_lifecycle_config_name s!
algorithm_name s?
enable_sagemaker_metrics_time_series b?=
training_image s?
training_repository_access_mode s?
training_repository_credentials_provider_arn s?
training_repository_auth_config L{11Ac?#
training_image_config L{11Ah?#
training_input_mode s?
algorithm_specification L{11Aq?#
collection_parameters Ms?
collection_configurations L{11BL?#
hook_parameters Ms?
debug_hook_config L{11BU?#
rule_configuration_name s!
rule_evaluator_image s!
rule_parameters Ms?
debug_rule_configurations L{11Bl?#
delete_model_packages_on_destroy b?
delete_vpc_enis_on_destroy b?
experiment_name s?
run_name s?
trial_component_display_name s?
trial_name s?
experiment_config L{11CC?#
enable_infra_check b?
infra_check_config L{11CT?#
s3_data_source L{11CY?#
data_source L{11C_?#
record_wrapper_type s?=
seed n?
shuffle_config L{11D8?#
input_data_config L{11DD?#
mlflow_experiment_name s?
mlflow_resource_arn s!
mlflow_run_name s?
mlflow_config L{11Dg?#
model_package_group_arn s!
source_model_package_arn s?
model_package_config L{11Dt?#
output_data_config L{11E0?#
disable_profiler b?
profiling_interval_in_milliseconds n?
profiling_parameters Ms?
profiler_config L{11ED?#
profiler_rule_configurations L{11Bl?#
enable_remote_debug b?
remote_debug_config L{11EU?#
instance_group_name s?
instance_groups L{11EZ?#
placement_specifications L{11Em?#
instance_placement_config L{11Ev?#
resource_config L{11F2?#
maximum_retry_attempts n!
retry_strategy L{11FZ?#
base_model_arn s!
customization_technique s?
evaluation_type s?
evaluator_arn s?
peft s?
serverless_job_config L{11Fe?#
enable_session_tag_chaining b?
session_chaining_config L{11G5?#
stopping_condition L{11GA?#
tensor_board_output_config L{11GN?#
training_job_name s!
security_group_ids Ls!
subnets Ls!
vpc_config L{11GW?#
single_sign_on_user_identifier s?
single_sign_on_user_value s?
user_profile_name s!
file_system_path s?
efs_file_system_config L{11Io?#
custom_file_system_config L{11Ix?#
default_landing_uri s?
user_settings L{11J0?#0,1
user_pool s!
cognito_config L{11LV?#0,1
jwks_uri s!
logout_endpoint s!
oidc_config L{11Le?#0,1
cidrs Ss!
source_ip_config L{11MH?#0,1
subdomain s=
workforce_name s!
workforce_vpc_config L{11MM?#0,1
user_group s!
cognito_member_definition L{11Nj?#0,1
oidc_member_definition L{11Nw?#0,1
member_definition L{11N_!#1,10
notification_configuration L{11O8?#0,1
source_ip s?=
vpc_source_ip s?=
iam_policy_constraints L{11OD?#0,1
s3_presign L{11OM?#0,1
worker_access_configuration L{11OR?#0,1
workforce_name s?
workteam_name s!
purchase_time s?=
savings_plan_id s=
savings_plan_offering_id s!
upfront_payment_amount s?=
maximum_window_in_minutes n?
flexible_time_window L{11RR!#1,1
group_name s?=
dead_letter_config L{0QGr?#0,1
capacity_provider_strategy S{06Rz?#0,6
placement_strategy S{06Tn?#0,5
ecs_parameters L{11Ra?#0,1
eventbridge_parameters L{11ST?#0,1
kinesis_parameters L{0up5?#0,1
pipeline_parameter S{0LTD?#0,200
sagemaker_pipeline_parameters L{11Sc?#0,1
sqs_parameters L{0TmD?#0,1
target L{11Sh!#1,1
action_after_completion s?=
version_created_date s=
force_overwrite_replica_secret b?
last_accessed_date s=
replica S{11ZU?#
rotate_immediately b?
rotation_lambda_arn s?
automatically_after_days n?
duration s?
rotation_rules L{11cu!#1,1
external_secret_rotation_metadata L{06SN?#
external_secret_rotation_role_arn s?
rotation_enabled b?=
rotation_rules L{11cu?#0,1
has_secret_string_wo b=
secret_binary s?*
secret_string s?*
secret_string_wo s?*w
secret_string_wo_version n?
version_stages Ss?=
has_secret_string_wo b=w
cidr_blocks Ls?
ipv6_cidr_blocks Ls?
prefix_list_ids Ls?
security_group_rule_id s=
self b?
source_security_group_id s?=
auto_enable_controls b?
control_finding_generator s?=
enable_default_standards b?
aggregation_region s=
linked_regions Ss?
region_linking_mode s!
confidence n?
criticality n?
updated_by s!
note L{11mg?#
product_arn s!
related_findings S{11mp?#
label s?=
product n?
severity L{11my?#
user_defined_fields Ms?
verification_state s?
workflow L{0vWl?#
finding_fields_update L{11n5?#
actions S{11ng?#
aws_account_name S{0jl9?#
company_name S{0jl9?#
compliance_associated_standards_id S{0jl9?#
compliance_security_control_id S{0jl9?#
compliance_status S{0jl9?#
eq n?
gt n?
gte n?
lt n?
lte n?
confidence S{11np?#
date_range L{0MOh?#
created_at S{11o8?#
criticality S{11np?#
description S{0jl9?#
first_observed_at S{11o8?#
generator_id S{0jl9?#
id S{0jl9?#
last_observed_at S{11o8?#
note_text S{0jl9?#
note_updated_at S{11o8?#
note_updated_by S{0jl9?#
product_arn S{0jl9?#
product_name S{0jl9?#
record_state S{0jl9?#
related_findings_id S{0jl9?#
related_findings_product_arn S{0jl9?#
resource_application_arn S{0jl9?#
resource_application_name S{0jl9?#
resource_details_other S{0jlj?#
resource_partition S{0jl9?#
resource_region S{0jl9?#
severity_label S{0jl9?#
source_url S{0jl9?#
type S{0jl9?#
updated_at S{11o8?#
user_defined_fields S{0jlj?#
verification_state S{0jl9?#
workflow_status S{0jl9?#
criteria L{11oL?#
is_terminal b?=
rule_order n!
rule_status s?=
connector_arn s!
external_integration_configuration L{11sC?#
severity_id n?
status_id n?
finding_fields_update L{11sH?#
action L{11sU?#
ocsf_finding_criteria_json s!
criteria L{11sh?#
enabled_standard_arns Ss?
disabled_control_identifiers Ss?
enabled_control_identifiers Ss?
value b!
bool L{11tT?#0,1
double L{0vk4?#0,1
enum L{0neH?#0,1
value Ls!
enum_list L{11tY?#0,1
int L{0vk4?#0,1
value Ln!
int_list L{11td?#0,1
string L{0neH?#0,1
string_list L{11tY?#0,1
value_type s!
parameter S{11ti!#1,0
security_control_custom_parameter L{11uL?#
security_controls_configuration L{11uU?#0,1
service_enabled b!
configuration_policy L{11uh!#1,1
connector_id s=
auth_status s=
cloud_id s=
project_key s!
jira_cloud L{11wC?#
service_now L{11wX?#
connector_provider L{11wk?#
connector_status s
last_checked_at s
health L{11wt=
feature_status s!
linking_mode s!
specified_regions Ss?
aws_account_id S{0jl9?#0,20
company_name S{0jl9?#0,20
compliance_status S{0jl9?#0,20
eq s?
confidence S{11yj?#0,20
date_range L{0MOh?#0,1
created_at S{11yw?#0,20
criticality S{11yj?#0,20
description S{0jl9?#0,20
finding_provider_fields_confidence S{11yj?#0,20
finding_provider_fields_criticality S{11yj?#0,20
finding_provider_fields_related_findings_id S{0jl9?#0,20
finding_provider_fields_related_findings_product_arn S{0jl9?#0,20
finding_provider_fields_severity_label S{0jl9?#0,20
finding_provider_fields_severity_original S{0jl9?#0,20
finding_provider_fields_types S{0jl9?#0,20
first_observed_at S{11yw?#0,20
generator_id S{0jl9?#0,20
id S{0jl9?#0,20
keyword S{0neH?#0,20
last_observed_at S{11yw?#0,20
malware_name S{0jl9?#0,20
malware_path S{0jl9?#0,20
malware_state S{0jl9?#0,20
malware_type S{0jl9?#0,20
network_destination_domain S{0jl9?#0,20
network_destination_ipv4 S{0pyO?#0,20
network_destination_ipv6 S{0pyO?#0,20
network_destination_port S{11yj?#0,20
network_direction S{0jl9?#0,20
network_protocol S{0jl9?#0,20
network_source_domain S{0jl9?#0,20
network_source_ipv4 S{0pyO?#0,20
network_source_ipv6 S{0pyO?#0,20
network_source_mac S{0jl9?#0,20
network_source_port S{11yj?#0,20
note_text S{0jl9?#0,20
note_updated_at S{11yw?#0,20
note_updated_by S{0jl9?#0,20
process_launched_at S{11yw?#0,20
process_name S{0jl9?#0,20
process_parent_pid S{11yj?#0,20
process_path S{0jl9?#0,20
process_pid S{11yj?#0,20
process_terminated_at S{11yw?#0,20
product_arn S{0jl9?#0,20
product_fields S{0jlj?#0,20
product_name S{0jl9?#0,20
recommendation_text S{0jl9?#0,20
record_state S{0jl9?#0,20
related_findings_id S{0jl9?#0,20
related_findings_product_arn S{0jl9?#0,20
resource_aws_ec2_instance_iam_instance_profile_arn S{0jl9?#0,20
resource_aws_ec2_instance_image_id S{0jl9?#0,20
resource_aws_ec2_instance_ipv4_addresses S{0pyO?#0,20
resource_aws_ec2_instance_ipv6_addresses S{0pyO?#0,20
resource_aws_ec2_instance_key_name S{0jl9?#0,20
resource_aws_ec2_instance_launched_at S{11yw?#0,20
resource_aws_ec2_instance_subnet_id S{0jl9?#0,20
resource_aws_ec2_instance_type S{0jl9?#0,20
resource_aws_ec2_instance_vpc_id S{0jl9?#0,20
resource_aws_iam_access_key_created_at S{11yw?#0,20
resource_aws_iam_access_key_status S{0jl9?#0,20
resource_aws_iam_access_key_user_name S{0jl9?#0,20
resource_aws_s3_bucket_owner_id S{0jl9?#0,20
resource_aws_s3_bucket_owner_name S{0jl9?#0,20
resource_container_image_id S{0jl9?#0,20
resource_container_image_name S{0jl9?#0,20
resource_container_launched_at S{11yw?#0,20
resource_container_name S{0jl9?#0,20
resource_details_other S{0jlj?#0,20
resource_id S{0jl9?#0,20
resource_partition S{0jl9?#0,20
resource_region S{0jl9?#0,20
resource_tags S{0jlj?#0,20
resource_type S{0jl9?#0,20
severity_label S{0jl9?#0,20
source_url S{0jl9?#0,20
threat_intel_indicator_category S{0jl9?#0,20
threat_intel_indicator_last_observed_at S{11yw?#0,20
threat_intel_indicator_source S{0jl9?#0,20
threat_intel_indicator_source_url S{0jl9?#0,20
threat_intel_indicator_type S{0jl9?#0,20
threat_intel_indicator_value S{0jl9?#0,20
title S{0jl9?#0,20
type S{0jl9?#0,20
updated_at S{11yw?#0,20
user_defined_values S{0jlj?#0,20
verification_state S{0jl9?#0,20
workflow_status S{0jl9?#0,20
filters L{11z7!#1,1
group_by_attribute s!
compliance_security_control_parameters_name S{0jl9?#
compliance_security_control_parameters_value S{0jl9?#
filters L{123M!#1,1
master_id s!
master_id s=
member_status s=
auto_enable_standards s?=
organization_configuration L{12Au?#0,1
control_id s=
control_status s!
control_status_updated_at s=
disabled_reason s?=
related_requirements Ls=
remediation_url s=
severity_rating s=
standards_control_arn s!
association_status s!
standards_arn s!
updated_reason s?
source_version s?=
source L{12F8?#
crawler_arn s
database_arn s
attributes L{12Fl=
crawler_configuration L{12Fy?#
provider_identity L{12G1?#
configuration L{12GA?#
event_classes Ss?
provider_details L{12GJ=
encryption_configuration L{0996?=
expiration L{0-JL?#
transition S{12HQ?#
lifecycle_configuration L{12HZ?#
replication_configuration L{12Hi?#
configuration L{12Hr?#
meta_store_manager_role_arn s!
resource_share_arn s=
resource_share_name s=
aws_log_source_resource L{12JC?#
provider L{12GJ=
custom_log_source_resource L{12JL?#
source S{12Jc?#
subscriber_description s?
subscriber_endpoint s=
subscriber_identity L{12G1?#
subscriber_name s?
subscriber_status s=
authorization_api_key_name s?
authorization_api_key_value s?*
http_method s?
target_role_arn s!
https_notification_configuration L{12Lr?#
sqs_notification_configuration L{02nO?#
configuration L{12MA?#
endpoint_id s=-
subscriber_id s!
capabilities Ss!
capabilities Ss!=
capabilities Ss?=
attributes Ms!
service_id s!
vpc s!
dns_records L{12Si!#1,0
routing_policy s?
dns_config L{12Sr?#0,1
failure_threshold n?
health_check_config L{12T2?#0,1
health_check_custom_config L{12TF?#0,1
namespace_id s?=
parameters s!
accepted b=
share_principals b?
share_tag_options b?
wait_for_acceptance b?
principal_type s?
distributor s?=
disable_template_validation b?
template_physical_id s?
provisioning_artifact_parameters L{12aT!#1,1
support_description s?=
support_email s?=
support_url s?=
source_portfolio_id s?
cloudwatch_dashboard_names Ss=
ignore_errors b?
last_provisioning_record_id s=
last_record_id s=
last_successful_provisioning_record_id s=
launch_role_arn s=
notification_arns Ls?
outputs S{12e2=
path_id s?=
path_name s?
product_id s?=
product_name s?
provisioning_artifact_name s?
use_previous_value b?
provisioning_parameters L{12eF?#
retain_physical_resources b?
accounts Ls?
max_concurrency_count n?
max_concurrency_percentage n?
stack_set_provisioning_preferences L{12eS?#0,1
guidance s?
provisioning_artifact_id s=
assume_role s?
definition L{12kH!#1,1
resource_created_time s=
resource_description s=
resource_name s=
tag_option_id s!
attributes s!
attribute_group_id s!
exclusion_list MLs?
notification_arn s?
opt_in_level s!
opt_in_type s!
quota_code s!
request_id s=
request_status s=
rule_set_name s!
tls_policy s?
delivery_options L{12tp?#0,1
last_fresh_start s=
reputation_metrics_enabled b?
sending_enabled b?
custom_redirect_domain s?
tracking_options L{12tu?#0,1
dkim_tokens Ls=
behavior_on_mx_failure s?
mail_from_domain s!
dimension_name s!
value_source s!
cloudwatch_destination S{12wj?#
kinesis_destination L{0T9F?#0,1
matching_types Ss!
sns_destination L{0Y_u?#0,1
include_original_headers b?
topic_arn s?
position n!
add_header_action S{12-A?#
after s?
message s!
bounce_action S{12-N?#
invocation_type s?
lambda_action S{12-m?#
recipients Ss?
object_key_prefix s?
s3_action S{12_1?#
scan_enabled b?
sns_action S{12_Q?#
stop_action S{12_d?#
organization_arn s!
workmail_action S{12_q?#
html s?
suppressed_reasons Ss!
engagement_metrics s?
dashboard_attributes L{133J?#0,1
optimized_shared_delivery s?
guardian_attributes L{133O?#0,1
vdm_enabled s!
max_delivery_seconds n?
sending_pool_name s?
delivery_options L{1343?#0,1
reputation_metrics_enabled b?=
reputation_options L{134G?#0,1
sending_enabled b?=
sending_options L{134P?#0,1
suppressed_reasons Ls?
suppression_options L{134U?#0,1
custom_redirect_domain s!
https_policy s?
tracking_options L{134Z?#0,1
dashboard_options L{133J?#0,1
guardian_options L{133O?#0,1
vdm_options L{134i?#0,1
default_dimension_value s!
dimension_value_source s!
dimension_configuration L{136J!#1,0
cloud_watch_destination L{136W?#0,1
event_bridge_destination L{0N9k?#0,1
kinesis_firehose_destination L{0uXl?#0,1
pinpoint_destination L{136b?#0,1
event_destination L{136g!#1,1
contact_list_name s!
default_subscription_status s!
topic S{137j?#
destination_pool_name s!
ip s!
scaling_mode s?=
configuration_set_name s?
current_signing_key_length s=
domain_signing_private_key s?*
domain_signing_selector s?
last_key_generation_timestamp s=
next_signing_key_length s?=
signing_attributes_origin s=
tokens Ls=
dkim_signing_attributes L{13Ae?#0,1
email_forwarding_enabled b?
mail_from_domain s?
routes_details L{0sW8?#
details L{13E5?#
endpoint_id s=
routes L{13EA=
sending_status s=
tenant_arn s=
tenant_name s!
kms_data_key_reuse_period_seconds n?
encryption_configuration L{13FU?#0,1
state_machine_version_arn s!
routing_configuration L{13Gb!#1,0
include_execution_data b?
log_destination s?
logging_configuration L{13Hi?#0,1
state_machine_version_arn s=
tracing_configuration L{0XnA?#0,1
log_bucket s!
role_arn_association_id s!
contact_notes s?
emergency_contact L{13LE?#
aggregation s!
members Ls?
protection_group_arn s=
protection_group_id s!
health_check_arn s!
shield_protection_id s!
auto_renew s?=
s3 L{13N0!#1,1
destination L{13N9!#1,1
ignore_signing_job_failure b?
s3 L{13NE!#1,1
source L{13NR!#1,1
platform_id s!
signature_validity_period L{10E7?#0,1
signing_material L{0MVH?#0,1
signing_parameters Ms?
profile_version s?=
apple_platform_bundle_id s?
apple_platform_team_id s?
event_delivery_failure_topic_arn s?
event_endpoint_created_topic_arn s?
event_endpoint_deleted_topic_arn s?
event_endpoint_updated_topic_arn s?
failure_feedback_role_arn s?
platform_credential s!*
platform_principal s?*
success_feedback_role_arn s?
success_feedback_sample_rate s?
default_sms_type s?
delivery_status_iam_role_arn s?
delivery_status_success_sampling_rate s?
monthly_spend_limit n?=
usage_report_s3_bucket s?
application_failure_feedback_role_arn s?
application_success_feedback_role_arn s?
application_success_feedback_sample_rate n?
archive_policy s?
beginning_archive_time s=
content_based_deduplication b?
delivery_policy s?
fifo_throughput_scope s?=
fifo_topic b?
firehose_failure_feedback_role_arn s?
firehose_success_feedback_role_arn s?
firehose_success_feedback_sample_rate n?
http_failure_feedback_role_arn s?
http_success_feedback_role_arn s?
http_success_feedback_sample_rate n?
lambda_failure_feedback_role_arn s?
lambda_success_feedback_role_arn s?
lambda_success_feedback_sample_rate n?
signature_version n?=
sqs_failure_feedback_role_arn s?
sqs_success_feedback_role_arn s?
sqs_success_feedback_sample_rate n?
tracing_config s?=
maximum_message_size n?=
confirmation_timeout_in_minutes n?
confirmation_was_authenticated b=
endpoint_auto_confirms b?
filter_policy s?
filter_policy_scope s?=
pending_confirmation b=
raw_message_delivery b?
redrive_policy s?
replay_policy s?
subscription_role_arn s?
client_token s=
iam_fleet_role s!
instance_interruption_behaviour s?
ami s!
associate_public_ip_address b?
ebs_block_device S{13gi?#
iam_instance_profile_arn s?
monitoring b?
root_block_device S{13hH?#
launch_specification S{13hk?#
launch_template_specification L{13i_!#1,1
instance_requirements L{13jC?#0,1
spot_price s?=
weighted_capacity n?=
overrides S{13kf?#
launch_template_config S{13l6?#
on_demand_allocation_strategy s?
on_demand_max_total_price s?
capacity_rebalance L{13lF?#0,1
spot_maintenance_strategies L{13lK?#0,1
spot_request_state s=
target_capacity n!
terminate_instances_on_delete s?
wait_for_fulfillment b?
launch_group s?
spot_bid_status s=
spot_instance_id s=
spot_type s?
valid_from s?=
network_card_index n=
network_interface S{13tW?#
primary_network_interface L{13tn=
deduplication_scope s?=
delay_seconds n?
fifo_queue b?
fifo_throughput_limit s?=
kms_data_key_reuse_period_seconds n?=
max_message_size n?
message_retention_seconds n?
receive_wait_time_seconds n?
redrive_allow_policy s?=
redrive_policy s?=
sqs_managed_sse_enabled b?=
visibility_timeout_seconds n?
redrive_allow_policy s!
redrive_policy s!
activation_code s=
expiration_date s?=
expired b=
registration_count n=
registration_limit n?
apply_only_at_cron_interval b?
association_name s?
automation_target_parameter_name s?
compliance_severity s?
document_version s?=
instance_id s?-
max_concurrency s?
max_errors s?
s3_region s?
output_location L{146U?#0,1
sync_compliance s?
targets L{0RRe?#0,5
wait_for_success_timeout_seconds n?
calendar_names Ss?
baseline_id s!
attachments_source L{149l?#0,20
default_version s=
document_type s!
document_version s=
hash s=
hash_type s=
latest_version s=
parameter L{149y=
permissions Ms?
platform_types Ls=
schema_version s=
allow_unassociated_targets b?
cutoff n!
schedule_timezone s?
owner_information s?
targets L{0RRe!#1,5
window_id s!
cutoff_behavior s?
max_concurrency s?=
max_errors s?=
service_role_arn s?=
task_arn s!
parameter S{01e9?#
automation_parameters L{14G7?#0,1
payload s?*
lambda_parameters L{14GG?#0,1
cloudwatch_log_group_name s?=
cloudwatch_output_enabled b?
cloudwatch_config L{14GT?#0,1
document_hash s?
document_hash_type s?
notification_events Ls?
notification_type s?
notification_config L{14Gc?#0,1
output_s3_bucket s?
output_s3_key_prefix s?
run_command_parameters L{14Gp?#0,1
input s?*
step_functions_parameters L{14HW?#0,1
task_invocation_parameters L{14Hf?#0,1
window_task_id s=
allowed_pattern s?
data_type s?=
has_value_wo b=
insecure_value s?=
key_id s?=
overwrite b?
value_wo s?*w
value_wo_version n?
has_value_wo b=w
approve_after_days n?
approve_until_date s?
compliance_level s?
enable_non_security b?
patch_filter L{0RRe!#1,10
approval_rule L{14ME?#
approved_patches Ss?
approved_patches_compliance_level s?
approved_patches_enable_non_security b?
global_filter L{0RRe?#0,4
rejected_patches Ss?
rejected_patches_action s?=
products Ls!
source L{14MZ?#0,20
available_security_updates_compliance_status s?=
patch_group s!
sync_format s?
s3_destination L{14PO!#1,1
destination_data_sharing_type s?
destination_data_sharing L{14QB?#0,1
s3_destination L{14QG!#1,1
setting_id s!
setting_value s!
simple_address s!
delivery_address L{14Sc!#1,1
duration_in_minutes n!
contact_channel_id s!
retry_interval_in_minutes n?
channel_target_info L{14Tf?#0,1
contact_id s?
is_essential b!
contact_target_info L{14To?#0,1
target L{14Tx?#
stage L{14U4!#1,0
contact_ids Ls!
hour_of_day n!
minute_of_hour n!
daily_settings L{14Uh?#
day_of_month n!
hand_off_time L{14Uh?#
monthly_settings L{14Uq?#
number_of_on_calls n!
recurrence_multiplier n!
end L{14Uh?#
start L{14Uh?#
coverage_times L{14Uz?#
shift_coverages L{14V6?#
weekly_settings L{14VF?#
recurrence L{14VO?#
time_zone_id s!
region S{14W_!#1,0
region S{14W_?#
regions S{14W_?#
document_name s!
dynamic_parameters Ms?
parameter S{00Tl?#
target_account s?
ssm_automation L{14Yc?#
action L{14Y_?#0,1
chat_channel Ss?
engagements Ss?
dedupe_string s?
impact n!
incident_tags Ms?
notification_target S{10l2?#
summary s?
incident_template L{14Z4!#1,1
pagerduty L{14ZT?#
integration L{14Zg?#0,1
local_deployment_administration_role_arn s?
local_deployment_execution_role_name s?
type_version s?=
configuration_definition L{14bD?#
manager_arn s=
status_type s
status_summaries L{14bc=
permission_set_arn s!
application_provider_arn s!
application_url s?
origin s!
sign_in_options L{14d_?#
portal_options L{14e8?#
authorized_targets Ls?
assignment_required b!
customer_managed_policy_reference L{14hb!#1,1
customer_managed_policy_reference L{14iS?#
source Ss!
value S{14iw!#1,0
attribute S{14i_!#1,0
managed_policy_arn s!
managed_policy_name s=
managed_policy_arns Ss!
relay_state s?
session_duration s?
inline_policy s!
customer_managed_policy_reference L{14hb?#0,1
managed_policy_arn s?
permissions_boundary L{14nD!#1,1
claim_attribute_path s!
identity_store_attribute_path s!
jwks_retrieval_option s!
oidc_jwt_configuration L{14oP?#
trusted_token_issuer_configuration L{14og?#
trusted_token_issuer_type s!
disk_id s!
chap_enabled b=
kms_encrypted b?
lun_number n=
network_interface_port n=
source_volume_arn s?
volume_arn s=
volume_size_in_bytes n!
audit_destination_arn s?
cache_stale_timeout_in_seconds n?
cache_attributes L{14sn?#0,1
location_arn s!
average_download_rate_limit_in_bits_per_sec n?
average_upload_rate_limit_in_bits_per_sec n?
gateway_ip_address s?=
gateway_name s!
ipv4_address s
gateway_network_interface L{14uK=
gateway_timezone s!
gateway_type s?
gateway_vpc_endpoint s?
host_environment s=
minute_of_hour n?
maintenance_start_time L{14uP?#0,1
medium_changer_type s?
active_directory_status s=
domain_controllers Ss?
smb_active_directory_settings L{14ug?#0,1
smb_file_share_visibility b?
smb_guest_password s?*
smb_security_strategy s?=
tape_drive_type s?
client_list Ss!
default_storage_class s?
file_share_name s?=
fileshare_id s=
guess_mime_type_enabled b?
directory_mode s?
file_mode s?
nfs_file_share_defaults L{14yT?#0,1
notification_policy s?
object_acl s?
requester_pays b?
squash s?
vpc_endpoint_dns_name s?
access_based_enumeration b?
admin_user_list Ss?
authentication s?
case_sensitivity s?
invalid_user_list Ss?
oplocks_enabled b?=
smb_acl_enabled b?
valid_user_list Ss?
preserve_existing_data b!
volume_attachment_status s=
volume_size_in_bytes n=
volume_status s=
retention_lock_time_in_days n?
retention_lock_type s?
disk_id s?=
enable_lni_at_device_index n?
ipv4_ipam_pool_id s?
ipv4_netmask_length n?
workflow_execution_retention_period_in_days s!
s3_encryption L{15EH?#0,1
artifact_config L{15EQ?#0,1
artifact_s3_location s!
delete_lambda b?
engine_arn s=
failure_retention_period n?
handler s!
active_tracing b?
memory_in_mb n?=
timeout_in_seconds n?=
run_config L{15EV?#0,1
s3_version s?
duration_in_seconds n?
schedule L{15Em!#1,1
source_location_arn s=
start_canary b?
success_retention_period n?
created s
last_modified s
last_started s
last_stopped s
timeline L{15Ev=
vpc_config L{15FA?#0,1
ephemeral_storage n?=
run_config L{15Gy?#0,1
retry_config L{15HH?#0,1
schedule L{15HM!#1,1
vpc_config L{15HZ?#0,1
canary_arn s!
group_arn s=
allocated_storage n?
db_instance_type s!
db_parameter_group_identifier s?
db_storage_type s?=
deployment_type s?=
failover_mode s?=
influx_auth_parameters_secret_arn s=
s3_configuration L{15Mk?#
log_delivery_configuration L{15Mt?#
password s?
vpc_security_group_ids Ss!
preferred_maintenance_window s!
timezone s!
maintenance_schedule L{15Of?#
allocated_storage n!
organization s!
encryption_option s?=
s3_configuration L{15VU?#
error_report_configuration L{15Vh?#
object_key s=
s3_report_location L{15Vm?#
error_report_location L{15Vv?#
bytes_metered n=
cumulative_bytes_scanned n=
data_writes n=
execution_time_in_millis n=
query_result_rows n=
records_ingested n=
execution_stats L{15V-?#
invocation_time s=
output_bytes n=
output_rows n=
partition_key Ls=
max L{15WN?#
query_spatial_coverage L{15Wa?#
query_table_count n=
max L{15Wf?#
query_temporal_range L{15Wo?#
query_insights_response L{15Wt?#
run_status s=
trigger_time s=
last_run_summary L{15XC?#
next_invocation_time s=
sns_configuration L{0Y_u?#
notification_configuration L{15Xf?#
previous_invocation_time s=
recently_failed_runs L{15XC?#
schedule_configuration L{0XOR?#
dimension_value_type s!
dimension_mapping L{15Xk?#
measure_name_column s?
measure_name s?
measure_value_type s!
source_column s!
target_multi_measure_attribute_name s?
multi_measure_attribute_mapping L{15Xt?#
source_column s?
target_measure_name s?
mixed_measure_mapping L{15Y4?#
target_multi_measure_name s?
multi_measure_mappings L{15YP?#
time_column s!
timestream_configuration L{15YY?#
target_configuration L{15Y_?#
enable_magnetic_store_writes b?
s3_configuration L{15cO?#0,1
magnetic_store_rejected_data_location L{15cf?#0,1
magnetic_store_write_properties L{15ck?#0,1
magnetic_store_retention_period_in_days n!
memory_store_retention_period_in_hours n!
retention_properties L{15ct?#0,1
enforcement_in_record s?
composite_partition_key L{15d0?#0,1
schema L{15dD?#0,1
base_model_name s!
tuning_data_s3_uri s?=
input_data_config L{15eW!#1,1
download_uri s=
vocabulary_file_uri s!
vocabulary_name s!
phrases Ls?
vocabulary_file_uri s?=
vocabulary_filter_file_uri s?
vocabulary_filter_name s!
words Ls?
home_directory s?
entry s!
home_directory_mappings L{15jj?#0,50
home_directory_type s?
posix_profile L{0de-?#0,1
access_role s!
agreement_id s=
base_directory s!
local_profile_id s!
partner_profile_id s!
active_date s=
certificate s!*
certificate_chain s?*
inactive_date s=
usage s!
encryption_algorithm s!
mdn_response s!
mdn_signing_algorithm s?
message_subject s?
as2_config L{15oG?#0,1
logging_role s?
security_policy_name s?=
trusted_host_keys Ss?
user_secret_id s?
sftp_config L{15on?#0,1
port_number n?
vpc_lattice L{15pd?#0,1
egress_config L{15pm?#0,1
host_key_body s?
host_key_body_wo s?w
host_key_fingerprint s=
host_key_id s=
as2_id s!
certificate_ids Ss?
profile_type s!
address_allocation_ids Ss?
vpc_endpoint_id s?=
endpoint_details L{15sT?#0,1
function s?
host_key s?*
identity_provider_type s?
invocation_role s?
post_authentication_login_banner s?*
pre_authentication_login_banner s?*
as2_transports Ss?=
passive_ip s?=
set_stat_option s?=
tls_session_resumption_mode s?=
protocol_details L{15so?#0,1
directory_listing_optimization s?=
s3_storage_options L{15t3?#0,1
security_policy_name s?
sftp_authentication_methods s?=
structured_log_destinations Ss?
workflow_id s!
on_partial_upload L{15t8?#0,1
on_upload L{15t8?#0,1
workflow_details L{15tH?#0,1
ssh_key_id s=
home_directory_mappings L{15jj?#
access_endpoint s?=
instance_arn s?
identity_center_config L{15_9?#
identity_provider_details L{15_M?#
web_app_endpoint_policy s?=
web_app_id s=
provisioned n
web_app_units L{15_R?=
vpc L{1605?#
endpoint_details L{160M?#
favicon_file s?=
logo_file s?=
web_app_id s!
efs_file_location L{161P?#0,1
s3_file_location L{161Y?#0,1
destination_file_location L{161h?#0,1
overwrite_existing s?
source_file_location s?
copy_step_details L{161q?#0,1
custom_step_details L{1625?#0,1
decrypt_step_details L{162M?#0,1
delete_step_details L{162h?#0,1
tags L{06SN?#0,10
tag_step_details L{162q?#0,1
on_exception_steps L{1631?#0,8
steps L{1631!#1,8
account_color s?=
visible_regions Ss?=
visible_services Ss?=
application_domain s?
port_range S{0rs7!#1,0
cidr_options L{164b?#0,1
device_validation_domain s=
domain_certificate_arn s?
endpoint_domain s=
endpoint_domain_prefix s?
load_balancer_arn s?
port_range S{0rs7?#
load_balancer_options L{164s?#0,1
network_interface_options L{165B?#0,1
policy_document s?
rds_db_cluster_arn s?
rds_db_instance_arn s?
rds_db_proxy_arn s?
rds_endpoint s?
rds_options L{165S?#0,1
customer_managed_key_enabled b?
sse_specification L{165v?#0,1
verified_access_group_id s!
verified_access_instance_id s=
deletion_time s=
sse_configuration L{165v?#0,1
verifiedaccess_group_arn s=
verifiedaccess_group_id s=
verifiedaccess_instance_id s!
cidr_endpoints_custom_subdomain s?
fips_enabled b?
name_servers Ss=
device_trust_provider_type s
trust_provider_type s
user_trust_provider_type s
verified_access_trust_provider_id s
verified_access_trust_providers L{16AU=
include_trust_context b?=
kinesis_data_firehose L{0qRf?#0,1
log_version s?=
bucket_owner s?=
s3 L{16C9?#0,1
access_logs L{16CQ!#1,1
verifiedaccess_trust_provider_id s!
device_options L{16Dh?#0,1
device_trust_provider_type s?
public_signing_key_endpoint s?
user_info_endpoint s?
native_application_oidc_options L{16Dm?#0,1
oidc_options L{16EH?#0,1
policy_reference_name s!
trust_provider_type s!
user_trust_provider_type s?
client_ids Ls?=
group_entity_type s!
group_configuration L{16GS?#
cognito_user_pool_configuration L{16GX?#
entity_id_prefix s?
group_claim s!
group_configuration L{16Gk?#
audiences Ls?
principal_id_claim s?
access_token_only L{16Gt?#
client_ids Ls?
identity_token_only L{16H0?#
token_selection L{16H9?#
open_id_connect_configuration L{16HI?#
configuration L{16HZ?#
policy_store_id s!
principal_entity_type s?=
static L{16II?#
policy_template_id s!
principal L{16IR?#
resource L{16IR?#
template_linked L{16Ia?#
definition L{16In?#
policy_store_id s=
validation_settings L{0mW8?#
deletion_protection s?=
policy_template_id s=
definition {0neH?#
namespaces Ss=
definition L{0neH?#
force_detach b?
stop_instance_before_detaching b?
enable_dns_hostnames b?=
instance_tenancy s?
internet_gateway_exclusion_mode s!
aws_region s=
internet_gateway_block_mode s!
domain_name_servers Ls?
ipv6_address_preferred_lease_time s?
netbios_name_servers Ls?
netbios_node_type s?
ntp_servers Ls?
dhcp_options_id s!
egress_only_internet_gateway_exclusion s?=
elastic_file_system_exclusion s?=
internet_gateway_exclusion s?=
lambda_exclusion s?=
nat_gateway_exclusion s?=
egress_only_internet_gateway {16Tw
elastic_file_system {16Tw
internet_gateway {16Tw
lambda {16Tw
nat_gateway {16Tw
virtual_private_gateway {16Tw
vpc_lattice {16Tw
vpc_peering {16Tw
resource_exclusions {16U3=
virtual_private_gateway_exclusion s?=
vpc_lattice_exclusion s?=
vpc_peering_exclusion s?=
dns_record_ip_type s?=
private_dns_only_for_inbound_resolver_endpoint b?
dns_options L{16Vj?#0,1
private_dns_enabled b?=
resource_configuration_arn s?
service_network_arn s?
ipv4 s?
subnet_configuration S{16Vs?#
vpc_endpoint_type s?
private_dns_preference s?=
private_dns_specified_domains Ss?=
dns_options L{16ZX?#0,1
vpc_endpoint_service_id s!
vpc_endpoint_state s=
connection_events Ss!
connection_notification_arn s!
notification_type s=
vpc_endpoint_service_id s?
private_dns_enabled b!
replace_default_association b?
acceptance_required b!
allowed_principals Ss?=
gateway_load_balancer_arns Ss?
network_load_balancer_arns Ss?
private_dns_name s?=
private_dns_name_configuration L{16f7=
service_type s=
supported_ip_address_types Ss?=
supported_regions Ss?=
cascade b?
enable_private_gua b?
operating_regions S{0b8u!#1,0
metered_account s?=
delegated_admin_account_id s!
allocation_default_netmask_length n?
allocation_max_netmask_length n?
allocation_min_netmask_length n?
allocation_resource_tags Ms?
auto_import b?
aws_service s?
ipam_scope_id s!
public_ip_source s?
publicly_advertisable b?
source_ipam_pool_id s?
resource_region s!
source_resource L{16of?#0,1
cidr s?=
signature s?
cidr_authorization_context L{16qR?#0,1
ipam_pool_cidr_id s=
netmask_length n?=
ipam_pool_allocation_id s=
ipam_resource_discovery_region s=
organizations_entity_path s!
organizational_unit_exclusion S{16vn?#
ipam_arn s=
ipam_id s!
ipam_resource_discovery_id s!
pool_count n=
assign_generated_ipv6_cidr_block b?=
ip_source s=
ipv6_address_attribute s=
ipv6_pool s?=
metric s?
period s=
accept_status s=
allow_remote_vpc_dns_resolution b?
accepter L{170j?#0,1
peer_vpc_id s!
requester L{170j?#0,1
peer_owner_id s=
peer_vpc_id s=
vpc_peering_connection_id s!
amazon_side_asn n!
persist_routes s?=
persist_routes_duration n?
route_server_id s=
sns_notifications_enabled b?=
eni_address s=
eni_id s=
route_server_endpoint_id s=
route_server_id s!
peer_asn n!
peer_liveness_detection s?=
bgp_options L{177O?#
endpoint_eni_address s=
endpoint_eni_id s=
route_server_endpoint_id s!
route_server_peer_id s=
cidr_ipv4 s?
ip_protocol s!
referenced_security_group_id s?
egress_rule_ids Ss!
ingress_rule_ids Ss!
service_network_log_type s?=
last_verified_time s=
txt_record_name s=
txt_record_value s=
status_code n!
fixed_response L{17FP?#0,1
target_group_identifier s?
target_groups L{17FU?#
forward L{17Fd?#
default_action L{17Fi!#1,1
service_arn s?=
target_group_identifier s!
target_groups L{17Hh!#1,0
forward L{17Hq?#0,1
action L{17Hv!#1,1
case_sensitive b?
contains s?
match L{17I2!#1,1
header_matches L{17IF?#0,5
match L{17IS!#1,1
path_match L{17Ib?#0,1
http_match L{17Ik!#1,1
match L{17Ix!#1,1
allow_association_to_shareable_service_network b?=
port_ranges Ss?=
arn_resource L{0QGr?#
dns_resource L{17Kc?#
ip_address s!
ip_resource L{17Kl?#
resource_configuration_definition L{17Kq?#
resource_configuration_group_id s?
resource_gateway_identifier s?=
domain_verification_arn s=
domain_verification_id s?=
domain_verification_status s=
ipv4_addresses_per_eni n?=
resource_config_dns_resolution s?=
idle_timeout_seconds n?=
private_dns_preference s?
dns_options L{17X6?#0,1
health_check_timeout_seconds n?
healthy_threshold_count n?
matcher L{17Y4?#0,1
protocol_version s?
unhealthy_threshold_count n?
health_check L{17Y9?#0,1
lambda_event_structure_version s?=
vpc_identifier s?
config L{17Yo?#0,1
target L{17aT!#1,1
customer_gateway_configuration s=*
customer_gateway_id s!
enable_acceleration b?=
local_ipv4_network_cidr s?=
local_ipv6_network_cidr s?=
outside_ip_address_type s?=
preshared_key_arn s=
preshared_key_storage s?=
remote_ipv4_network_cidr s?=
remote_ipv6_network_cidr s?=
routes S{0IiK=
static_routes_only b?=
transport_transit_gateway_attachment_id s?
tunnel1_address s=
tunnel1_bgp_asn s=
tunnel1_bgp_holdtime n=
tunnel1_cgw_inside_address s=
tunnel1_dpd_timeout_action s?
tunnel1_dpd_timeout_seconds n?
tunnel1_enable_tunnel_lifecycle_control b?
tunnel1_ike_versions Ss?
tunnel1_inside_cidr s?=
tunnel1_inside_ipv6_cidr s?=
log_enabled b?
log_output_format s?
cloudwatch_log_options L{17bf?#0,1
tunnel1_log_options L{17bs?#0,1
tunnel1_phase1_dh_group_numbers Sn?
tunnel1_phase1_encryption_algorithms Ss?
tunnel1_phase1_integrity_algorithms Ss?
tunnel1_phase1_lifetime_seconds n?
tunnel1_phase2_dh_group_numbers Sn?
tunnel1_phase2_encryption_algorithms Ss?
tunnel1_phase2_integrity_algorithms Ss?
tunnel1_phase2_lifetime_seconds n?
tunnel1_preshared_key s?=*
tunnel1_rekey_fuzz_percentage n?
tunnel1_rekey_margin_time_seconds n?
tunnel1_replay_window_size n?
tunnel1_startup_action s?
tunnel1_vgw_inside_address s=
tunnel2_address s=
tunnel2_bgp_asn s=
tunnel2_bgp_holdtime n=
tunnel2_cgw_inside_address s=
tunnel2_dpd_timeout_action s?
tunnel2_dpd_timeout_seconds n?
tunnel2_enable_tunnel_lifecycle_control b?
tunnel2_ike_versions Ss?
tunnel2_inside_cidr s?=
tunnel2_inside_ipv6_cidr s?=
tunnel2_log_options L{17bs?#0,1
tunnel2_phase1_dh_group_numbers Sn?
tunnel2_phase1_encryption_algorithms Ss?
tunnel2_phase1_integrity_algorithms Ss?
tunnel2_phase1_lifetime_seconds n?
tunnel2_phase2_dh_group_numbers Sn?
tunnel2_phase2_encryption_algorithms Ss?
tunnel2_phase2_integrity_algorithms Ss?
tunnel2_phase2_lifetime_seconds n?
tunnel2_preshared_key s?=*
tunnel2_rekey_fuzz_percentage n?
tunnel2_rekey_margin_time_seconds n?
tunnel2_replay_window_size n?
tunnel2_startup_action s?
tunnel2_vgw_inside_address s=
tunnel_inside_ip_version s?=
vgw_telemetry S{17bx=
bgp_log_enabled b?
bgp_log_group_arn s?
bgp_log_output_format s?
cloudwatch_log_options L{17h1?#0,1
tunnel1_log_options L{17hQ?#0,1
tunnel2_log_options L{17hQ?#0,1
tunnel_bandwidth s?=
vpn_concentrator_id s?
vpn_connection_id s!
vpn_gateway_id s!
data s?
field_to_match L{17ou!#1,1
positional_constraint s!
target_string s?
text_transformation s!
byte_match_tuples S{17p1?#
geo_match_constraint S{06SW?#
ip_set_descriptors S{06SW?#
data_id s!
negated b!
predicates S{17q5?#
rate_key s!
rate_limit n!
regex_pattern_set_id s!
regex_match_tuple S{17qt?#
regex_pattern_strings Ss?
action L{05_r!#1,1
rule_id s!
activated_rule S{17s3?#
size_constraints S{17sn?#
sql_injection_match_tuples S{17tJ?#
default_action L{05_r!#1,1
log_destination s!
field_to_match S{17ou!#1,0
redacted_fields L{17tj?#0,1
logging_configuration L{17to?#0,1
action L{05_r?#0,1
override_action L{05_r?#0,1
rules S{17tx?#
xss_match_tuples S{17tJ?#
ip_set_descriptor S{06SW?#
predicate S{17q5?#
sql_injection_match_tuple S{17tJ?#
rule S{17tx?#
web_acl_id s!
xss_match_tuple S{17tJ?#
api_key s=*
token_domains Ss!
addresses Ss?
ip_address_version s!
lock_token s=
regex_string s!
regular_expression S{183I?#0,10
custom_response_body S{184j?#
insert_header S{0LTD!#1,0
custom_request_handling L{184w?#0,1
allow L{184_?#0,1
custom_response_body_key s?
response_code n!
response_header S{0LTD?#
custom_response L{1854?#0,1
block L{185H?#0,1
captcha L{184_?#0,1
challenge L{184_?#0,1
count L{184_?#0,1
action L{185M!#1,1
immunity_time n?
immunity_time_property L{185h?#0,1
captcha_config L{185m?#0,1
rule_label S{0OqO?#
asn_list Ln!
fallback_behavior s!
forwarded_ip_config L{185r?#0,1
asn_match_statement L{185-?#0,1
all_query_arguments L{02nO?#0,1
oversize_handling s?
body L{1867?#0,1
all L{02nO?#0,1
excluded_cookies Ls?
included_cookies Ls?
match_pattern L{186C!#1,0
match_scope s!
oversize_handling s!
cookies L{186P?#0,1
header_order L{186c?#
excluded_headers Ls?
included_headers Ls?
match_pattern L{186h!#1,1
headers L{186u?#
ja3_fingerprint L{1875?#0,1
ja4_fingerprint L{1875?#0,1
invalid_fallback_behavior s?
included_paths Ls?
match_pattern L{187A!#1,1
json_body L{187J?#0,1
method L{02nO?#0,1
query_string L{02nO?#0,1
single_header L{0OqO?#0,1
single_query_argument L{0OqO?#0,1
fallback_behavior s?=
uri_fragment L{187a?#0,1
uri_path L{02nO?#0,1
field_to_match L{187f?#0,1
search_string s!
text_transformation S{188Y!#1,0
byte_match_statement L{188h?#0,1
country_codes Ls!
geo_match_statement L{188y?#0,1
position s!
ip_set_forwarded_ip_config L{1895?#0,1
ip_set_reference_statement L{189I?#0,1
label_match_statement L{189R?#0,1
regex_match_statement L{189a?#0,1
regex_pattern_set_reference_statement L{189n?#0,1
size_constraint_statement L{189-?#0,1
sensitivity_level s?
sqli_match_statement L{18AF?#0,1
xss_match_statement L{18AS?#0,1
statement L{18Ab!#1,0
and_statement L{18BE?#0,1
not_statement L{18BE?#0,1
or_statement L{18BE?#0,1
statement L{18BJ!#1,0
and_statement L{18C8?#0,1
not_statement L{18C8?#0,1
or_statement L{18C8?#0,1
statement L{18CD!#1,0
and_statement L{18D2?#0,1
not_statement L{18D2?#0,1
or_statement L{18D2?#0,1
aggregate_key_type s?
cookie L{18D7?#0,1
forwarded_ip L{02nO?#0,1
header L{18D7?#0,1
http_method L{02nO?#0,1
ip L{02nO?#0,1
label_namespace L{0d2K?#0,1
query_argument L{18D7?#0,1
query_string L{18DG?#0,1
uri_path L{18DG?#0,1
custom_key L{18DL?#0,5
evaluation_window_sec n?
scope_down_statement L{18CD?#0,1
rate_based_statement L{18E2?#0,1
statement L{18ER!#1,1
cloudwatch_metrics_enabled b!
sampled_requests_enabled b!
visibility_config L{18FK!#1,1
rule S{18FX?#
statement L{18ER?
rule S{18Gp?#
rules_json s?
chain s!
currency s!
prices L{18ID!#1,1
wallet_address s!
payment_network L{18IM!#1,0
crypto_config L{18IZ?#0,1
currency_mode s?
monetization_config L{18Ie?#0,1
price_multiplier s?
monetize L{18In?#0,1
action L{18Is!#1,1
rule S{18JF?#
application_integration_url s=
default_size_inspection_limit s!
api_gateway L{18Kj?#0,1
app_runner_service L{18Kj?#0,1
cloudfront L{18Kj?#0,1
cognito_user_pool L{18Kj?#0,1
verified_access_instance L{18Kj?#0,1
request_body L{18Ko?#
association_config L{18L7?#0,1
challenge_config L{185m?#0,1
exclude_rate_based_details b?
exclude_rule_match_details b?
field_keys Ls?
field_type s!
field L{18LC!#1,1
data_protection L{18LL?#0,26
data_protection_config L{18Lc?#0,1
default_action L{18Lh!#1,1
action L{185M?#0,1
count L{02nO?#0,1
none L{02nO?#0,1
override_action L{18Lq?#0,1
creation_path s!
enable_regex_in_path b?=
registration_page_path s!
identifiers Ls!
address_fields L{18Lz?#0,1
email_field L{18M2?#0,1
password_field L{18M2?#0,1
payload_type s!
phone_number_fields L{18Lz?#0,1
username_field L{18M2?#0,1
request_inspection L{18M7!#1,1
failure_strings Ss!
success_strings Ss!
body_contains L{18MW?#0,1
failure_values Ss!
success_values Ss!
header L{18Mf?#0,1
json L{18Ms?#0,1
failure_codes Sn!
success_codes Sn!
status_code L{18N3?#0,1
response_inspection L{18NC?#0,1
aws_managed_rules_acfp_rule_set L{18NT?#0,1
login_path s!
password_field L{18M2!#1,1
username_field L{18M2!#1,1
request_inspection L{18No?#0,1
aws_managed_rules_atp_rule_set L{18N_?#0,1
enable_machine_learning b?
inspection_level s!
aws_managed_rules_bot_control_rule_set L{18OG?#0,1
login_path s?
managed_rule_group_configs L{18OP?#
action_to_use L{185M!#1,1
rule_action_override L{18Os?#0,100
managed_rule_group_statement L{18O_?#0,1
rule_group_reference_statement L{18PO?#0,1
statement L{18PX!#1,1
rule S{18QY?#
rule_json s?
token_domains Ss?
statement L{18PX?
rule S{18SS?#
action L{18Is?#0,1
rule S{18UQ?#
web_acl_arn s!
log_destination_configs Ss!
default_behavior s!
action_condition L{0scd?#0,1
label_name s!
label_name_condition L{18X2?#0,1
condition S{18X7!#1,0
requirement s!
filter S{18XG!#1,0
logging_filter L{18XT?#0,1
redacted_fields L{18Xc?#0,100
insert_header L{0LTD?#
custom_request_handling L{18Yb?#
allow L{18Yg?#
response_header L{0LTD?#
custom_response L{18Yl?#
block L{18Yy?#
captcha L{18Yg?#
challenge L{18Yg?#
count L{18Yg?#
action L{18Z1?#
immunity_time_property L{185h?#
captcha_config L{18ZM?#
challenge_config L{18ZM?#
count L{02nO?#
none L{02nO?#
override_action L{18ZR?#
rule_label L{0OqO?#
statement Ld?#
and_statement L{18Za?#
forwarded_ip_config L{185r?#
asn_match_statement L{18Zf?#
all_query_arguments L{02nO?#
oversize_handling s?=
body L{18Zo?#
all L{02nO?#
match_pattern L{18Zt?#
cookies L{18a4?#
match_pattern L{18aH?#
headers L{18aU?#
ja3_fingerprint L{1875?#
ja4_fingerprint L{1875?#
included_paths Ls?=
match_pattern L{18ah?#
json_body L{18aq?#
method L{02nO?#
query_string L{02nO?#
single_query_argument L{0OqO?#
uri_fragment L{187a?#
uri_path L{02nO?#
field_to_match L{18b5?#
text_transformation L{188Y?#
byte_match_statement L{18b-?#
geo_match_statement L{18cF?#
ip_set_forwarded_ip_config L{1895?#
ip_set_reference_statement L{18cO?#
label_match_statement L{189R?#
address_fields L{18Lz?#
email_field L{18M2?#
password_field L{18M2?#
phone_number_fields L{18Lz?#
username_field L{18M2?#
request_inspection L{18cX?#
body_contains L{18MW?#
header L{18Mf?#
json L{18Ms?#
status_code L{18N3?#
response_inspection L{18cw?#
aws_managed_rules_acfp_rule_set L{18dB?#
regex_string s?
exempt_uri_regular_expression L{18dW?#
sensitivity s?=
usage_of_action s!
challenge L{18db?#
client_side_action_config L{18do?#
sensitivity_to_block s?=
aws_managed_rules_anti_ddos_rule_set L{18dt?#
request_inspection L{18e0?#
aws_managed_rules_atp_rule_set L{18eD?#
enable_machine_learning b?=
aws_managed_rules_bot_control_rule_set L{18eU?#
payload_type s?=
managed_rule_group_configs L{18ed?#
action_to_use L{18Z1?#
rule_action_override L{18f8?#
regex_match_statement L{18fH?#
regex_pattern_set_reference_statement L{18fU?#
size_constraint_statement L{18fh?#
sensitivity_level s?=
sqli_match_statement L{18fy?#
xss_match_statement L{18g9?#
scope_down_statement L{18gI?#
managed_rule_group_statement L{18gx?#
not_statement L{18Za?#
or_statement L{18Za?#
aggregate_key_type s!
asn L{02nO?#
cookie L{18hK?#
forwarded_ip L{02nO?#
header L{18hK?#
http_method L{02nO?#
ip L{02nO?#
label_namespace L{0d2K?#
query_argument L{18hK?#
query_string L{18hT?#
uri_path L{18hT?#
custom_keys L{18hY?#
evaluation_window_sec n?=
rate_based_statement L{18iJ?#
excluded_rule L{0OqO?#
rule_group_reference_statement L{18ii?#
statement L{18iv?#
visibility_config L{18FK?#
managed_rule_group L{18kh?#
override_action s?=
rule_group_reference L{18ky?#
managed_rule_group_configs L{18lc?#
managed_rule_group L{18lt?#
audit_stream_arn s?
company_code s=
device_ca_certificate s?
saml_metadata s!
identity_provider L{18mn?#0,1
network L{0Yy9?#0,1
optimize_for_end_user_location b?
fleet_arn s!
website_ca_id s=
organization_id s!
dkim_verification_status s=
is_test_domain b=
ownership_verification_status s=
records L{18oD=
disabled_date s=
enabled_date s=
hidden_from_global_address_list b?=
completed_date s=
default_mail_domain s=
delete_directory b?
delete_identity_center_application b?
interoperability_enabled b?=
migration_admin s=
organization_alias s!
company s?
department s?
identity_provider_identity_store_id s=
identity_provider_user_id s?
job_title s?
mailbox_deprovisioned_date s=
mailbox_provisioned_date s=
office s?
street s?
telephone s?
user_role s?=
service_account_secret_arn s!
active_directory_config L{18tK?#0,1
certificate_based_auth_properties L{18tT?#0,1
ip_group_ids Ss?=
relay_state_parameter_name s?
user_access_url s?
saml_properties L{18tc?#0,1
change_compute_type b?
increase_volume_size b?
rebuild_workspace b?
restart_workspace b?
switch_running_mode b?
self_service_permissions L{18tp?#0,1
user_identity_type s?=
device_type_android s?
device_type_chromeos s?
device_type_ios s?
device_type_linux s?
device_type_osx s?
device_type_web s?
device_type_windows s?
device_type_zeroclient s?
workspace_access_properties L{18u8?#0,1
custom_security_group_id s?
default_ou s?
enable_internet_access b?
enable_maintenance_mode b?
user_enabled_as_local_administrator b?
workspace_creation_properties L{18uf?#0,1
workspace_directory_description s?
workspace_directory_name s?
workspace_type s?
access_endpoint_type s!
access_endpoints S{18y8!#1,0
internet_fallback_protocols Ls?
access_endpoint_config L{18yH?#0,1
workspace_access_properties L{18yQ?#0,1
rules S{18-e?#
settings_group s
application_settings L{18_d?=
desired_user_sessions n!
capacity L{18_m?#
active_user_sessions n
actual_user_sessions n
available_user_sessions n
desired_user_sessions n
capacity_status L{18_r=
pool_arn s=
pool_id s=
running_mode s!
s3_bucket_name s=
disconnect_timeout_in_seconds n
idle_disconnect_timeout_in_seconds n
max_user_duration_in_seconds n
timeout_settings L{1906?=
root_volume_encryption_enabled b?
user_volume_encryption_enabled b?
volume_encryption_key s?
compute_type_name s?
root_volume_size_gib n?
running_mode s?
running_mode_auto_stop_timeout_in_minutes n?=
user_volume_size_gib n?
workspace_properties L{191S?#0,1
associated_portal_arns Ls=
browser_policy s!
browser_settings_arn s=
customer_managed_key s?
browser_settings_arn s!
portal_arn s!
data_protection_settings_arn s=
global_confidence_level n?
global_enforced_urls Ls?
global_exempt_urls Ls?
built_in_pattern_id s?
confidence_level n?
keyword_regex s?
pattern_description s?
pattern_name s!
pattern_regex s!
custom_pattern L{194o?#
enforced_urls Ls?
exempt_urls Ls?
redaction_place_holder_text s?
redaction_place_holder_type s!
redaction_place_holder L{1953?#
inline_redaction_pattern L{195C?#
inline_redaction_configuration L{195b?#
data_protection_settings_arn s!
identity_provider_arn s=
identity_provider_details Ms!
identity_provider_type s!
ip_access_settings_arn s=
ip_rule L{197o?#
ip_access_settings_arn s!
network_settings_arn s=
network_settings_arn s!
browser_settings_arn s?=
browser_type s=
max_concurrent_sessions n?=
portal_arn s=
portal_endpoint s=
portal_status s=
renderer_type s=
session_logger_arn s=
trust_store_arn s=
user_access_logging_settings_arn s=
user_settings_arn s=
include Ss?
event_filter L{19C6?#
folder_structure s!
log_file_format s!
s3 L{19CF?#
log_configuration L{19Ca?#
session_logger_arn s!
not_valid_after s=
not_valid_before s=
subject s=
certificate S{19DV?#
user_access_logging_settings_arn s!
allowlist L{19FP?#
blocklist L{19FP?#
cookie_synchronization_configuration L{19Fc?#
copy_allowed s!
deep_link_allowed s?=
disconnect_timeout_in_minutes n?
download_allowed s!
idle_disconnect_timeout_in_minutes n?
paste_allowed s!
print_allowed s!
hidden_toolbar_items Ls?
max_display_resolution s?
toolbar_type s?
visual_mode s?
toolbar_configuration L{19Fl?#
upload_allowed s!
user_settings_arn s!
filter_expression s!
insights_enabled b!
notifications_enabled b?=
insights_configuration L{19In?#0,1
actual_sampling_percentage n=
desired_sampling_percentage n!
probabilistic L{19Ju?#
rule L{19K1?#
bypass_policy_lockout_check b?
policy_revision_id s?=
fixed_rate n!
reservoir_size n!
rule_name s?
service_type s!
url_path s!
version n!
"""#,
    shapes: #"""
0000000F000X000p0015001D001T001j0023002G002W002l0032
003n003_
0000003H004J
005P005h
005w
004Z004h004v006H006f006q006-0077007K
008U008f
008p
0082008F009A009R
009c
007r009y00AF
00B300BF
00BQ
00Ar00Bp00C6
00CI
007Y00AW00Cg006f
00Cw00D100DG00Db00Dm00Dt00E5006q00EK00EX00Eh
00Cw00D100DG00Db00Dm00Dt00E5006f006q00EK00EX00Eh
00Er00D100Ey00DG00Dm
00Er00D100Ey00DG00Dm006f
00Gq00H300HD00HY00Hp
00H300IS
00I300Im
00Er00D100DG00FP00Dm00Fu00GP00Gc00JA00Jh006q00EX00Jr00Jz
00Er00D100DG00FP00Dm00Fu00GP00Gc006f00JA00Jh006q00EX00Jr00Jz
00Gq00KB00H300HD00HY00Hp
00KP00Im
00Er00D100DG00FP00Dm00Fu00GP00Gc006f00Ko00Jh006q00EX00Jr00Jz
00LJ
00Ne00Nz
00NH00OO
00On00PM00Pn
00Qs00RH00RY00Ru00S600SE
00Sx
00SV00TV
00US00U4
00MO00Mi00M_00QI00Qc00U400Ub
00V6
00VZ00W3
00Wr
00Lg004h00M900WL00X300Xa006f00Xi00Xy006q006-007K
00YB00H300YK
00ge
00iQ00ig00iv00j600jT
00kC
00YT004Z00Yn00Y_00ZK00Zi00a800aY00ak00bI00bm00cK00co00d200dn00e900eZ00ev00Dm00fv00g900gL00gy00hF00hb00hk00i600jf00k000EX00kK00kb00kl00lD
00YT004Z00Yn00Y_00ZK00Zi00a800aY00ak00bI00bm00cK00co00d200dn00e900eZ00ev00lO00Dm00fv00g900gL00gy00hF00hb00hk006f00lo00i600jf00k000EX00kK00kb00kl00lD
00YT004Z00Yn00Y_00ZK00Zi00a800aY00ak00bI00bm00cK00co00mS00d200dn00e900eZ00ev00lO00Dm00fv00g900gL00gy00hF00hb00hk006f00lo00i600jf00k000EX00kK00kb00kl00lD
00nZ00oA00od00ol00p500pN00pd00pz
00nZ00qi00r500rH00rX00oA00od00ol00p500rg00rx
00sf00su00t7
00th00H3
00u800uE
00ts00uN
00v200v900vG00vN00vY00t7
00qG00sG00tL00uh00uw00vg00vw00wD
00x100xY00y500yC
00n1004Z00nG00wK00Dm00wh00yU00yy00z500zH00EX00kK
00zV00ze00zl
00zv00rX00-H
00qG00sG00tL00uh00-X00uw00vg00vw00wD
00n1004Z00nG00-t00Dm00wh00yU00yy00z5006f00zH00EX00kK
00H30100010K010V00v900vG00vN010f010p
015S015k00H300wD
004Z00Yn00_E00_e011900Dm011U0124012R012y013Y00hb0147014F00z5014b014v015E015y00EX016F00kK00kb
004Z00Yn00_E00_e011900Dm011U0124012R012y013Y00hb0147014F00z5014b014v006f015E015y00EX016U016F00kK00kb
0175017J017Q017c
019f019n
01Df01Dx
016r00Cw017r018J018W018n00M90195019K019y01AC00Dm01AQ01Ac01Au01BD01BR01Bh01C101CE00E500Xa01Ca01Co01C-01D901DL01EF01Eb01El01Ez01FH01Fb01Fv01GE01GN00EX00kK01Ge01Gt01H401HN
01Hk016r00Cw017r018J018W018n00M90195019K019y01AC00Dm01AQ01Ac01Au01BD01BR01Bh01C101CE00E500Xa01Ca01Co01C-01D901DL01EF01Eb01El006f01Ez01FH01Fb01Fv01GE01GN00EX00kK01Ge01Gt01H401HN
019K019y00Dm01I501Bh01Ca01ID01IO00kK
019K019y00Dm01I501Bh01Ca01ID006f01IO00kK
00Cw01Ig01Iw00M901J901JK01JQ00Xa00EX01Jl
00Cw01Ig01Iw00M901J901JK01JQ00Xa006f00EX01Jl
01KW01Kl01Kz00H301LB01LG00ze01La00S601Lo
01Jv01K801KE01Lw
01Jv01K801KE01Lw006f
00Cw01M801MY01Mp01NN00Dm01Nf01Ny00Xa01OU01Om00Jr
00Cw01M801MY01Mp01NN00Dm01Nf01Ny00Xa01OU006f01Om00Jr
00Dm01I501Om
00Dm01I5006f01Om
01R001RI
00Cw00nG01O_01PJ01Pk01Q801QU01Qj01RR00Dm01Rw01S401SW01Sz01TL01Tf00EX
00Cw00nG01O_01PJ01Pk01Q801QU01Qj01RR00Dm01Rw006f01S401SW01Sz01TL01Tf00EX
00Cw00nG01O_01PJ01Pk01Q801QU01Qj01Ty01RR00Dm01Rw006f01S401SW01Sz01TL01Tf00EX
01UK01UV01Ud01U-01VE00Dm01VT01Om01Vi
01UK01UV01Ud01U-01VE00Dm01VT006f01Om01Vi
00Dm01Vw01W701WF01Om
00Dm01Vw01W701WF006f01Om
01R001RI01X5
01WS00Cw01Wk00M901XP01Xu00Dm01Y9019f01Rw01Yb00EX
01WS00Cw01Wk00M901XP01Xu00Dm01Y9019f01Rw006f01Yb00EX
01WS00Cw01Wk00M901Ty01XP01Xu00Dm01Y9019f01Rw006f01Yb01Tf00EX
01UV01Ud01U-00Dm01VT01Om01Yv01Vi
01UV01Ud01U-00Dm01VT006f01Om01Yv01Vi
00Cw00M901K8019f006q01Z500EX01ZN
00Cw00M901K8019f006f006q01Z500EX01ZN
01aX01ar01b601bN01be01bw
01Zd01Zt01a100Cw01c400M901cV01Xu00Dm00gL00Xa01c_01dG00EX01dk
01Zd01Zt01a100Cw01c400M901cV01Xu00Dm00gL00Xa01c_006f01dG00EX01dk
00Dm01dv01e101e901eQ
00Dm01dv01e101e9006f01eQ
01Zt01UV01eZ00Dm01er01fB01fQ01fh
01Zt01UV01eZ00Dm01er01fB006f01fQ01fh
00Cw00Dm00Xa01fv01gG00EX01gV
00Cw00Dm00Xa006f01fv01gG00EX01gV
00Cw00M900Dm00hb006f
01iO00wD
01gk00Cw01h000M900Dm01hS01ho00Xa01i200EX00Jr01iY
01gk00Cw01h000M900Dm01hS01ho00Xa006f01i200EX00Jr01iY
01gk01iq00Dm
01gk01iq00Dm006f
01ja01jm
01gk00Cw00M901jI00Dm01k100Xa01GE00EX
01gk00Cw00M901jI00Dm01k100Xa006f01GE00EX
01gk01kH00Dm
01gk01kH00Dm006f
01kb
00Cw00M901kk01l300Dm019f00EX
00Cw00M901kk01l300Dm019f006f00EX
01mB
01m401mY
01mv
01m401nL
01n701na
01o3
01oj
01p101Lo
01oT01or01pI
01pW01mv
01q601qC
01oj00YK01qK01qX01qf
01pz01qo00ze
01oj01qf
01oj01qX
01rf00ze
01q_01rD01rT01m400YK01rs
01pl01sD
01nn01sQ01sj01s_
00Cw01Ig00Dm01JQ01lM01lZ019f01lo01tA00EX01tN
00Cw01Ig00Dm01JQ01lM01lZ019f006f01lo01tA00EX01tN
00wD
01u4
01tl01uK
00Cw01Ig00Dm01JQ01lZ019f01lo01uj00EX
00Cw01Ig00Dm01JQ01lZ019f006f01lo01uj00EX
01m401uw00uE
01v9
01vk01v-01m400YK01nL
01xH01xO
01wP01wk01x301xW01xv
01yX01yj
01vW01wC01yD01z0
01q_01zX01rT01m400YK01rs01zg
01wk01x301xW01xv
01vW01zp01-001z0
01m4
01yX
01vW01-v01_6
01zF01-K01-d01s_01_L
00Cw01Ig00Dm01JQ01lM01lZ019f01lo01_c00EX01_p
00Cw01Ig00Dm01JQ01lM01lZ019f006f01lo01_c00EX01_p
020O020i
0216
020w021K
0225
022E
022y
020O
023Q023b021K
022R023n
021V021o021y023-
024G
024R
0258
025Z025r
025N026C026O
0100026y00v901m400vN027E010p
01m400vN
0287
028P020w021K
023b021K
022R028t
028a00y50294
026b027V027p029M
029n01Lo
029t02A3
02AA00v9
02AO
02Aa
024m029X02As
00Cw01Ig00Dm01JQ01lM020A019f01lo02B500EX
00Cw01Ig00Dm01JQ01lM020A019f006f01lo02B500EX
024R01mB
02BI
025Z
025N026C026O02Bu
02CQ02Cu02D802DV
02EC02EO02Ea02En
02C3027V02Dp027p02Ey029M
02FR02Ff01nL
02GF01u402GQ
02Fw02Gg
02Bf024m02FB02As02Gr
00Cw01Ig00Dm01JQ01lM01lZ019f01lo02HE00EX
00Cw01Ig00Dm01JQ01lM01lZ019f006f01lo02HE00EX
027p
02HR
00Cw01Ig00Dm01JQ01lM01lZ019f01lo02Hh00EX
00Cw01Ig00Dm01JQ01lM01lZ019f006f01lo02Hh00EX
02Hu
02IW
02IC02Is
02JC
00Cw01Ig00Dm01JQ01lM01lZ019f01lo02JS00EX
00Cw01Ig00Dm01JQ01lM01lZ019f006f01lo02JS00EX
01K8006f
02KN02KZ
02Jf00u802Jv01Kz02K800H302Ki02L402LF02La02Lu02M600ze02MI02MV
02P602PK
02Qd02Qk
02Mp02N8004Z02NZ02Nr00M902O502OL02Oh02Pg00E500hb01Ca01D902Q401GE02Qu02RK
02Mp02N8004Z02NZ02Nr00M902O502OL02Oh02Pg00E500hb01Ca01D902Q4006f01GE02Qu02RK
00Er00M902RS00Xa02Rk02Rt02S902SU006f02T1006-007K01dk
02TD02TV02Tm02T-02U7
02UG02Uc006f
02Uo00Er00Dm02Uz02VA02VK02VW
02Vh00M900Dm019f02Vt02W6
02Vh00M900Dm019f02Vt006f02W6
02Xx02YH
02X402XQ02Xk02YY02Yw02Z902ZX02Zm
02WJ02Wl00Cw02a800M901K8019f006-02af02b0
02by02cH
02b802bT02bm02cX02ct02d502dS02dg
02WJ02Wl00Cw02e100M901K8019f006f006-02af02b0
01K8
02eq01K800Xa
00Cw02eX02f600M902fS01K8019f006-
01LB
02fk01LB00ze
00Cw02eX02f-00M902fS01K8019f006f006-
02in02jA
01LB00ze02kV
02m502mb02m_02ng02o502oR
02pA02pV02kV
02qR02qX
02qd02r002rT02ro02sM02sh02t502tI02tr02uD02uY02uz02vL02vb02vy02ws02xH02xZ02y102yW02zJ02zl02-T02-x
02_D02_g02ps02_w
02ps030E
02oi030U
029n033P01Lo
034g00wD
035b
035v036M036q036_
00Cw02gJ02gg02g-02hI02hh02h_02iS00Dm02jZ02k702kf02l102lK02lj02lv030r019f031K031z032G032c006q0331033l033x034H034t035E037C037U
00Cw02gJ02gg02g-02hI02hh02h_02iS00Dm02jZ02k702kf02l102lK02lj02lv030r019f031K031z032G006f032c006q0331033l033x034H034t035E037C037U
019f037v
037m038400Dm038K
037m038400Dm038K006f
038V019y038v00Dm00hb0397039M039k039_03AH02VA03Ab00kK03Al03Ax
038V019y03B8038v00Dm00hb0397039M039k039_03AH006f03Ab00kK03Al03Ax
038V03BR03Bj019y03C200Dm03CI03CS00kK03Cb
038V03BR03Bj019y03C200Dm03CI006f03CS00kK03Cb
00ze01Lo
03D903Da00S6
03Co00ze03E1
00Cw03EE03EU03El00M900Dm019f006q00EX
00Cw03EE03EU03El00M900Dm019f006f006q00EX
03Fx03GG03GV
03FZ03HB
03FF03HS03Hl03HB03IA03IX03Ij03Iu03JN03Jc
00Cw00Dm00Xa03F403Jw00EX01dk
03K703KP
03FF03HS03Hl03HB03IA03IX03Kb03Ij03Iu03JN03Ku03Jc
03K703Lq03M6
00Cw00Dm00Xa03F4006f03Ld03MP00EX01dk
03Mk00HY03Mv
03Nf03Nr03O703OU03Oq03O_
00Cw03EU03El00M900Dm019f03N903PH00EX
00Cw03EU03El00M900Dm019f006f03N903PH00EX
03Pe00Dm00Xa03F403Pu03Q6
03Pe00Dm00Xa03F4006f03Pu03Q6
00Cw00Dm03QM019f03Qb00EX
00Cw00Dm03QM019f03Qb006f00EX
03S803Se
00Cw03Qu03RK00Dm03Rd01GE006q03Rt00EX00Jr03T3
00Cw03RK00Dm019f006f03Rd01GE006q03Rt00EX00Jr03T3
03V803VI
03Vl03Vy03WP03We03Ww
03XW00ze03Xj
03UE03UM03UX03Ui03Uq00ze03VU03X803Xv
00ze
03Zj
03au03b1
00v9
03bm0216
03bE03bV00ze03bx
03YE03YW03Yj03Yy03ZM03Zt03a703aU03c9
03cO
03da
03eW
03fe03fv03g5
03fe03hd03hu
03gK03gZ03gw03h503hQ03h_
00ze03iy
03ia03in03j9
03fe03Xj03ju
03kS
00wD01Lo
03m403mN
03nO00ze03nb
03o803oQ
03oW03oy03pD03pU03pp
03qj
03qD03qx00ze
03UM03dH03do03eB03ep03Ui02_g03fP03iC03jV03k803kl03Vl03lC03ld03mn03n903no03o103r7
03rM03rd
03d503rs03sJ
03t203tB03tQ03tc
03st03tv
03vL
03TP03TW03Tk03ck01K801e103sV03uH03ue03uq03vB006-03vm00Jr
03TP03TW03Tk03ck01K801e103sV006f03uH03ue03uq03vB006-03vm00Jr
03w003Vl03Vy03WP03We03Ww
03UE03UM03UX03Ui03Uq00ze03VU03wT03Xv
03wr03YW03Yj03Yy03x703Zt03a703aU03c9
03xU
03TP03TW03Tk03xq01K801e103sV006f03uH03ue03uq03vB006-03vm00Jr
03yB00uw
03t203z303zM03zV
00Cw03yX00Dm03zd019f03-B03-N01GE006q03Rt00EX
00Cw03yX00Dm03zd019f03-B006f03-N01GE006q03Rt00EX
03_S03_l
03-m03_603__
00Er040P00Dm00Xa00EX
00Er040P00Dm00Xa006f00EX
0438
0449
044o
045Y
040p03EU041501K8041P041a041m041z042A042M042h042v043H043i044P0453045q
040p03EU041501K8041P041a041m041z042A042M042h042v043H006f043i044P0453045q
046F046V046h
01K8046u
01K8046u006f
047G01K8047j048B041z042A042h048W048s0497
047G01K8047j048B041z042A042h048W048s006f0497
04AE
04Ac
01Kz04BM04BY01xH
04Bg
04CR
04AK04B204Bx04Cm
049r04A004D5
042A049d04DP006f
04Ex04FN04Fq046V04G8046h04GJ04Ge04Gu
04De04E104EM04Ei01K804HN
04De04E104EM04Ei01K804HN006f
046V
004h00M904Hl04I804IW04Iw006q00Jr007K
004h00M904Hl04I804IW04Iw006f006q00Jr007K
007r01Kz04J904JX04Ju04KH02U700wD04KV
04Ki
04Ki006f02RK
04LG
04MO04Mm
04Lf04Lt04M7004h00M904N5007K
04LT04Nc
04LT04Nc006f
00Cw00Dm
00u804O701Kz00ze04OR
04Ok04P3
04Pj04Q8
04PQ04Qb04Q_
04S301xH
04Sm
00ze04TT
04Tx04UC04UV04Uy04VG04VX04Vu04WA04WO04Wg04Ww
04Xg04Y004YK04Yo04ZF04ZR
04S304a101xH
000000Cw04RN04Rm04SC04SX04T404Td04X800Dm019f04XR04Zi04aE00EX04aa04at04bC
000000Cw04RN04bP04Rm04SC04SX04T404Td04X800Dm019f04XR04Zi04aE00EX04aa04at04bC
04bj00Cw00Dm04bx
02O500Dm
04dG04dW
029n04e800zl
04eP04ek04e_
04fB04eP04ek04fM04fX04e_
04fh04eP04ek04fs04g104e_
04dn04gB00wD01Lo
00wD00zl
01zX04gq01kb04h5
04c604cR04ci04cz00Dm00Xa04gN04ga04hG00EX
04hg04hn04i3
04iE04ie04i-
04jF04iE04ie04jS04ji04i-
04hg04kS
04lF04lM
04ju00Dm04kB04kg04kx04l604lV
04lt04m8
006f04lt04m8
00Dm04mR04mf00C604mt04n4
00Dm04mR04mf006f00C604mt04n4
04nN00Dm019f04nj
04nN00Dm019f006f04nj
04ns00M904o703Pe00Dm019f04oR04on04oz00EX04pC04pT
04ns00M904o703Pe00Dm019f04oR04on04oz006f00EX04pC04pT
04rV04rm
004Z04pp04q900M904qU04qp00Dm04r904r_04sM04sh04sr04t304tC04tO04tc04tq
004Z04pp04q900M904qU04qp00Dm04r904r_04sM006f04sh04sr04t304tC04tO04tc04tq
04vI
04v004vR
04w-04xG
04xr04yD
04vg04w004wW04xV04yY
00Cw04u204uD04uS04ua04ug04ur01e104y-
04zs00Cw01J904uS00Dm04-C04-S04-g00Xa04_0006q006-
04_L00Cw04_X01J904uS04_m01JK050204-g006q00EX050a
04_L04zs00Cw04_X01J904uS04_m01JK050204-g006q00EX050a
00u8
051S051f
03t200u8
0519051y052J
00US02U7
053c054K054g
004Z050o052Y052v053C053M01J904uS00Dm055200hb055c006q006-
00Cw055v04u204uS00Dm056104-g019f056Y056j006q
00Dm056s
00Cw00M904uS01JK00Xa0570057b057v
058D058Q00Dm01dv058d
00Cw0591059L04u204uS059u01JK05A3
00Cw04u205AR04uS05Ao04ua01e105B9
009R05Bc
05Bp05CG
00Cw05CU05Cl00Dm019f05Cw
05DB05Dk05EI05Es05FQ05F_05GS
05H205HB01Lo
05HM
05H2
05I1
05Ii05HB
05HB
05K105HB
05HB05Kb
05F_05LE05HB05LZ
05ME05HB05MR05Me
05J605Jb05KG05Kt05Lj05Mr
00H305Nh
00Cw04u205Gk05HZ04uS00Dm00hb05IE05NB05Nx
05OW05Ox05PH05PV05Pn
05QL05Qo05R000Dm05RI01gG00kb
05QL05Qo05R000Dm006f05RI01gG00kb
00Cw00Dm056s
00Cw00Dm006f
03IX03zV
05Rd05Rs05S8
05SO05Sk
05SO006f05Sk
00Cw05S-00M900Dm01hS019f
05TP05Tg
00Cw05S-00M900Dm01hS05To019f006f
00u8046F01Kz05U500ze05UQ
05UZ04XR
05UZ04XR006f
00Cw05Ut00Dm01hS019f05VD
00Cw05Ut00Dm01hS019f006f05VD
00Cw05VR00Dm00Xa04XR01GE
00Cw05VR00Dm00Xa04XR006f01GE
019f05Vf
05Vo
05XS
05Y5
05Yj
05Xf05YO05Yt
05Z6

05Zv
05Zd05aH
05X705ae05a-
05WM05Wm00Dm05W_019f05b505bR
00Cw05bc00Dm05bt05c5019f05cO00EX
00Cw05bc05cj00Dm05bt05c5019f006f05cO00EX
05dC00Dm05dL05dk
05dC00Dm05dL05dk006f
05e205eP05eZ05eq05f800Dm
05e205eP05eZ05eq05f800Dm006f
05eP05eZ05fM00Dm05fW05fk
05eP05eZ05fM00Dm006f05fW05fk
05gM05gT05gi05gr
05js05k4
05j505jO05jd05kJ
05lO02Qk00t7
00RY05ln05ly
00Cw05g505gy05hQ05hg05hr05i901K801AQ05iV019f05im05kw05lY00EX05m5
05gM02_g05gT05gi05gr
00Cw05g505mO05hQ05hg05hr05i901K801AQ05iV019f05im006f05kw05lY00EX05m5
00ze05nN
03hu
05pT05pi
05ms05m_05nD00Dm05nX05nk05oC05oT05oo05pD05p_05qQ006q03Rt00EX
05ms05m_05nD00Dm05nX05nk05oC05oT05oo05pD006f05p_05qQ006q03Rt00EX
05qe05r5018W00M900Dm05rG05rc019f05ry
05qe05r5018W00M900Dm05rG05rc019f006f05ry
00Cw05sJ05sb00Dm05bt05ss05t7
00Cw05sJ05sb00Dm05bt006f05ss05t7
05tQ
05vd05vm
05ub05v405vu
05tk00Cw05uH004h01K8019f05wP006-007K
05tk00Cw05uH004h01K8019f05wP006f006-007K
004Z05wo05x700Dm00hb05xJ00EX
004Z05wo05x700Dm00hb05xJ006f00EX
00r504Ge05yU
05xa05xw00Cw05yu05zR00Dm05zs05-C05-j05_400EX
05xa05xw00Cw05yu05zR00Dm05zs05-C006f05-j05_400EX
00M901K8019f05_Y05_m05_y
00M901K8019f05_Y006f05_m05_y
01Kz060C060P009R
060c01K805_y
060c01K8006f05_y
00ze01s_
060r
062F062V062l
061m062z063S
065X0664
067J067d067_0686068V
069z06AA
069b06AR06As06B706BW06Bu06C506CR06Cl06D406DI06Df06EC06ET
06Ga06Gm
06Hh06Hu
06Ff06F_06GQ00ze06Gy06HW06I5
06KQ
06Kj06LN
061F063x00Cw064S018W064v065A066i0679068i069801K806E-05rG06FK00Xa06If06J306JX06J-006-06Lm05_y06MA06MU
061F063x00Cw064S018W064v065A066i0679068i069801K806E-05rG06FK00Xa006f06If06J306JX06J-006-06Lm05_y06MA06MU
005P06Oe06Ov009R06P7
06UK06UU
06WL06Wa06Wl
06Ms06NF06Nd06OF06PQ06Pw06QC06QP06Qh06R306Rq06SF06Sd00Dm06Sw06TF00Xa06TV06U006Ux06VQ06Vq06W_05_y06XS
06Ms06NF06Nd06OF06PQ06Pw06QC06QP06Qh06R306Rq06SF06Sd00Dm06Sw06TF00Xa06TV06U006Ux06VQ006f06Vq06W_05_y06XS
06Xn06Y000Dm05_y
06Xn06Y000Dm006f05_y
00D100Dm05_y
00D100Dm006f05_y
037m00Dm01I5019f
037m00Dm01I5019f006f
06YW019f
00Dm06YH06Yl
00Dm06YH06Yl006f
00Cw06Z305r500M900Dm06YH00hb00EX02RK
00Cw06Z305r500M900Dm06YH00hb006f00EX02RK
00Cw06ZN05r500M900Dm06YH00hb01GE006q00EX
00Cw06ZN05r500M900Dm06YH00hb006f01GE006q00EX
06Zu06a0
06Zo06aA06aQ
00Cw06ai00M906ax00Dm06YH00hb00EX06bL
00Cw06ai00M906ax00Dm06YH00hb006f00EX06bL
00Cw06bY06c606cZ02Nr06cx00Dm06dI06dk06e706eQ06eg06fC03Rd006q00EX
00Cw06bY06c606cZ02Nr06cx00Dm06dI06dk06e706eQ06eg06fC006f03Rd006q00EX
06g9
05Bc
06hK06hc
06hl00YK06i8
06j406jI06hl
06gO06gt06iX06jY06jp
06fc00Dm06YH06fu06k2
06fc00Dm06YH006f06fu06k2
06kP00Dm06YH
06kP00Dm06YH006f
00Cw00Dm06YH019f06kf
00Cw00Dm06YH019f06kf006f
06lV06lv06mO
00Cw00M906ks00Dm06YH06lF00hb06mh06nA006q00EX
00Cw00M906ks00Dm06YH06lF00hb06mh06nA006f006q00EX
06nN
06nw06oC
06nw008f
06nc06oN06oh06p0
00Cw00M900Dm06YH00hb06pJ06pm00EX
00Cw00M900Dm06YH00hb06pJ06pm006f00EX
06qY06qi
06qY06rM01s_06rU06oC06rg
00Cw06q500M900Dm06YH06qw00hb06rt06sD00EX
06sa
06qY06qi06sq
00Cw06q500M900Dm06YH06tI00hb06rt006f06sD00EX
00Cw00M900Dm06YH00hb06tk06uA06uQ00EX
00Cw00M900Dm06YH00hb06tk06uA006f06uQ00EX
06vT06vb06vo06v-
06wc06x606xK06xe
00Cw06uo06v700Dm06wG06YH00hb06xr06yA06yW00EX06yv
00Cw06uo06v700Dm06wG06YH00hb06xr006f06yA06yW00EX06yv
00u801LB00ze
06zS06zk06-006-H06-a
00Cw06z506-r00Dm06YH06_C00hb00EX
00Cw06z506-r00Dm06YH06_C00hb006f00EX
06_O00Dm06YH
06_O00Dm06YH006f
00Cw05r506_q00Dm06YH070604-g00hb01GE00EX070N
00Cw05r506_q00Dm06YH070604-g00hb006f01GE00EX070N
070f00Dm070-
070f00Dm006f070-
071J071i072B072Q00Dm072a072-073D073Y073l073y00EX04bC
00Cw0749074K00nG074e019y00Dm074t00EX00kK00Jr
00Cw0749074K00nG074e019y00Dm074t006f00EX00kK00Jr
00M900Dm00Xa075500EX
00M900Dm00Xa0755006f00EX
029n075K
075Z01LB
01K8076D
029n076s075K
077201LB00ze
00Dm075q076T0755077F
00Dm075q076T0755077F006f
00Cw004h00M9077d00Dm077v078C00hb078Y006q
00Cw004h00M9077d00Dm077v078C00hb078Y006f006q
00Cw004h00M9077d00Dm077v078C00hb078Y006f078m006q
079700M9079T01K8079g019f
079700M9079T01K8079g019f006f
079r07AA07AX07Aw07BL07Bt07C100Dm07CJ07Cb05bt07Ct00E5014707D807DW07Dn006q07EJ00EX00kb
079r07AA07AX07Aw07BL07Bt07C100Dm07CJ07Cb05bt07Ct00E50147006f07D807DW07Dn006q07EJ00EX00kb
07Ee00Dm07Ez
07Ee00Dm006f07Ez
06Bu07Kp07L0
07FC079r07FN07Fr07GA07Gb07Gx07HL07Hk07I107IM07In07J507JG07Je07Jx07KV07Bt07C104_m00Dm07Kh05bt07Ct07LG07Lh07L-07MN07Mk07N507NH07NX014707N-07OP07Ov07PG07Pd07EJ07Ps07QC00EX07QS07Qe
07FC079r07FN07Fr07GA07Gb07Gx07HL07Hk07I107IM07In07J507JG07Je07Jx07KV07Bt07C104_m00Dm07Kh05bt07Ct07LG07Lh07L-07MN07Mk07N507NH07NX014707N-07OP07Ov006f07PG07Pd07EJ07Ps07QC00EX07QS07Qe
07FC079r07FN07Fr07GA07Gb07Gx07HL07Hk07I107IM07In07J507JG07Je07Jx07KV07Bt07C104_m00Dm07Kh05bt07Ct07LG07Lh07L-07MN07Mk07N507NH07NX014707N-07OP07Ov006f07PG07Pd07EJ07Ps07QC00EX07QS07R007Qe
019y00Dm07RP07Rh00EX
019y00Dm07RP07Rh006f00EX
00Cw00M907S400Dm019f
00Cw00M907S400Dm019f006f
07SE07SS01Kz07Su07Kp07T3
00Cw07TE07TR07KV07Ti00Dm07Tz019f07UK05_m00kb07UZ07U-
00Cw07TE07TR07VH07KV07Ti00Dm07Tz019f006f07UK05_m00kb07UZ07U-
00Cw07TE07TR07VH07KV07Ve07Ti00Dm07Tz019f006f07UK05_m07W100kb07UZ07U-
079r07Fr07WZ07Wz07XG07Xg07Bt07C100Dm07CJ07Cb07Kh05bt07Ct00E507Xt07YC014707D807DW07Yj07ZE006q07QC00EX00kb
079r07Fr07WZ07Wz07XG07Xg07Bt07C100Dm07CJ07Cb07Kh05bt07Ct00E507Xt07YC0147006f07D807DW07Yj07ZE006q07QC00EX00kb
00Cw00M900Dm019f006q01gG07ZV00kb
00Cw00M900Dm019f006f006q01gG07ZV00kb
00Dm006-
07Zx07aD
07aj
07aS01JK07aw
07aS01JK006f07aw
07b7
07bl07c3
07bN01K807cI02b0
07cW
07d607dP
07cl01K8006f07dd02b0
07eB07eX07em07f400Ru05ly
07gl07h907hP07hd07hu07iA07iR
07eB00Ru05ly
07dq07e207fO00M907fn07g107gM07gX00Dm00Xa07il05RI07j707jL00EX00Jr07jT
07dq07e207fO00M907fn07g107gM07gX00Dm00Xa07il006f05RI07j707jL00EX00Jr07jT
00nG07jo07kF07kX07ks07lA00Dm07lX07ll00EX07m407mN
00nG07jo07kF07kX07ks07lA00Dm07lX006f07ll00EX07m407mN
07mv07n807nV07ny
07qJ07qS07qs07rF07rf07sA07se07sv07tD07tT07t-07uF07uV07ul07v307vS07vv07wE07we
07qS07qs07rF07rf07sA07se07tT07ny05Bc07x7
07xw07yB07yP07yb07yx07zC
07-107-O07-o07_107_H07_e07_w080P080i0812081L081k0822082O082e082s
083S07yP083i01m4083z07v3084B
084w06j4085A085S07ny
086Q084w06j4086i0875087V087o088B088V088g088z089D089W089n08A508AJ08Aa08A_08BO08Bo08C908CT085A08Cj08D908DZ08Du08ED082O08Ee08FB08FT08Fr08G0085S07ny08GJ08Gh08H2
00nG07me07oM07or07p507pK07pb07pq00Dm07wm07xX03QM07zS07zr01470832084Z086008Hm08I408Id08I-08JD08Ja00EX08Jm
07-108Jy08KK08Ku07_e082O08LF08Ld07ny08Lv
07-108Jy07-O07-o07_107_H07_e07_w080P080i0812081L081k0822082O082e07ny082s
00nG07me07oM07or07p507pK07pb07pq00Dm07wm07xX03QM07zS08MA07zr014708MX084Z0860006f08Hm08I408Id08I-08JD08Ja00EX08Jm
07xw07yB07yP07yb07yx07zC08Mx
00nG07me07oM07or07p507pK07pb07pq00Dm07wm07xX03QM08NF08MA07zr014708MX084Z0860006f08Hm08I408Id08I-08JD08Ja00EX08Jm
079r07FN07Fr07C100Dm03QM07N507NH07OP07Ov08Ne08O408OY08Oz08PY08Q600EX07UZ
079r07FN07Fr07C100Dm03QM07N507NH07OP07Ov006f08Ne08O408OY08Oz08PY08Q600EX07UZ
00Dm08Qb08R508Rj08SC01gG00EX00kb
00Dm006f08Qb08R508Rj08SC01gG00EX00kb
08SZ08Sv00Dm08TB08Ne08TT08Tr08UC08Uf08V0006q08VQ00EX08Vi
08SZ08Sv00Dm08TB006f08Ne08TT08Tr08UC08Uf08V0006q08VQ00EX08Vi
08W308WD08WZ00Dm08Wy08XN08Xk08YK08Yk08Yw
08W308WD08WZ00Dm08Wy08XN006f08Xk08YK08Yk08Yw
07AA08W308ZH00Dm08Za08Zt08a808ad
07AA08W308ZH00Dm08Za08Zt08a8006f08ad
00Cw08al08az00Dm08bA019f08bM08bg048s01GE00EX08bw
00Cw08al08az00Dm08bA019f08bM08bg048s006f01GE00EX08bw
08e308eC08eQ08ec
00Cw08al08az00Dm08bA019f08bM08bg08c508cU08ct08dT048s08eu006f01GE00EX08bw
08fK00Cw00Dm019f08bM
08fK00Cw00Dm019f08bM00EX
08fd08g808gY00Dm08gw08hB
08fd08g808gY00Dm08gw08hB006f
00Dm08hS
00Dm08hS006f
08i908iK08ij08iu08j108jM
08hl00Dm08jt08k608kW08ku
08hl00Dm006f08jt08k608kW08ku
08lI08lV08lx08mL08mZ08mt08n708nL08nX08ni
08nv08oI006f08oX08ol08p9
00ze00wD
08qc08q_
08q500ze08qG08rP08rr08s708sJ08sZ
00ze08qG08rr08s7
00H308uQ
00Wr003n
01J903QM
08xt00H3
00Cw08pZ08pr05cj08sq08tJ00Dm08tV019f08tz08uq08vJ08vW08vn08w108wa08wo08x408xK08xe00EX08y808yK
08yc08y-
08q500ze08qG08rP08rr08s708sJ08zN08sZ
00Cw08pZ08pr05cj08zk08tJ00Dm08tV019f08tz08uq08vJ08vW006f08vn08w108wa08wo08x408xK08xe00EX08y808-D08yK
08xt08-b
08q508-m00ze08qG08rP08rr08s708sJ08zN08sZ
00Cw08pZ08pr05cj08_208tJ00Dm08tV019f08tz08uq08vJ08vW006f08vn08w108wa08wo08x408xK08xe00EX08y808-D08yK
08_X00Dm09000908090F090e
08_X00Dm09000908090F006f090e
03CI
03CI006f
00Dm090s00kK
00Dm090s006f00kK
01J900Dm00kK
01J900Dm006f00kK
00Cw091100M907Xg019y00Dm05bt00E5091R091g01Co01C-091v092K092Z092q01GE093200EX00kK093I093V
00Cw091100M907Xg019y00Dm05bt00E5091R091g01Co01C-006f091v092K092Z092q01GE093200EX00kK093I093V
019y00Dm01I501C-091v00kK
019y00Dm01I501C-006f091v00kK
00Cw07Fr093k07Xg019y00Dm07Kh05bt00E5093z091R094L092K00EX094T00kK093I094h
00Cw07Fr093k07Xg019y00Dm07Kh05bt00E5093z091R006f094L092K00EX094T00kK093I094w094h
019y00Dm01I501eQ00kK
019y00Dm01I5006f01eQ00kK
07Fr095O095s096H096Y096r0977097O097j097u
07Fr095O095s096H096Y096r0977006f097O097j097u
099G099c
09CV09Cm09DO02U709Di
09DO09Ej
00Cw07Fr0987098V098x09A101Ig09AO09Al09B009BC019y00Dm09BT09Bl09CA05oC09E409FE091R01Co09Fd006f09F-09GI01GE006-097j
09GW09Gs09HJ09Hd00wD
00H309Iy
09Jn00H3
09KZ
09Lo09M900H3
00Cw09I809Id09JI09J_09Kk09LN09MX00M900aY09N0019y00Dm09NG09Nd09N-09OP09Op09PC00EX00kK09PS00kb09Po
00Cw09I809Id09JI09J_09Kk09LN09MX00M900aY09N009P-019y00Dm006f09NG09Nd09N-09OP09Op09PC00EX00kK09QQ09PS00kb09Po
09Qr07eB09RE09Rk
00Cw09I809Id09JI09J_09Kk09LN09MX00M900aY09N009P-019y00Dm006f09NG09Nd09N-09OP09Op09PC00EX00kK09QQ09S309PS00kb09Po
00Cw019y00Dm09Sf09TA09TP00EX00kK
00Cw019y00Dm09Sf09TA09TP006f00EX00kK
019y00Dm09Tb01eQ00kK
019y00Dm09Tb006f01eQ00kK
00Cw09To09T-07Fr09UG019y09UP09Ub00Dm09Us05oC091R01Co09V900EX00kK09VK
00Cw09To09T-07Fr09UG019y09UP09Ub00Dm09Us05oC091R01Co006f09V900EX00kK09VK
09WO02_g09Wj
09W-09XX
09Yv02_g09Z7
09VZ09Vs00Cw09To09T-07Fr098709Xp09UG019y09UP09YE09Ub09YY00Dm09Us05oC09ZI09Za091R01Co006f09aF09V901GE00EX00kK09VK
019y01I509aV006f01eQ
09l309lB09lQ00ze
09l303hu00wD
09r909rU09rc09rx09sC
09t709tK09l309lQ00ze
09ak09b909bY09bm09b_09cY09cu09dL09dc09e409eW09en09fB09fV09fu09gU09g_09hc09iB09ih09jH09jh09jy09kH09kW09le09ls09mC09mP01AC00Dm09mo09nH09ne097709o609oO09p009pe09q109qV09qw09sQ09sm09tZ09tw09uK09uf09vA09vP09vr09wG09wp09xJ09xm09yJ00kK09yi09z109zL09zl09-909-V09-z09_D
09ak09b909bY09bm09b_09cY09cu09dL09dc09e409eW09en09fB09fV09fu09gU09g_09hc09iB09ih09jH09jh09jy09kH09kW09le09ls09mC09mP01AC00Dm09mo09nH09ne097709o609oO09p009pe09q109qV09qw09sQ09sm09tZ09tw09uK09uf09vA006f09vP09vr09wG09wp09xJ09xm09yJ00kK09yi09z109zL09zl09-909-V09-z09_D
019y00Dm05oC09_e09_v00kK
019y00Dm05oC08bA09_e09_v006f00kK
019y00Dm0A0M09_e0A0f0A0y00kK
019y00Dm0A0M09_e0A0f0A0y006f00kK
019y00Dm0A0M00kK
019y00Dm0A0M006f00kK
019y00Dm091R01Co03Ab00EX00kK
019y00Dm091R01Co006f03Ab00EX00kK
019y00Dm0A1A09Sf0A1V03Ab00EX00kK
019y00Dm0A1A09Sf0A1V006f03Ab00EX00kK
019y00Dm01I500EX00kK
019y00Dm01I5006f00EX00kK
019y00Dm0A1l0A200A2H0A2b0A3D0A3T00EX00kK0A3j
019y00Dm0A1l0A200A2H0A2b0A3D0A3T006f00EX00kK0A3j
019y00Dm0A1l0A200A2H0A3r0A2b0A4X0A3D0A3T006f00EX00kK0A3j
019y00Dm0A1A0A2b00EX00kK
019y00Dm0A1A0A2b006f00EX00kK
019y00Dm01I50A4p01eQ00kK
019y00Dm01I50A4p006f01eQ00kK
0A5j01Kz
0A5R00Cw0A5q019y00Dm0A6400hb01Co00EX00kK0A6J
0A5R00Cw0A5q019y00Dm0A6400hb01Co006f00EX00kK0A6J
019y00Dm01I500EX
019y00Dm01I5006f00EX
0A6U0A6k
0A7k0A7r
0A5j0A7b0A7w00vN0A8C0A8Q
0AA10AAH
0AI_0AJI0AJl0AKH09Yv0AKU0AKl0AL609Rk0ALF
0A5j0ACV0A7w0AMQ00vN0AMh
0AQ70AI_0AMQ0AQN0AQb0AQr03zV
0A7Q0A8e0A8u0A920A9F0A9Y0A9u0AAc0ABC0ABT0ABr0AC80ACV0ACh0ADH0ADa0AD_0AEN0AEh0AF90AFh0AGE0AGg0AG-0AHH0AHg01m40AHv0AIC0AIV0AIi0ALh0AM40AM_0ANQ0ANn03zV0AO30AOH0AOh0AP20APa0AR40ARj0ARu0ASC0ASg0AT0
0ATx0ABC
0AUk0AV700vN0AVc0AVw
0A8e0AUK0A9F0ABC0AC80AWK0AWg0ALh0AM_0AX10ANn0AO30AOh0AR40ARj
0A6z00Cw0ATJ019y0ATe0AXJ00Dm0AXp0AYK0AYm0AY-09GI006q01Z500EX0AZT
0A6z00Cw0ATJ019y0ATe0AXJ00Dm0AXp0AYK0AYm006f0AY-09GI006q01Z500EX0AZT
0AbE0AbQ
0Aau0Aba0Ac20AcJ
00Cw0AZm0AZ_0AaI0Aaa019y0Aci0AdA00Dm0AdZ00z50Ae00AeA0AeO00EX
00Cw0AZm0AZ_0AaI0Aaa019y0Aci0AdA00Dm0AdZ00z5006f0Ae00AeA0AeO00EX
0Aeb0Aer0AfF0AfV
00M900Dm039M0Afk0AgA00EX0AgL0Agi
00M900Dm039M0Afk0AgA006f00EX0AgL0Agi
019y00Dm09Tb00EX
019y00Dm09Tb006f00EX
00Cw0AhD019y00Dm0A1l091R0Aha0A4X01Co0A3D0A3T006f006-0A3j
019y01I5006f01eQ
0Aho019y00Dm0Ai70AiO0Aic00kK
0Aho019y00Dm0Ai7006f0AiO0Aic00kK
0Ai-00Cw0AjH0Ajt0AkP0Aky00M90AlV019y00Dm0Alk01Co0Am30Amf00EX00kK0AnF0Anl
0Ai-00Cw0AjH0Ajt0AkP0Aky00M90AlV0Ao3019y00Dm0Alk01Co0Am3006f0Amf00EX00kK0AnF0Anl
00Cw0AoP0Aok019y00Dm07Pd0ApS0Apn01GE00EX0Aq20Aqa0Aqw
00Cw0AoP0Aok019y00Dm006f07Pd0ApS0Apn01GE00EX0Aq20Aqa0Aqw
019y00Dm00z500EX00kK0ArM0Aqa0Arr
019y00Dm00z5006f00EX00kK0ArM0Aqa0Arr
00Cw0AsG0AsR0Asl019y00Dm0AtH0A3D00EX00kK0Ate0Au30Aua
00Cw0AsG0AsR0Asl019y00Dm0AtH0A3D006f00EX00kK0Ate0Au30Aua
00Cw0Av8019y00Dm00EX00kK0AvP
00Cw0Av8019y00Dm006f00EX00kK0AvP
00jT09RE
0Awv0AKl
00Cw0Avl0Aw4019y00Dm0Awd0AxC01Co0AxS01GE0Axi00EX00kK0Au30Aqa0Ay6
00Cw0Avl0Aw4019y00Dm0Awd0AxC01Co006f0AxS01GE0Axi00EX00kK0Au30Aqa0Ay6
00Cw019y00Dm0Ayk0Az10AzG01GE00EX00kK0Aqa
00Cw019y00Dm0Ayk0Az10AzG006f01GE00EX00kK0Aqa
019y00Dm01I500kK
019y00Dm01I5006f00kK
00Cw0Azh0A-E019y00Dm00EX00kK0Aqa
00Cw0Azh0A-E019y00Dm006f00EX00kK0Aqa
019y00Dm01I500kK0A-n
019y00Dm01I5006f00kK0A-n
0A_c0AMQ03zV0A__00wD
0A_J00Dm0B0j0A-n
0A_J00Dm006f0B0j0A-n
0B0y00Cw0AlV019y00Dm0B1M0Amf01gG00EX00kK0Aqa00kb0B1c
0B0y00Cw0AlV019y00Dm0B1M006f0Amf01gG00EX00kK0Aqa00kb0B1c
019y00Dm00EX00kK0AvP0B1s
019y00Dm006f00EX00kK0AvP0B1s
0B2B0B2Z00Dm0B2n0B2-0B3G0B3V
0B2B0B2Z00Dm0B2n0B2-006f0B3G0B3V
00Dm0B3i0B3z0B4G0B4d0B4q0B5300E50B5G05t7
00Dm0B3i0B3z0B4G0B4d0B4q0B5300E5006f0B5G05t7
0B5W0B5l
0B5x006f0B3G05t7
02b0
0B6f0B6v0B770B7L0B7g0B7-
0B6D05Wm0B6T0B8C
05W_0B8V
0B8j02b0
0B6f0B6v0B770B9L0B7L0B7g0B7-
0B9505Wm0B6T0B9c
05W_0B9v
0BA70BAP0BAi00Dm0BB50BBK0BBj
0BA70BAP0BAi00Dm006f0BB50BBK0BBj
01K80BCB
01K80BCB006f
06hK0BCL
0BD0
00Cw0BCV00Dm0BDF0BDq0BEC019f0B5G0BEd00EX
0BEv0BF2
00Cw0BCV00Dm0BDF0BDq0BFG0BEC019f006f0B5G0BEd00EX
0BF-0BAP00M90BCV00Dm0BDq0BGE0BGY0BB50BGi0BH1
0BF-0BAP00M90BCV00Dm0BDq0BFG0BGE0BGY006f0BB50BGi0BH1
0B2B0B2Z00Dm0B2n0B3V
0B2B0B2Z00Dm0B2n006f0B3V
0BHK0B4d
0BHt0B5W0BID0BIf0BIx0BJH0BJV0BJj
0BHa0BJ_006f0B3G05t7
0BLq
00Cw0BKE00Dm0BKU0BKr0BLT0BM00BMX006q00EX
00Cw0BKE00Dm0BKU006f0BKr0BLT0BM00BMX006q00EX
0BMn
0BMn006f
0BN20BNK0BNR0BNn0BO300Dm0BOJ0BOS0BOi0BOs0BPC
0BN20BNK0BNR0BNn0BO300Dm0BOJ0BOS0BOi0BOs006f0BPC
00Cw0BPV0BQ00BQF00Dm0BQW0BQl0BR600EX0BRM
0BRf0BRm00uE
0BSd0BSs0BS_
0BTl0BUD
0BSs0BS_
0BVS0BVh0BVz009R
0BWd0BX3
0BTA0BTO0BUU0BUw0BWH0BXI0BXk0BY00BYQ
007r0BZa01LB0BZq0Ba402U70BaK04KV
007r01LB02Qk
0Bcl0BdC009R0Bdd
0Bdy0BeQ0Beh0Bey00vw
03kS0BfT05ln
0BgE00wD
0BhA00wD
0BeQ0Beh01m40Bi_
00u8007r01LB0BZq0Ba40Bjf02U70BaK04KV
00Cw0BPV0BS40BQ0004h05VR0BYb0BZ60Bac0BQF0Baw0BbL0Bbl0Bb-0BcZ00Dm0BQW0Bf70Bfm0BgM0Bgv0BhN0Bhr0Bi80BiS006f0Bik0BQl0BR60BjE006q00EX0BRM0Bjy
03t20BkS
0BVS0BVh0BVz009R0BkE0Bkn
0BTA0BTO0BUU0BUw0BlE0BXI0BXk0BY00BYQ
00Cw0BPV0BS40BQ0004h05VR0Bla0BZ60Bac0BQF0Baw0BbL0Bbl0Bb-0BcZ00Dm0BQW0Bf70Bfm0BgM0Bgv0BhN0Bhr0Bi80BiS006f0Bik0BQl0BR60BjE006q00EX0BRM0Bjy
01750Bnn
0BeQ0BpF00wD
0BrY0Bro0Brx03Zj00od
0Bsj00US
0Bt503oy03pD
0BrC0BsA03qD0BtX03fv00ze
00Cw0Bm50BmT0Bms0Bmz0BnN04qp07S400Dm0Bn_0BoT0Bof0Bop0Bp30BhN0BpT0Bpv0BqM0BqY006q0BPC0Bqx0BuL
00Cw0Bm50BmT0Bms0Bmz0BnN04qp07S400Dm0BoT0Bof0Bop0Bp30BhN0BpT006f0Bpv0BqM0BqY006q0BPC0Bqx0BuL
0Bua0But03pD03pp
0BrC0BsA03qD0BtX03fv00ze0Bv9
00Cw0Bm50BmT0Bms0Bmz0BnN04qp07S400Dm0BoT0Bof0Bop0Bp30BhN0BpT006f0Bpv0BqM0BqY006q0BPC0Bqx0Bvj
0Bvy0Bw40BwP
0Bz00BzK0Bze
09080B-f
02b00B-f
0B-M0B-Y0B-o0B_70B_H019f0B_d
0C100C1F
0C060C0Z0C0g0C1U0C280C2I
0C2v02b0
0C3g02b0
0BwZ0Bx70BxN0BxY0Bxp0ByE0Bye00Dm0Byn0Bzq0C2Z0C370C3p0C4I0C4c0C4u0C5801eQ0C5M0BPC
0C060C0Z0C0g0C280C2I
0BwZ0Bx70BxN0BxY0Bxp0ByE0Bye00Dm0Byn0Bzq0C5a0C370C3p0C4I0C4c0C4u006f0C5801eQ0C5M0BPC
0C6o0C6u0C7A
0C7Z0C7l0C7x
0C8900v9
0C5w00Cw0C6D0C6W00Dm01Co0C7G0C8U00EX
0C5w00Cw0C6D0C6W00Dm01Co0C7G006f0C8U00EX
037m0C8r00Dm01I5
037m0C8r00Dm01I5006f
0CA70CAV0CAo
0CC5
00Cw09870C970C9X00aY07Xg0C9q00Dm05bt0CBO00Xa0CBn0CCT0CCm0CDJ00EX0CDa
00Cw09870C970C9X00aY07Xg0C9q00Dm05bt0CBO00Xa0CBn0CCT0CCm006f0CDJ00EX0CDa
0CDt09870C9700aY0C6D0C9q00Dm074t0CEA0CEZ0CEt01Co00i60CFF
0CDt09870C9700aY0C6D0C9q00Dm074t00gL0CFS0CEA0CEZ0CEt01Co006f00i60CFF
00Cw0CFi0CF-0CGC00Zi0679019y00Dm0CGX0CGm0CEt0CH00CHU0CHj0CHx0CI90CIN0CIb00EX00kK
00Cw0CFi0CF-0CGC00Zi0679019y00Dm0CGX0CGm0CEt0CH00CHU0CHj0CHx0CI90CIN0CIb006f00EX00kK
0CIv019y00Dm0CJC01eQ00kK
0CIv019y00Dm0CJC006f01eQ00kK
0CJR0BKE004h00Dm0CJl0CK50CKK01eQ0CKb00Jr0B3V
0CJR0BKE004h00Dm0CJl0CK50CKK006f00EX0CKb00Jr0B3V
00u800ze
0CKp006f
009R0CM2
0CLB0CLP00Cw0BKE0CLg004h00Dm0CK50CMK0CMr00EX
0CLB0CLP00Cw0BKE0CLg004h00Dm0CK50CMK006f0CMr00EX
0CLB00Dm0CNH00E501dk
0CLB00Dm0CNH00E5006f01dk
0CNd0CNz
0CP1
00H30CPq0CQ2
00rX
0CR7
00H3
0CRa0CS20CSE0CSY
060C
0CTO0CTs0CUL
0CUy
0CV50CVX
0CWQ
0CX6
0CXi0CY80CYY0CYx00RY00Ru05ly
0COh00Cw0CP80CPc0CQI004h0CQf07KV00Dm0CRJ0CSs019f0CUb0Bi80CVy05_m006q0CWl00EX0CXL01dk0CZI0CZb
0Ca0
0COh00Cw0CP80CPc0CQI0Ca7004h0Cai0CQf07KV00Dm0CRJ0CSs019f0CUb0Bi8006f0CVy05_m006q0CWl00EX0CXL01dk0CZI0CZb
060C0Cb3
0Cb3
0CTO0CbI0Cbn0Cc60CUL
0CXi0Ccp0CY80CYY0CYx00RY00Ru05ly
0COh00Cw0CP80CPc0CQI0Ca7004h0Cai0CQf07KV00Dm0CRJ0CSs019f0CcS0Bi8006f0CVy05_m006q0CWl00EX0CXL01dk0CdF0CZb
0Cdk0Cdv
0CdY0Ce4
0Cf2
0CgT
0Cfg0Cgx
00ze00uE
0Ci200wD
0CiI
0Cig
0COh00Cw0CP80CPc0CQI0Ca7004h0Cai0CQf07KV00Dm0CRJ0CeZ0ChR0Cj40CSs019f0CcS0Bi8006f0CVy05_m006q0CWl00EX0CXL01dk0CdF0CZb
00Dm019f0CjY
00Dm019f006f0CjY
0Cjy0CkB0CkT0Cku0ClA0Clf0Cm80CmZ0Cmo
0Cji0Cn30CnS0Cns0Co60CoL
0Cji0Cn30CnS0Cns0Co6006f0CoL
0Cod0Coj
0Cop0Cp6
0Cpd0Cpt
0Cq70CqQ
0CpM0Cql
0Cri
0CtC0CtV
0Ctl
0CsP0CuI
0CvO
0Cvg0Cvs
0Cw40CwL
0Cx000wD
0Cwj0CxH
0Cxc
0Cx-
0CrE0Cuo0CyO
0CzR0Czr0C-G0C_00C_X
0Cjy0CkB0Cyr0C_j0CkT0Cku0ClA0Clf0Cm80CmZ0Cmo
0Cji0D0G0CnS0Cns0Co6006f0CoL
00Dm0BCB
00Dm0BCB006f
0D2L0D2Z
0D3M0D3m
0D4a0D4p036q
0D5L029n01Lo
0D0f00Cw0D0r0BKE0D1600Dm0A0M0D1J02kf0D1U0D1n0D220D300D4I0D4-006q01gG00EX0D5U01dk
0D0f00Cw0D0r0BKE0D1600Dm0A0M0D1J02kf0D1U0D1n006f0D220D300D4I0D4-006q01gG00EX0D5U01dk
0D5j0D5_0D6S
0D0f00Cw0D0r0BKE0D1600Dm0A0M0D1J02kf0D1U0D1n006f0D220D300D4I0D4-006q01gG00EX0D5U0D6k01dk
036M036q036_035b
0D0f00Cw0D0r0BKE0D1600Dm0A0M0D1J02kf0D1U0D1n006f0D220D300D4I0D4-006q01gG00EX0D5U0D6k01dk0D74
0BKE00Dm0BCB
0BKE00Dm0BCB006f
0D7T0D7r0D870D8J
0D8Y00Cw00M900Dm019f
0D8Y00Cw00M900Dm019f006f
00Dm006f
00Dm00E500Xa0D8_
00Dm00E500Xa0D8_006f
0A8u0D9D01LB0D9X01m4
0DB00DBE0DBX0DBk
00Cw07Fr0D9l0DA305Qo0DAM07Bt07C100Dm0DAm0DBv0DCS07NH0DCo0DC_0DDP0DDi01470DE40DET01fv0DEr0DFH0DFa00EX
00Cw07Fr0D9l0DA305Qo0DAM07Bt07C100Dm0DAm0DBv0DCS07NH0DCo0DC_0DDP0DDi01470DE4006f0DET01fv0DEr0DFH0DFa00EX
00Cw0DFv0DGF0DGj0DGz00M900Dm0DBv0DHV0DHp0DCo0DI70DIT01470DIm0DJC0DJd0DK20DEr0DFH
0DKQ0DKg0DL60DLS0DLw0DMA0DMY
00Cw0DFv0DGF0DGj0DGz00M900Dm0DBv0DHV0DHp0DMg0DCo0DI70DIT01470DIm0DJC006f0DJd0DK20DEr0DFH
0DNB0DNU0DNg0DNv0DO80DOP
0DNB0DNU0DNg0DNv0DO80DOP006f
0DOm0DOw01xH
0DOm0DOw
0DP40DPN
0A8u01m4
00Cw0DPj093k0DQ700M90DQU07Bt0DQk05bt0DR5019f0DRT09NG0DEr006q0DRq0DS3
00Cw0DPj093k0DQ700M90DQU07Bt0DQk05bt0DR5019f0DRT006f09NG0DEr006q0DRq0DS3
0DTQ0DTj0DTs0DUE0CmZ0DUg0DV10DVN0DVn0DW90DWV
0DSK006f0DSe0DT00DWs
0DXD01Kz0DXx0DTj0DY60DTs00ze0DUE0CmZ0DYN02U700wD
006f0DYY0DYw
00Cw00M900Dm019f01gG01eQ00kb
00Cw00M900Dm019f006f01gG01eQ00kb
0DZM02RK
0DZ50DZe08W300Dm0Da50DaT0Dai0Dat
0DZ50DZe08W300Dm0Da50DaT006f0Dai0Dat
00H30Dbi
0Dc_0DdW0Ddm
0Dcl0Ddx0DeN
0DhN
0Df70DfZ0Dfy0DgN09CV02_g0Dgl0Dgy0DhB0Dhn0DiE
00H30Di-009R0DjH
0DkR0Dkf0Dkm0Dkz0DlB
00H306Bu
0Dmq00H30DBk
0DoS
07eB00RY00Ru05ly
0Db40DbN0DcD00Cw0Dej0Did0DjW0Dju0Dk30DkE01QU0DlP0Dlj0Dm607KV00Dm0DmX0DnF0Dnk0DoE0Doy00EX0DpL
0Db40DbN0DcD00Cw0Dej0Did0DjW0Dju0Dk30DkE01QU0DlP0Dlj0Dm607KV00Dm0DmX0DnF0Dnk0DoE006f0Doy00EX0DpL
00YB06jI00H3010K
0100010K0DrG010f010p
0AA10Dry0DsG0DsQ0Dse
0Dpf00Cw02gJ0Dpz0DqK0Dqp00a800aY0DrP00Dm00fv0Drk00g90Dsz019f00i60DtE0Dtd00k000EX00lD
0Dpf00Cw02gJ0Dpz0DqK0Dqp00a800aY0DrP00Dm00fv0Drk00g90Dsz019f006f00i60DtE0Dtd00k000EX00lD
0Du30DuI
0DuS00Dm0Dum
0DuS00Dm006f0Dum
016r0DvK0Dvl0DwB0DwV0Dwr0Dx80DxL0Dxe00Jr0Dxs
01K80Dv30Dx-
0DyW0Dyl0Dz90Dza0Dzt0D-C0D-U0D-g0D-y00wD05gr
01K8006f0Dv30D_9
0D_g
01LB0D_w00wD
00Cw0E06004h00Dm00Xa01GE00EX0E0X
00Cw0E06004h00Dm00Xa006f01GE00EX0E0X
01I501eQ
01I5006f01eQ
0Dkf00y5
0E3F0E3Q
0E3g0E3-
00Cw0E0t0E1Q0E1_0E2I00aY0E2o0E4G0E4Y01JK05bt0E4k01Co0E580E5V0E5p07QC0DRq00EX0E670E6U00kb0E71
00Cw0E0t0E1Q0E1_0E2I00aY0E2o0E4G0E4Y01JK05bt0E4k01Co0E58006f0E5V0E5p07QC0DRq00EX0E670E6U00kb0E71
00Cw0E0t0E1Q0E1_0E2I00aY0E2o0E4G0E4Y01JK05bt0E4k07NH01Co0E58006f0E5V0E5p07QC0DRq00EX0E670E6U00kb0E71
0E7n0E7y0E8A0E8j07T3
0E7Y0E9M
0EAm0E3-0EAz0EB8
02Qk
0EA900Cw03EU0EBJ0C6W038400Dm0EBb0EBv00Xa0ECT00EX0ECe
0EA900Cw03EU0EBJ0C6W038400Dm0EBb0EBv00Xa006f0ECT00EX0ECe
038400Dm01I5
038400Dm01I5006f
00Cw03EU038400Dm00E501e1092K092Z00EX093I
00Cw03EU038400Dm00E501e1006f092K092Z00EX093I
0ED70EDV0EDz
0ECm04_L00Cw0EEX0E0t0EF10EFE0E1Q0E1_0E2I00aY01JK05bt0EFc01Co0EG00E5801fv0EGS0E5p07QC01gG00EX0E6700kb0E71
0ECm04_L00Cw0EEX0E0t0EF10EFE0E1Q0E1_0E2I00aY01JK05bt0EFc01Co0EG00E58006f01fv0EGS0E5p07QC01gG00EX0E6700kb0E71
0ECm04_L00Cw0EEX0E0t0EF10EFE0E1Q0E1_0E2I00aY01JK05bt0EFc07NH01Co0EG00E58006f01fv0EGS0E5p07QC01gG00EX0E6700kb0E71
0EGn0EH50EHR
0EIR0CS2
004Z0EHn00aY0EI401J904_m00Dm00gL0EIh00hb006-
004Z0EHn00aY0EI401J904_m01K800gL0EIh00hb006-
004Z0EHn00aY01J904_m00Dm00gL0EIh00hb00EX
0EK70EKM0EKf0BCL0EK-0ELN0ELo0EMB
0EM_0END0ENb009R
0EJo0EMS0ENo
0EOq
03g50EPL
0EQx0ERD034g
0ERv
0EIx00Cw0EJa0EOP0EPc0EQI093k00M90ERV019f04oz006f006-0ES70ESd
0ETM0ETZ0ETo
0EUI00ze00wD
0EUI00ze0EV-00wD
0EXc0EXs0EY3
0EYH0EYY0EYs
00ze0EV-0EZc
0EaH0Eae0EbD
0Ebu0Ec1
0EVK0EVi0EWC0EWR0EWe0EWt0EX20EXM0EV-0EZE0EZ-0Ebb0EcE0EcY
0Edd0Edq00ze02T-
00Cw0ESs0ET500M900Dm019f02Rk04oz0ETw0EUS0EUp0EV70Ec-0EdP0Ee40EeP0Eeh0Ef1
00Cw0ESs0ET500M900Dm019f02Rk04oz0ETw0EfN0EUp006f0EV70Ec-0EdP0Ee40EeP0Eeh0Ef1
0D9D0Eh600jT
00Cw0Efk0EJa0Eg50EgW00M901JK0Egp00Xa0EhW00EX
00Cw0Efk0EJa0Eg50EgW00M901JK0Egp00Xa0EhW006f00EX
0EiV07T3
0Ejt0EkC
0El00Elh
06WL0Emu06Wl0En4
0EkR0EmN0Enq0EoE0EoY0Eok
0Ei90Eig0EjI00Wr0EpA07Kp
00Cw0Efk0EpZ0EJa0Eg50EgW00M901JK0Egp00Xa0EhW006f00EX
0EqM0Eqd
0Erq0EsE0Esm
0ErE0Et5
0Eq80EtV00Dm
0Eq80EtV00Dm006f
00Cw00M9019f
00Cw00M9019f006f
0Eu80EuI0EuS
019f0Ev50B-f
0EvE01JK0EvV0Evk
0Eum0Evx00Dm0EwG0EwS0Ewj
0Eum0Evx00Dm0EwG0EwS006f0Ewj
0Ewx00Cw0ExI01Ig0Exl00M907KV0Ey000Dm01JQ00Xa0EyJ0Eyn0EzB0Eza05_m0Ezt0E-K006q00EX0E-c
0Ewx00Cw0ExI01Ig0Exl00M907KV0Ey000Dm01JQ00Xa0EyJ0Eyn0EzB0Eza006f05_m0Ezt0E-K006q00EX0E-c
0Ewx00Cw0ExI01Ig0Exl00M907KV0Ey000Dm05bt01JQ00Xa0EyJ0Eyn0EzB0Eza006f05_m0Ezt0E-K006q00EX0E-c
00ze02U7
0E-s00ze02U7
00Cw0E_M0E_d00Dm0F07006q00EX
00Cw0E_M0E_d00Dm006f0F07006q00EX
0F0R0F0g0F0w01K8
0F0R0F0g0F0w01K8006f
0F1A0F1Q02U7
0F1e00Dm0F1y
0F2400Dm
00u800v9008f0F2t
00Cw0F2L0F2X00Dm0F2l0F33
00Cw0F3H00Dm019f0F2l05_m0F3W0F3h
05dC00Dm0BCB0F3u0F42
004Z0F4F00Dm00EX0F4Y0F4s
0F4-
004Z0F5J00M900Dm00hb0F2l0F5d01Rw0F5s00EX
0F89037v0F8H
0F9A02b0
0F7z0F8T0F8m0F8w0F9Q0F9o0FA40FAO05a-
00Dm05W_0F630F6K0F6c0F740F7H0F7X0FAc05bR
090802b0019n
0FFh0FF-
0FEq0FF20FFC0FFN0FGJ0FGj05Rd
0FAv0FBA0FBd0FBs0FC401K80FCL0FCy0FDH0FDZ0FD_0FES0FH5
0FIR02T-
00Cw0FHL0F3H00M900Dm0FHh019f0F2l0FI30FIi00EX0FJ3
0FJG0F42
0FJX0FJk
0FJy0F5d0F42
05dC00Dm01Ca0BCB0F5d
00Er0F3H00Dm00Xa0FKM00EX0FKm
00Er0F3H00Dm00Xa0FKM0FK_00EX0FKm
00Cw0FLL00DG0FLf00Dm0FLy00hb04XR0F2l0F5d0FM6
00Er00Dm0FML0FMZ0FMm0FM_
00Cw00Dm0F2l0FI300EX04bx0FNF
0FNS0FNe00Dm0FNt0FO5006q0FOQ
01JK0FOc
0FP80FPQ
0FOm0FPj
01LB00rX
0FQA00M902O50FQh0FR00FRK00Dm0FRX
0FQA00M902O50FQh0FRK00Dm0FRX006f
008f
008U0FS20FSM0FSc
0FRs0FSs0FRX
0FRs0FSs0FRX006f
01Kz02K80FTG008U0FS2
0FTa0FRX
0FTa0FRX006f
0FTp0FTz0FU90FUK0FUY02T-0FUi00wD
0FUY00wD01Lo
0FVe0FTz0FVs0FW30FWM0FWf
0FUz0FQA02O50FVF0FQh0FR000Dm0FRX0FVU0FWt0FX40FXG0FXc0FXy07QS0FYB06yv0B3V0FYK
0FUz0FQA02O50FVF0FQh00Dm0FRX0FVU0FWt0FX40FXG0FXc0FXy006f07QS0FYB06yv0B3V0FYK
0FUz0FQA02O50FVF0FQh00Dm0FRX0FVU0FWt0FX40FXG0FXc0FXy006f07QS0FYB06yv0B3V0FYX0FYK
0FYm02K80FZ10FTG0FS20FZF0FZO0FZa0FZl0Fa40FaP0Fad0Fao008f0F2t0Faw
0FRX0Fb6
0FRX006f0Fb6
0FYm02K80FZ10FTG0FS20FZF0FZO0FZa0FZl0Fa40FaP0Fad0Fao008f0F2t0FbK0Faw
0FRX006f0FbY
00Er0Fbm0Fc60FcE00M907Xg00Dm05bt00Xa02Rk01D90FcU00EX00Jr01dk
00Er0Fbm0Fc60FcE00M907Xg00Dm05bt00Xa02Rk01D9006f0FcU00EX00Jr01dk
05dC019y00Dm0BCB0Fcu
05dC019y00Dm0BCB0Fcu006f
0A6U0Fd1
0FeI0Feg0Dkf06Bu0Fes0Dkm0Dkz0DlB
01750Ff4017Q017c
0FfF03Ui
0BJj0FgQ
00Er0FdI0Fda0FcE00M90Fds07Xg00Dm0Ffh05bt00Xa02Rk0FgA01D900EX0Fga01dk0Fg-
00Er0FdI0Fda0FcE00M90Fds07Xg00Dm0Ffh05bt00Xa02Rk0FgA01D9006f00EX0Fga01dk0Fg-
0Fhl0Fi40FiW0Fil
0FhZ01Kz06Bu0Fix00ze0FjK
0FkG01Kz0FkY
02pA02pV0Fld
0Fmm
008200H30Fm10FmO0Fn8
00820Fo702pA
0FpK0Fpe02KN0Fpq
0FqV0Fqm0Fqy
0Fjg0Fkx0Fnc0FoH0Fos02T-0Fq00FrD
00Er0FcE0FhJ00M90Frm00Dm00Xa00EX
00Er0FcE0FhJ00M90Frm00Dm00Xa006f00EX
05dC019y00Dm0BCB
05dC019y00Dm0BCB006f
0FkG0BJj
0FuB0Fua
0FvY0Fvu
008201Kz03Ui00ze02T-
0Fxg02T-
0FxU0Fxu
00Er0Fs50FsQ0FcE0Fso0FtK00Dm0Ftt0Fuz0FwA0Fwi00Xa0FxG0FyA01D900EX01dk
00Er0Fs50FsQ0FcE0Fso0FtK00Dm0Ftt0Fuz0FwA0Fwi00Xa0FxG0FyA01D9006f00EX01dk
0Fz50Fzg
00Er0FsQ0FcE0FyZ0Fyq0FhJ00M90Fso0FtK00Dm0Ftt0Fuz0FwA0Fwi00Xa01D90F-0006q00EX
00Er0FsQ0FcE0FyZ0Fyq0FhJ00M90Fso0FtK00Dm0Ftt0Fuz0FwA0Fwi00Xa01D9006f0F-0006q00EX
0F-H0F-f0Dkf06Bu0Fes0Dkm0Dkz0DlB
01750F-r017Q017c
00Er0F_00FdI0FcE00M900Dm00Xa02Rk0FgA01D900EX0F_T01dk0Fg-
0F_n00Er0F_00FdI0FcE00M900Dm00Xa02Rk0FgA01D9006f00EX0F_T01dk0Fg-
0F_-0G0S
00HY03Mv
0G24
0D9D0G2Z0G2j0G37
00Er0FcE0FhJ00M900Dm0G0g0G1C0G1b0G1u0G2J00Xa0G3H0BH101fv0G3Z0CFF00EX0G3q
00Er0FcE0FhJ00M900Dm0G0g0G1C0G1b0G1u0G2J00Xa0G3H006f0BH101fv0G3Z0CFF00EX0G3q
037m00Dm
037m00Dm006f
0G4x
0FeI01750Feg0Dkf06Bu0Fes00S60Dkm0G6L0Dkz0DlB
01750G7I017c
0GB3
0GBl0GB_0F_-0G0S0GCK
0GE30GEd0GFE
0FeI01750Feg0Dkf06Bu00S60Dkm0G6L0Dkz0DlB
0G4L00Cw0G4S07Fr0G590G5c0G5w0G6X09Al0G6w0G7U019y0G7z0G8I0G8Z0G8k0G9900Dm0G9X0G9m0GA205oC0GAL0GAe0GAq0GBJ0GCj0GD60CEt091R0GDK031z0GDb0CHU0GFU0CHj0CI90GF_0GGC0GGc00i60GH00CFF00EX097j00kK0GHL0F_T07UZ
0G4L00Cw0G4S07Fr0G590G5c0G5w0G6X09Al0G6w0G7U019y0G7z0G8I0G8Z0G8k0G9900Dm0G9X0G9m0GA205oC0GAL0GAe0GAq0GBJ0GCj0GD60CEt091R0GDK031z0GHY0GDb0CHU0GFU0CHj0CI90GF_006f0GGC0GGc00i60GH00CFF00EX097j00kK0GHL0F_T07UZ
019y00Dm01I50GHu0GA20GIH0GIa0CJC00kK
019y00Dm01I50GHu0GA20GIH0GIa0CJC006f00kK
03zV05ly
00Cw0GIq019y00Dm0GJ801Co00EX00kK
00Cw0GIq019y00Dm0GJ801Co006f00EX00kK
0GJW0GJq00Dm
0GJW0GJq00Dm006f
00Dm0GK5
00Dm006f0GK5
0GKQ0F3H00Dm0GKg0GK_0GLB0GLO0GLc
00Cw0GLj00Dm00EX04nj
00Cw0GLj00Dm006f00EX04nj
0GLy0GMF0GMa
0GNJ
0GMl0GNj
0GOc0GOn
00Cw0GOG004h00M90GP10GPJ0GPa00Dm0GPr00Xa05_m006q007K
00Cw0GOG004h00M90GP10GPJ0GPa00Dm0GPr00Xa006f05_m006q007K
00YB029n
00Cw004h00M90GPJ0GQ10GQB00Dm0GPr070600Xa05_m0GQQ006q00EX007K
00Cw004h00M90GPJ0GQ10GQB00Dm0GPr070600Xa006f05_m0GQQ006q00EX007K
0GQg0GR1
0GRn0GRy0GS80GSL0GSY
0GTC0GTQ0GTc0GTp
00ze0GSx0GT-00wD
0GUy
0GVp0GW8
0GVT0GWd
06Bu
0GYa
0GZj0Ga5
0Gb60GZj00rX0GbK0GbZ04AE0Ga5
0GaX0Gbv
00Cw0GRQ004h00M90GUC07gM0GPJ01JK0GX700Xa05_m0GXW006q00EX007K0GYD0GZ10GcT
00Cw0GRQ004h00M90GUC07gM0GPJ01JK0GX700Xa006f05_m0GXW006q00EX007K0GYD0GZ10GcT
00Cw004h00M90GPJ0Gc_00Dm0GPr0GdI00Xa0GdW05_m0Ge3006q00EX007K
00Cw004h00M90GPJ0Gc_00Dm0GPr0GdI00Xa0GdW006f05_m0Ge3006q00EX007K
00Cw004h00M90GPJ0Gc_00Dm0GPr00Xa05_m0Ge3006q0GeQ00EX0Gem0Ge-007K
00Cw004h00M90GPJ0Gc_00Dm0GPr00Xa006f05_m0Ge3006q0GeQ00EX0Gem0Ge-007K
00Cw093k019y0FNe00Dm0GfE0Gfa0Gfm0Gf_0FNt00EX00kK
00Cw093k019y0FNe00Dm0GfE0Gfa0Gfm0Gf_0FNt006f00EX00kK
00Cw00Dm019f
00Cw00Dm019f006f
0Gi2
00Cw0GgB0GgT0Ggp00Dm05bt019f0Gh60GhM0Ghg006q0GiG00EX
00Cw0GgB0GgT0Ggp00Dm05bt0Gii019f0Gh6006f0GhM0Ghg006q0GiG00EX
0Gj60GjN
00Cw0GgB0GgT0Ggp00Dm05bt0Gii019f0Gh6006f0GhM0Ghg006q0GiG00EX0Gjd
004Z0Gj_00Dm00hb006q0GkL
004Z0Gj_00Dm00hb006f006q0GkL00EX
00Cw00Dm019f0GkZ0Gkr
00Cw00Dm019f006f0GkZ0Gkr
0Gl60GlP00Dm0Glb0Gll
0Gl60GlP00Dm0Glb0Gll006f
0Glz0GmL018W0Gmf0Gn100Dm0GnR
0Glz0GmL018W0Gmf0Gn100Dm006f0GnR
00u802T-
0Gqt0GrF0GrY
00Cw0Gnt0Glz018W0Go90GoW0Goy00M901J90GpD0GpX00Dm0Glb0Gpo0Gq10GqD0GqQ0Gqd0Grs0GsP0GsZ0Gt60GtI
00Cw0Gnt0Glz018W0Go90GoW0Goy00M901J90GpD0GpX00Dm0Glb0Gpo0Gq10GqD0GqQ0Gqd0Grs0GsP0GsZ006f0Gt60GtI
00Cw0GoW0Gtm0GpX00Dm0Glb0GqQ0FNt0GuA0GuS
00Cw0GoW0Gtm0GpX00Dm0Glb0GqQ0FNt0GuA006f0GuS
0GlP0GpX019f0Gup
00Dm0Gu-
00Dm006f0Gu-
0GlP0GvW0GpX0Gvu019f0Gup
00Dm0GvH0Gw2
00Dm0GvH006f0Gw2
0GyU0Gyj
0GwL0GwW0Gx10Gxg0GyG0Gyv0Gzb0G-E00Dm04oz0G-r0G_A
0GwL0GwW0Gx10Gxg0GyG0Gyv0Gzb0G-E00Dm04oz0G-r006f0G_A
0ET5019f0G_w090e
00Er0ESs
0ESs019f
0ESs0908019n
0908019n
0ESs0H1k06fu
0ESs0ET500hb0H3U
0ESs0H3y0ET50H4D019f0H3U
0GyG0G_c0H0E0H0i0H1600Dm0H1R0H250H2V0H2l0H3H0H3g0H4d
0GyG0G_c0H0E0H0i0H1600Dm0H1R0H250H2V0H2l0H3H006f0H3g0H4d
00Er00Dm05iV05_m
00Er0H5600Dm05iV006f05_m0H5V0H5o
00Cw00M90H6C0H6T00Dm0H6n019f
00Cw00M90H6C0H6T00Dm0H6n019f006f
0H6_
0H87
0H7V00Er0H7w00M900Dm05iV0H8g
0H7V00Er0H7w00M900Dm05iV0H8g006f
0H9t
0HAV
00u80HBQ
0HCU0DBX0HCs0HD2
00y5
0HH900RY00Ru05ly
0H8x00Cw0H9D0H9S0HA400M90HAi0HB00HBj0H6C0HC800Dm0B530H6n03QM05iV0HCJ0HDL09qw0HDi0HDz0HEL0HEY0HF4056Y0HFC0HFV0HF-0HGJ00EX0HGd0HGo01dk0HHd
0HHw0HII0HI-
0HJg
0HL40HLO
0HMO
0H8x00Cw0HKZ0H9D0H9S0HA400M90HLh0HAi0HB00HBj0H6C0HC800Dm0B530H6n03QM05iV0HCJ0HDL09qw0HDi0HDz0HEL006f0HEY0HF4056Y0HFC0HFV0HF-0HGJ0HM200EX0HMm0HGd0HGo01dk0HHd
0H8x00Cw0HKZ0H9D0H9S0HA400M90HLh0HAi0HB00HBj0H6C0HC800Dm0B530H6n03QM05iV0HCJ0HDL09qw0HDi0HDz0HEL006f0HEY0HN70HF4056Y0HFC0HFV0HF-0HGJ0HM200EX0HMm0HGd0HGo01dk0HHd
01aX0HNe0HNv0HOA0HOR01bw
05Ut0HOj03EU0HOw0H6C0HPA00Dm0HPQ04-g0HEL0HPf
05Ut0HOj03EU0HOw0H6C0HPA00Dm0HPQ04-g0HEL006f0HPf
0HPp0HQ500Dm
0HPp0HQ500Dm006f
0H6C00Dm0HQO0HEL0HQX
0H6C00Dm0HQO0HEL006f0HQX0HQh
00Cw0H9D0HQu0HRJ0HRm0HS601Ig00M900Dm0HSU0HSh0HSv0HFC0HFV0HF-0HGJ0HT9
00Cw0H9D0HQu0HRJ0HRm0HS601Ig00M900Dm0HSU0HTL0HSv006f0HFC0HFV0HF-0HGJ0HT9
00Cw0H9D0HQu0HRJ0HRm0HS601Ig00M900Dm0HSU0HTa0HTp0HSv006f0HFC0HFV0HF-0HGJ0HT9
0HVG
0DyW
0HW-0HX70HXZ0HXf0HY20HYC0HYf0HYr
0HZf0HZn0HaC0HaN
0HZK0Har01m4
0HCs0HcG
0HcT0Hcl
0HdF
0HU902NZ0HUe0HU-0HVM0HVi004h00M90HW60HWa0HbG0HbU0Hbh0Hb_0Hc_006f0Hdd01GE0Hdv006q006-007K
0FeI01750Feg0Dkf0G7I0Fes0Dkm0Dkz0DlB
0175017c
0GBl0F_-0G0S
0FeI0Feg0Dkf0Dkm0Dkz0DlB
00Cw0G4S0He909Al0HeY0Het0G9900Dm01AQ05oC0GAe0HfM019f0Hfl0Hg400i60AiO0GHL
00Cw0G4S0He909Al0HeY0Het0G9900Dm01AQ05oC0GAe0HfM019f0Hfl006f0Hg400i60AiO0GHL
0F-H0F-f0Dkf06Bu0Fes0Dkm0HgU0Dkz0DlB
01750Hgx017Q017c
0Hi60HiW
0Hha0HjA
0HkO09t70Hkc
0Hmy
0Hou0HpH0Hpo0Hp-0HqJ
0Hog0HqX
0Hs5
0HuF0Huf0Hu-
0HtI0Htn0HvC0F-H01Kz0Hvr0Hw40HwL0Hwg0Hwy0HxG0HxX0Hxs0Hy80HyS0Hyj0AKl0Hz20HzH0BfT00jT
0H-10D9D060C0G2Z0G2j0H-C0H-V0G37
0AQb00S6
00Cw0Hh60Hjj0Hkv0G590HlD00M90G5c0G5w0HlW0Hln0HmL0G6w019y0Hn90Hnb00Dm01AQ0Ho20Hqr0HrL05oC01C10GAe0Hrp0HsX0GBJ0GCj0Hs_00hb0Hzc0H-l0GFU0H_10H_G0H_f00EX00kK0GHL07UZ
0H-10D9D008U060C0G2Z0G2j0H-C0H-V0G37
00Cw0Hh60Hjj0Hkv0G590HlD00M90G5c0G5w0HlW0G6w019y0Hn90Hnb00Dm01AQ0Ho20Hqr0HrL05oC01C10GAe0Hrp0HsX0GBJ0GCj0Hs_00hb0Hzc0I040GFU0H_1006f0H_G0H_f00EX00kK0GHL07UZ
0HkO09t70I0M0Hkc
0I12
0FeI0Hvr0Hw40Hyj0I1y0I2N0I2l
00Cw0Hh60Hjj0I0k0G590HlD00M90G5c0G5w0HlW0G6w019y0Hn90Hnb00Dm01AQ0Ho20Hqr0HrL05oC01C10GAe0Hrp0HsX0GBJ0GCj0Hs_00hb0Hzc0I1O0I040GFU0H_1006f0I350H_G0H_f00EX00kK0GHL07UZ
0HtI0Htn0HvC0F-H01Kz0Hvr0I3Y0Hw40HwL0Hwg0Hwy0HxG0HxX0Hxs0Hy80HyS0Hyj0AKl0Hz20HzH0BfT00jT
00Cw0Hh60Hjj0I0k0G590HlD00M90G5c0G5w0HlW0G6w019y0Hn90Hnb00Dm01AQ0Ho20Hqr0HrL05oC01C10GAe0Hrp0HsX0GBJ0GCj0Hs_00hb0I3q0I1O0I040GFU0H_1006f0I350H_G0H_f00EX00kK0GHL07UZ
00Dm0I4F056s
00Dm0I4F006f
0I4b0I5D0I5h0I5q0I6B0I6U0I6l0I76
0I4b0I7t0I8H0I8U0I5D0I5h0I5q0I6B0I8e0I8w
01U-0I9g0I9w
0IAW01J9
00Cw0IA_
0IAi0IB9
0IBu0F2l0IC000z50IC80I9w
0I7Q0I9G0IA90IBV0IBl0ICH00Jr
0ICo
0IDH0ICo
0IEg04nj
0IEn
0ICz0IDb0IDv0IEL0IF10IFM
0ICY004Z0IFe0IFx0IGC006-
0IHg0IB9
072Q00Xa0ICo
0IIF0I8U0IIf
0IGP0IGt0IHI0IH-0IIw0IBl0IJI00Jr
0IJq0ICo
0IDH0IJq0ICo
0IK50IKQ0IKl0ILC0ILY0ILu
0IMU0IMd
0IMo
0IN300Jr0INd
0IJa004Z0IMB0IFx0IGC006f006-0IO3
00gL0ICo
0IK50IKQ0IKl0ILC0ILY0IOM
0IJa004Z0IOf0IFx0IGC006f006-0IO3
004Z00Dm00hb
004Z00Dm00hb006f
05dC00Dm01eQ
05dC00Dm006f01eQ
00Cw0IOy0IP801Ig00M90IPQ0IPk06_q00Dm0IQB01JQ0FVU019f0IQg006q05bR0IRD
00Cw0IOy0IP801Ig00M90IPQ0IPk06_q00Dm0IQB01JQ0FVU019f0IQg006f006q05bR0IRD
00Cw0IRP0IRb0IOy01Ig00M900Dm01JQ019f
00Cw0IRP0IRb0IOy01Ig00M900Dm01JQ019f006f
00Cw0IOy01Ig00M900Dm01JQ019f0IRq05bR
00Cw0IOy01Ig00M900Dm01JQ019f0IRq006f05bR
0ISF01Lo
0IOy01Ig00M90ISR00Dm01JQ019f0ISr05bR
0IOy01Ig00M90ISR00Dm01JQ019f006f0ISr05bR
037m019y00Dm
037m019y00Dm006f
0ITW0ITt
0ITt
0IUL0IUn0IVI
0IW10D8700ze0IWI01xH01Lo
0IX000ze0IXI
0IZ30IZP0IZh
0IaU0Iac
0ITH0IVV093k0IWS0IWn00Dm0IXT0IXi0IXx0IYK0IYa0IYq0Ia4006q0Iai01dk
0ITH0IVV093k0IWS0IWn00Dm0IXT0IXi0IXx0IYK0IYa0IYq0Ia4006f006q0Iai01dk
0Iaz0IbF093k00M900Dm0IbY00EX0ESd
0Iaz0IbF093k00M900Dm0IbY006f00EX0ESd
0Ibn
0Ibv093k00M900Dm0IcF0IcQ00EX0ESd
0Ibv093k00M900Dm0IcF0IcQ006f00EX0ESd
0Icr
093k0Icc0Id400M900Dm0Idc0Idp00EX0ESd
093k0Icc0Id400M900Dm0Idc0Idp006f00EX0ESd
0Ie10IeJ093k0Icc00M900Dm00EX0ESd
0Ie10IeJ093k0Icc00M900Dm006f00EX0ESd
093k00M900Dm05bt0Iec00EX0Iey0IfB0ESd
093k00M900Dm05bt0Iec006f00EX0Iey0IfB0ESd
0IfR00Dm0IfB
0IfR00Dm006f0IfB
0Ifh00Dm0IfB
0Ifh00Dm006f0IfB
00Cw01JK00Xa006q00EX
00Cw01JK00Xa006f006q00EX
0D9D0AKl
0IgJ00vG04AE0IgO
0Ii8
0Ij304AE07T3
00Cw0Ifz0IgZ01JK0Igu0Ih70IhT0Ihp0IiJ00Xa05_m0Iil0IjK01GE006-00Jr
00Cw0Ifz0IgZ01JK0Igu0Ih70IhT0Ihp0IiJ00Xa006f05_m0Iil0IjK01GE006-00Jr
00Cw00Dm0Ija019f00EX0Ij-
00Cw00Dm0Ija019f006f00EX0Ij-
0D9D0ImP0Imd00ze
00ze0Imt03sJ0DMY
0IkD00Cw07FN0IkP0Iko00M907Bt0Il207C10IlQ00Dm03QM0DCS019f0DCo0Iln0ImB0DDi014701fv0In40DEr0DFH0G3Z0DFa00EX0InJ
0IkD00Cw07FN0IkP0Iko00M907Bt0Il207C10IlQ00Dm03QM0DCS019f0DCo0Iln0ImB0DDi0147006f01fv0In40DEr0DFH0G3Z0DFa00EX0InJ
0IkD00Cw07FN0IkP0Iko00M907Bt0Il207C10IlQ00Dm0DAm03QM0DCS019f07NH0DCo0Iln0ImB0DDi0147006f01fv0In40DEr0DFH0G3Z0DFa00EX0InJ
00Cw00M907S400Dm019f0InY00EX
00Cw00M907S400Dm019f0InY006f00EX
01Kz0DTj0DY60Inq00ze0Io90IoL0IoY01m40Iov0IpK0Ipc0Ipw05ly
00Cw0Iq60Iqa00Dm03QM019f0Ae000EX
00Cw0Iq60Iqa00Dm03QM019f006f0Ae000EX
00Cw00M900Dm019f01gG00EX00kb
00Cw00M900Dm019f006f01gG00EX00kb
0Ir500wD
0Iqq00Cw0IrM00Dm0Ija00EX0FNF
0Iqq00Cw0IrM00Dm0Ija006f00EX0FNF
01LB0Ish
06Bu0ItV
0Iup0Iv10IvE
0Ivj0Ivs0Fpe0Iw20IwP0Iwl0IxA0Ixb0Ixn0Iy20IyP
0IzC0IzK
0Izh0Izv0I-7
0I-v0I_A0I_K07T3
00Cw0Iro07FN0IsD0IsR0Iss0ItC0Itp0IuE07C10IuT00Dm0IvR0Iyl0IzU0I-J07Ov00i607QC01gG00EX0I_d
00Cw0Iro07FN0IsD0IsR0Iss0ItC0Itp0IuE07C10IuT00Dm0IvR0Iyl0IzU0I-J07Ov006f00i607QC01gG00EX0I_d
0J0C05Rd02U700wD
00Cw0Iro07FN0IsD0IsR0Iss0ItC0Itp0IuE07C10IuT00Dm0IvR0Iyl0IzU0I-J07Ov006f0I_q00i60J0P07QC01gG00EX0I_d
0J0o0J10
0J1N0J1p00Dm
0J1N0J1p00Dm006f
0J220J0o0J2S06jp0J2n0J3F
0J3i0J1p0J4C00Dm0J4Y
0J3i0J1p0J4C00Dm006f0J4Y
0J4o0J570J5i0J6J0J6p0J7H0J7n0J8A0J8v0J9g0BQ000Dm
0J4o0J570J5i0J6J0J6p0J7H0J7n0J8A0J8v0J9g0BQ000Dm006f
0J4o0JAK0J570J5i0J6J0J6p0JAk0J7H0JBH0J7n0JBs0J8A0J8v0J9g0BQ000Dm006f
0JCK0JCc0JCo0JD20JDQ0JDd
0BQ000Dm0JDo
0BQ000Dm0JDo006f
0JF20JF8
0JFG0JFS
0JFY
0JEj0JF_
00H30JGm
0JH40Dkz
0JHY
0JE90JER0JGN02_g0BfT0JHw
00Cw0J4o0J570J5i0J6J0J6p0J7H0J7n0JIE0BKE0JIj00Dm0JIz0JJE00EX0JJe0JK4
00Cw0J4o0J570J5i0J6J0J6p0J7H0J7n0JIE0BKE0JIj00Dm0JIz0JJE006f00EX0JJe0JK4
0JKa0JEj0JF_
0JE90JER0JKp02_g0BfT0JHw
00Cw0J4o0J570J5i0J6J0J6p0J7H0J7n0JLC0BKE0JIj00Dm0JIz0JJE006f00EX0JJe0JK4
00Cw0J4o0J570J5i0J6J0J6p0J7H0J7n0JLC0BKE0JIj0JLh00Dm0JIz0JJE006f00EX0JJe0JK4
00Cw00M900Dm0JM50JMO019f0JMh
00Cw00M900Dm0JM50JMO019f006f0JMh
00Dm08XN006q08Yk
00Dm08XN006f006q08Yk
00Cw0BQ00JN0019f0JNB006f0JNU
00Er0JNq0JO600Dm00i600EX0JOP00kb
00Er0JNq0JO600Dm006f00i600EX0JOP00kb
00Cw00M900Dm019f00EX01dk
00Cw00M900Dm019f006f00EX01dk
00Cw00M900Dm0JMO019f01GE00EX
00Cw00M900Dm0JMO019f006f01GE00EX
00Cw00M900Dm0JMO019f0JOl00EX
00Cw00M900Dm0JMO019f0JOl006f00EX
0JPA0CFi0JPR019y00Dm0CEt0CHj0GF_0JPm0JQD0JQp03Ab0JRM00EX00kK0JRa
0JSm0D9D0JT2
00iQ0JTx0D9D0JT20AKl0JUC02U7
0JPA0CFi0JRl0JS70JSR0JTP0JPR019y00Dm0CEt0CHj0GF_006f0JUO0JUz0JPm0JQD0JQp03Ab0JRM00EX00kK0JRa
019y00Dm01I500EX00kK0JVF
019y00Dm01I5006f00EX00kK0JVF
0JVP0Cns08W308WD08WZ0JVo0JW600Dm0FLy08Wy0JWQ0JWs08XN0JXK0JXn0JY908Xk0JYc0JY_0JZN08YK08Yk0JZl08Yw
0JVP0Cns08W308WD08WZ0JVo0JW600Dm0FLy08Wy0JWQ0JWs08XN006f0JXK0JXn0JY908Xk0JYc0JY_0JZN08YK08Yk0JZl08Yw
07AA08W308ZH00Dm08Za08Zt0Ja10JaT0Jan0Jb50JbX0Jbr0Jc908a80JcT07QC0Jcr0JdL0Jdz0JeE0Jel08ad
07AA08W308ZH00Dm08Za08Zt0Ja10JaT0Jan0Jb50JbX0Jbr0Jc908a80JcT006f07QC0Jcr0JdL0Jdz0JeE0Jel08ad
00iQ0JTx0JfE0JfR0Jfl0Jfz0JUC
0AQ70Hvr09Yv0JgZ
00Cw0JgF0Jgt07Fr00M9019y00Dm0JhA0GAL0JhS091R01Co0Jhh0CHj0GIa0Jh_00i60CFF00EX00kK00kb
0AQ70Hvr09Yv0JgZ0Hyj
00Cw0JgF0JiF07Fr00M9019y00Dm0JhA0GAL0JhS091R01Co0Jhh0CHj0GIa006f0Jh_00i60CFF00EX00kK00kb
0Jiq
0JiY0JjA
00Cw0JgF0JiF07Fr00M90Jjh019y00Dm0JhA0GAL0JhS091R01Co0Jhh0CHj0GIa006f0Jh_00i60CFF00EX00kK00kb
06hc00wD
0Jmj
0JmM0Jn30JnS
0Jno
0Jp002U700jT
0JpE0D9D
0Jn_0JoT02U70JpW
00jT
004Z0Jk900M90JkU0Jkv0JlQ0Jln0Jpp00Dm00hb0JqB0Jqd00EX0Jq-00kb
0JT2
0Jp002U70EMB00jT
0JsN0D9D
0AQ70EMB0Jsy
0Jn_0JoT02U70Jsf0JtW
004Z0JrE0Jrr0Jk900M90JkU0Jkv0JlQ0Jln0JuE00Dm00hb006f0JqB0Jqd00EX0Aqa0Juc0Jq-00kb
0JvA
0JvO029n
0Jvc
0Jwm0Jwz
03t2
0Jxs01s_05Rd
01Lo
0Jyh
0Jyy
0JzP0FEq
01s_05Rd
0Jvy0JwK0JxN0Jy60Jzo0J-H0J-k0J_K0J_w
03TP00M90K0T00Dm01e100EX0Jq-
0K0r
0K1G0Jwm0Jwz
0K240Jxs01s_05Rd
0Jvy0JwK0K1b0K2T0Jzo0J-H0J-k0J_K0J_w
03TP00M90K3200Dm01e1006f00EX0Jq-
0K3Q0Jvy0JwK0K1b0K2T0Jzo0J-H0J-k0J_K0J_w
03TP00M90K3t00Dm01e1006f00EX0Jq-
00Dm01Rw05Sk
00Dm01Rw006f05Sk
00Cw0K4F0K4c0K4x00M90K5C0K5P00Dm0K5k00EX
0K5v0K5P00Dm01I501eQ
0K6P0K6V0K6l
0K7w0K85
0K7e00ze0K8H
0K7e00ze0K91
00Cw0K66004h00M90K750K7J0K8X0K9K01GE006-
0K9b0KA60KAS0KAo0KAz
04hg0KBt02b00KC3
0KBH0KBa0KCC05Wm0KCZ
0KDU0KDb0KDy
0KDF0KE80KEZ0KEw
05Wm019f0KFr
0KJ20KJH0KJU
0KIc0KJp
0KKV
0KGt05Wm0KH10KHT0KHk0KHs0KI10KIG0KKF0KKi
0KLU0KLl05Wm0KL_0KMI019f0KMf
0KCo0KFE00Dm05W_0KGM0KL50KNA05bR
0KDF0KNV0KE80KEZ0KNk0KEw
0KOx0KJH0KJU
0KIc0KPA
0KGt05Wm0KH10KHT0KHk0KHs0KI10KIG0KPc0KKi
0KCo0KOK00Dm05W_0KGM0KPs0KNA05bR
0KQF
0KQk0KR105Wm0KL_0KCZ
02b00KC3
0KTh0KBa0KT-
0KUO0KCZ
0KS10KSV0KSx0KTI0KUq
0KVl0KW00KWM
0KGt05Wm0KH10KHT0KWl0KHk0KXL0KHs0KI10KIG0KPc0KKi
0KCo0KRO0KOK00Dm05W_0KGM0KVL0KXk0KNA05bR
0KY70KYK
0A8u0KYz0KZ8
00Cw0KYR00M90KYm0K5P00Dm0KZK0KZb0KZk0KZ_00EX00Jr0KaA
0K5P00Dm01I50KaK01eQ
00Cw00M90K5P00Dm00EX
00Dm01I501eQ
0KaV0Kam
00Cw0Ka_00M90K5P00Dm0KbH048s0KZ_00EX00Jr
0K5P00Dm01I50KbS0KaK01eQ02RK
00Cw00M90K5P00Dm0KZK0Kbj00EX
0K5P00Dm01I501eQ
0BEv
0KcJ0Kco
00Cw00Dm0Kbu0Kc10KdE0K5k0Kdf0Kdy0KeF00EX
00Cw00Dm0Kbu0Kc10KdE0K5k0Kdf006f0Kdy0KeF00EX
05dC00Dm
05dC00Dm006f
00Cw00Dm00Xa0KeR0Kec00EX
00Cw00Dm00Xa006f0KeR0Kec00EX
0KfX0Kfq07Kp
0Kg3
06vT
0KoK0Koa0Kon00ze
0Ku20KuG0KuX0Kuy
0Kz-0K-R0Ku20K-_0K_B0K_c
0Izh0L0T0L0q
0Kev0Kgc0Kh40Khb00Cw0Khv0KiU0Kj307Fr09870Kjh0KkA0Kkj0Kl90KlQ0Klh0Kly004h0KmE0Kmt0KnJ0Knl0Ko307J50KpC0Kpb0Kpp02O50Kq201JK0KqT0Kqu0KrV0Krz0KsS0Ksx05bt07Ct0KtJ0KvD0Kvl0Kw10KwT0Kwe0Kwm0Kx30KxL0KxY0Kxs0KyA0KyU0Kyr0KzF006f0KzZ0K__0L1A0L1d02Xk0L1-0L2N0L2p006q03Rt006-0L3L
0L9R0L9l0L9_0LAK0LAY0LAl
00Cw0L3p0L4P0L500L5n0L6I0L6a0Klh0Kly0L770L7Y004h0Kmt0KnJ0L7q00M902O506790L830L8n01JK0L8z07Ct0LB10LBS0LBy0LCb0LCx0LD90Kw10KwT0Kwe0Kx30LDz0KxY0LET0LFD0LFx0LGF006f0LGZ0LGq0LHI0LHi006q03Rt006-0LHr0LIU06bL0LI_
00Cw0L3p0L4P0L500L5n0L6I0LJS0L6a0Klh0Kly0L770L7Y004h0Kmt0KnJ0L7q00M902O506790L830L8n01JK0L8z07Ct0LB10LBS0LBy0LCb0LCx0LD90Kw10KwT0Kwe0Kwm0Kx30LDz0KxY0LET0LFD0LFx0LGF006f0LGZ0LGq0LHI0LHi006q03Rt006-0LHr0LIU06bL0LI_
00u80LK002K801LB0LKY0LKz0LL70LLE
0LLV006f
0LPv0L9R0L9l0LQP0L9_0LAK0LQy0LAY0LAl
0LM40LMV00Cw07Fr09870LMx0KlQ0Klh0LNS004h0LNf0KnJ0LOI0LOg0LP902O501JK0LPU0LRC0LRd0LRu0LSJ0LSs0LCb0LTB0LTe0LUA0Kw10KwT0Kwe0KxY006f0LHi006q03Rt0LUb0LUs0LVD006-0LVd
00u802K801LB0LKY0LKz0LL7
0LW4006f
0LWg0LXA0LXf
0LZm0LZw0LaE
0LaM0Lac0Law0LbC
00Cw0L6a0Iqa0Klh0Kly004h0LY40KnJ0LOg0LYa0LYp02O506790LZ60LZK01JK0LbO0Lbo0LcD0Lcj07Ct0LdD0LCb0LCx0Kw10KwT0Kwe0Kx30KxY006f0LdU0Ldl0Le50LHi0LeL006q03Rt0Lef0Lf0006-07QS0LfI
00Cw0LJS0L6a0Iqa0Klh0Kly004h0LY40KnJ0LOg0LYa0LYp02O506790LZ60LZK01JK0LbO0Lbo0LcD0Lcj07Ct0LdD0LCb0LCx0Kw10KwT0Kwe0Kwm0Kx30KxY006f0LdU0Ldl0Le50LHi0LeL006q03Rt0Lef0Lf0006-07QS0LfI
0LfU006f
0Lfu00Cw0LgE0LgU0Lgn0Lh30Kly004h0LhQ0Lhg0Li40LiK0Lia0Lix0L8n01JK0Lj90LCb0Kw10Kwe0LjT006f0Ljp006q03Rt0LkJ0Lko0LlJ0Llh0Llt
0Lm200u80LmN0Lmc0Lmu0Ln9007r0LnQ0Lnn0Lo00LoF0LoU02GF01LB0Loh09lQ0LKY0LL70Lo-02U70LpM0Lpc0Lq40Lqa0Lqx0Lr6
0Lh30LrG006f
0Lt50LtW0Lto0Lu8
0LrX0Ls40LsY0Klh0Kly004h0LOg0LuW02O50Lv301JK0LRd0LvW0LSs0LCb0Kw10Kwe006f0LHi006q03Rt0Lv-
0LwH0Lwp0LxG0Ln9007r0LxW0Lx-02K80LyW01LB0Lyy0LzC0Lzf0Lzz0LKY0LL70L-I02U70LpM0L-Q
0LsY0L-i006f
0L_N0L_k0M0E0M0k0M1P0M1z0M2W0M2w0M3T0M3q0M480M4T0M4t0M5H0M5t0M6K0M6e0M6z00ze0M7I0M7l0M7-
0L-_0M8B006f
02kV
0M8a006f0M8u
0M910M9K006f05Sk006q03Rt
0MAy02U7
0E7y0MAy0MCZ02U7
0MDV0MDn
0A5j02U7
0MBE0MBk0MCC0MCu0MD90ME50MEb
0E7y0MFK
00Cw07Fr09870M9a0M9w004h0MAG0MAc02O501JK0MEx0MFg0MGD0MGc0Kw10MH00MHE0MHT0KxY006f006q03Rt006-
0E7y0MAy0MHk02U7
0E7y0MAy02U70MIM
0MI40MBE0MBk0MCC0MCu0MD90ME50MIi0MEb
00Cw07Fr09870M9a0M9w004h0MAG0MAc02O501JK0MI-0MFg0MGD0MGc0Kw10MH00MHE0MHT0KxY006f006q03Rt006-
0MAy02T-02U7
0MJN0MI40MBE0MBk0MCC0MCu0MD90ME50MIi0MEb
00Cw07Fr09870M9a0M9w004h0MAG0MAc02O501JK0MK50MFg0MGD0MGc0Kw10MH00MHE0MHT0KxY006f006q03Rt006-
00Cw07Fr09870M9a0M9w004h0MAG0MAc02O50MKU01JK0MK50MFg0MGD0MGc0Kw10MH00MHE0MHT0KxY006f006q03Rt006-
00Cw004h02O501JK0Kwm0MKw0MLP0KxY006f006q03Rt006-
00Cw004h02O501JK0Kwm0MKw0MLP0MLj0KxY006f006q03Rt006-
0MM4006f
00u802K801LB0MMb0MMt
0MNA006f
00u802K801LB0MNg0MO20MOF
0MOT006f
0MOo00H30Dbi
0Dcl0Ddx0DeN0MPj
09l300H300wD
0MQz0Io9
0Df70DfZ0Dfy0DgN09CV02_g0MQT0MRG0Dgl0Dgy0DhB0Dhn0DiE
0MTo
01J90MUB
0MV7
0Db40DbN0MPB00Cw0MQ30MRa0DjW0Dju0MRx0MSH0Dk30MSg0DkE01QU0DlP0Dm607KV0MTF07C100Dm00gL0MTU0DnF0Dnk0MUZ0DoE0Doy0MVc00EX0DpL
0MW60MWR0MWw0MX6
00H30MXq
0Db40DbN0MPB00Cw0MQ30MRa0DjW0Dju0MRx0MSH0Dk30MSg0DkE01QU0DlP0Dm607KV0MTF07C100Dm0MXK00gL0DnF0Dnk0MYB0DoE006f0Doy0MVc00EX0DpL
0MYh
0Db40DbN0MPB00Cw0MQ30MRa0DjW0Dju0MRx0MSH0Dk30MZ10MSg0DkE01QU0DlP0Dm607KV0MTF07C100Dm0MXK00gL0DnF0Dnk0MYB0DoE006f0Doy0MVc00EX0DpL
00H30MZb0MZm0MWw0MX6
0MOo00H30Dbi0MZz
0Db40DbN0MaG00Cw0MQ30MRa0DjW0Dju0MRx0MSH0Dk30MZ10MSg0DkE01QU0DlP0Dm607KV0MTF07C100Dm0MXK00gL0DnF0Dnk0MYB0DoE006f0Doy0MVc00EX0DpL
00M901K8019f01Rw0Mao02b0
00M901K8019f01Rw0Mao006f02b0
00Cw0Mb401Ig0MRx00M90MbR0Mbh00Dm03QM05rG00hb0Mb-006-00Jr
00Cw0Mb401Ig0MRx00M90MbR0Mbh00Dm03QM05rG00hb006f0Mb-006-00Jr
0McI0Mcn0MdE0Mdj
00Cw0MeA01Ig00M900Dm00hb006f0Mb-006-
00Cw0MeA01Ig00M90MeY00Dm00hb006f0Mb-006-
00u80Mem01KW01LB00ze0Mf70MfV
0Mfo006f
01Ig00M901K805rG019f01Rw0Mao02b0
01Ig00M901K805rG019f01Rw0Mao006f02b0
0Mgd0Mgw0I6B0Mh6
0MgL01Ig00M901JK05rG0MhO00Jr
0MgL01Ig00M901JK05rG006f0Mhj00Jr
0Mgd0Mh6
0Mgd0MiZ0Mh6
0MgL01Ig00M90Mi30Mip01JK05rG006f0Mhj00Jr
01Ig00M900Dm05rG019f01Rw0Mao02b0
01Ig00M900Dm05rG019f01Rw0Mao006f02b0
01Ig00Dm00Xa09NG0DRq0MjO00kb
01Ig00Dm00Xa006f09NG0DRq0MjO00kb
0Mjh00Cw0Mjv00Dm0Mk20MkJ00Xa01Vw01GE00EX
00u80Mkd06vT01LB0Ml10MlH00ze02U7
0Mla00Dm0Mm5
0Mkd0MmQ
0Mjh0Mmk00Dm
0Mn90MnM
00u806vT01LB00ze02U7
02U700wD
00u801LB00ze0Mqs
0Mnb00Cw0Mns0MoO0Mon00Dm0Mp00MpM0Mpk0Mq30MqQ0MrA
00u806vT01LB0Ml10MlH00ze03zV02U7
0MrO00Cw0Mns0MoO0Mon00Dm0Mp00MpM0Mpk0Mq30Mrf0MrA
0MrO00Cw0Mns0MoO0Mon00Dm0Mp00MpM0Mpk0Mq30Mrf0Ms50MrA
00Cw00Dm019f0MsX
0Mnb00Dm0MsX
0MrO00Dm0MsX
0Msk00Dm0MsX
0Ms_00Dm01I5
0Ms_00Dm01I50Mt9
00Cw0MtM05r500M900Dm00Xa0Mtb00Jr
00Dm0Mto00EX
00Er0Mu10MuD0G8Z00Dm0MuR0Muj
00Er0Mu10MuD0G8Z00Dm0MuR0Muj006f
00Er0Mu10MuD0G8Z00Dm0Muu0MuR0Muj006f
00Er0MvE0MvS00Dm0Mvl
00Er0MvE0MvS00Dm006f0Mvl
004Z07Fr098700M900Dm0EBb00hb0Mw40MwG0KZ_0MwS00EX
004Z07Fr098700M900Dm0EBb00hb0Mw4006f0MwG0KZ_0MwS00EX
00Er00Dm0Mwt09_v
00Er00Dm0Mwt09_v006f
00Er00Dm0G1b
00Er00Dm0G1b006f
05dC0Mx90MxV00Dm01dv0Mxu0My5
05dC0Mx90MxV00Dm01dv0Mxu006f0My5
04bj00M900Dm00hb
04bj00M900Dm00hb006f
00Dm01dv
00Dm01dv006f
0MyH00Dm02Uz0MyV
0Mzh0M-901K807060M-J00Xa0M-a
08W301K80Myr0MzQ0M-w
08W301K80Myr0MzQ006f0M-w
0GKQ019y00Dm00hb0M_A00kK
0GKQ019y00Dm00hb0M_A006f00kK
0M_S0B-f
0M_b00Dm0HQX0M_v
0N09
0N09006f
07e200Cw01Ig00Dm03QM0N0Q006q00EX0E-c
07e200Cw01Ig00Dm03QM0N0Q006f006q00EX0E-c
0N0n0N11037m00Dm0N1D
0N0n0N11037m00Dm006f0N1D
00Cw0Cai00Dm0N1V019f0N1g00EX
00Cw0Cai00Dm0N1V019f0N1g006f00EX
0N2W
0N2y
0N3U
0N2W0N4A
0N4Q
0N4y
0N3v0N5N
0N6B0N6K0N6R0N6Z
0N6f0N6z0N7H
0N7U
0N7_
0N8Q
0N5Z0N8l0N9L
0N9g
0NAg0BhA00ze
0NBP0NAg
0NC8
0NCz
0NDo
0NF80NFH
0NEq0NFU
0NDE0NE10NCM0NEb00YK0NFv01qf0NF8
0NDE0NE10NCM0NEb00YK0NFv01qf
0NDE0NE10NCM00YK0NFv01qf
0NGO0NH50NHm
0NBr0NCM0NIV
0NIV
0NCM0NIV
0NJ30NJf0NKC
0NBd0NKl0NLB
0NLl034g
0NN90NNQ0NNh0Fqy0NNv
0NOn0NNQ0NNh0NNv
0NOn0NNQ0NNv
0NOE0NP40NPi
0NBd0NQD0NQY
0NS4
0NSN0NSr
0NR50NRe0NTK
0NTw0NBd0NQY0NNQ0NNh0Fqy0NNv01xO
0NVP0NVb
0NTw0NBd0NQY0NUr0NV70NNh0NVq0NW90NNv
0NWw0Fqy
0NXh0NXq02U7
0NXA0NBd0NY20NQY0NYc0NNh0Fqy0NYy0NZH0NZd
0NBd0NQY0Fqy0NZd01Lo
0NAg0BhA
0NVP0Nap0Nb7
0NBd0NY20NQY0NUr0NV70NNh0NbM0Nbn0NZd
0NTw0NBd0Ncb
0Ncs0NBd0NQY0NdS0Fqy0NZd
0NQk0NUM0NWU0NZw0NaN0NcC0Nda
00od0NeC0NeN
0Neb
0NfG
0NMd0NMt0Ndz0Nfd02U7
0NgN0Ngp0NhC
0Nha0Nap0Nhv
0NiW0Nil
0NiA00ze0NZd0Nj9
0Nha0Nk9
0Nl70Nil
0NkQ00ze0Nkm0NlM
0Nha0Nhv
0Nmv00ze0Nkm0Nj9
0NjY0Nll0NmK0NnF
0No_
0NoW0Noj0NpA0NpR0Npe
0NoH0Npx0NFH
0NBr0NqL
0Nqg0Nr10NrL0Fao00wD
0Ns00NsN
0Nsn
0NFH
0Ntl0NqL
04TT
0Nt80Nu90Nr10NuW0NrL0Fao00wD
0Nv90Ntl0NqL
0Nt80NvV0Nr10NuW0NrL0Fao00wD
0Nqg0Nr10NrL0Fao
0NqL
0NwS0Nr10Nwp0Nx30NrL0NxJ0Fao00wD
0Nxv0NqL
0Nxj0NyK0Nr10NrL0Fao
0NyK0Nr10NrL0Fao
0Nre0Nuv0Nvs0Nw20NxV0Nyh0Nyy
0Nzb0NFH
0N_N0BhA
0Nzj0N-50N-P0N-c0N-r0N--0N_s0O0D0NFH0O0g0O0o0O14
0N3U0O1M
0O1-0O2D0N-P0N-c0O2R0O2d
0N4y0O2o
0O1M
0O3L
0O3j
02U7
0O4A
0N-r0O54
0O3x0O4N0O4t0O5J
0O3j0O4t0O5J
0O5W0N7_0O5r0O6C
0O1c0O320O6Z
0O6_
0Nqg0O7Z0O7w0Fao
0O8g04TT
0Nt80Nu90O7Z0O990O7w0Fao00wD
0Nt80NvV0O7Z0O990O7w0Fao00wD
0NwS0Nwp0Nx30O7Z0O7w0NxJ0Fao
0Nxj0NyK0O7Z0O7w0Fao
0NyK0O7Z0O7w0Fao
0O8I0O9Y0O9o0O9-0OAC0OAT
0O32
0OB9
01iO0OBx
0OCX0OCv
0ODn0OE8
0OEQ
0ODC0OF8
0OG4
0OGM
0OHr0OI90OIR0OIj
0OI-0OJJ
0OJe0OKB0OKc0O7w
0OHO0OKr
0OL2
0OM80OML
0OFi0OGy0OLe0OMa
0OMv0ONI00ze02U70ONb
0OOs
0OPf0OPy
0OQO0NxJ
0BRf
0OQb0OQp
0OQB0OR6
0OPG0ORJ
0OSQ
0NFH0OSl
0OTT0OTo
0OOH0OOe0ORl0OS30OT40OU3
0NBd0OUo
0OUz0NoH0Npx
0OVD0OVd0NFH
0OWt0OXL
0OUo0OYg0NFH
0OUo0NFH
0OYu0OZK0OZi0Oa60OaW
0OYE0Oaz0ObL0ObZ0Obp0OcJ0Ock0Ocu0NFH
0NBd0OUo0OdM0Odo
0NBd0Oea0OUo0Oet0Odo
0NBd0OUo0Ofl0Odo
0Oe10OfJ0OgB
0BhA0OUo
0Oi10NBd0OUo0OdM
0Oi10NBd0OUo0Oet
0OjJ0NBd0OUo0Ofl
0OhX0OiO0Oiv0Ojl
0Ogi0Ogy0OhA0OkE
0OkS
0N-r0Ocu0OlN0NFH0O0g
0OmF0NBd0OmY
01xO
0Om00On60OnZ
0NoH
0OpH0Opj
0OoP0NoW0Npx0Oox0Oq10OqY
0Nzb0OrH
0On_0Oqs02U70OrR
0Npx0OvB0NFH
0Oss0Ot90OtX0Otm0Ot_0OuI0Ouc0Out0Ovd
0OsD0OsZ0Ovq
0Owk0Owy
0NTw0ACV0Oxh
0ACV0OUo
0Oxw0OyD
0OxF0OyV0Oyq0OzD0OzV0O-A
0O_P0NBd0O_i0NFH
0OUo0O_i0NFH
0O_q0P0F
0O_00P0f0P0_
0P1K0P1k0P26
0OUo0OYg
0Nzb0P3b0NZd
0P3N0P3q
0ON-0OUT0OV-0OWS0OXe0Od30Ol40Ola0Olo0Ors0OwF0O-c0P2R0P2g0P2y0P45
0NOn0NBd
0NBd01xO
0NBd0P5i0P5y0NZd
0P4s0P5D0P6C
0P6b0Odo
0P7Q0P6b0Odo
0P6_0P7f0P83
0P8v0P96
0P9I0NFH
0ONl0P4R0P8V0P9b0P9r0PA2
0PBO
0PAc0PB30PBb
0PCI0OkE
0PCY
0PEc0PEq
0OyV0PF0
0PBw0OUT0OV-0PD90Ola0PDS0PE20Ors0PFW0P2R0P45
0ONl0PFw0P8V0P9b0P9r0PA2
0PH30Ogi0Ogy0PHL
0PHe
0OxF0OyV0Oyq0OzD
0PGi0ON-0OUT0OV-0OWS0PII0Ola0PIb0PDS0PE20Ors0PIz0PJb0PKB0P2R0P45
0ONl0PKb0P8V0P9b0P9r0PA2
00sf0PLQ0PLe
0ONl0PLu0NAg0P9b0P9r0PA2
0ONl0NAg0PA2
0PN40OkE
0PNM
0POI
0OyV
0PPM0PPT0PPb0PPj
0PPq0PQ2
0PN_0Ola0POZ0POy0P2R0PQI
0Nzb0PR30PRG
0PRY
0PRl0BhA
0Nzb0BhA
0PRy0PSC
0PSP
0OUo0PSn
0PS_
0PTC
0ONl0PQe0P8V0PTo0P9b0P9r0PA2
0OYE0ObL0Obp0PUf0OcJ0Ocu0NFH
0Ogi0OkE
0PVU
0OxF0OyV
0OV-0PV40PW90PWS0P2R0P2y0P45
0ONl0PWs0P8V0P9b0P9r0PA2
0PXi0OkE
0PYK0PYW
0PYx0PZ8
0NH50NHm
0PZe0Pa1
0PYm0PZO0PaL0Pad0Pb4
0Od30PY10Pbi0P2R0P45
0PcY
0Pd5
0Pdu0Pd_
0Nzb0PdR0BhA0PeE
0BhA0Pew
0PeY0PfA
0PfQ0Pfc
0Pcw0Pfu
0PgD
0ONl0Pc70Pgp0P9b0P9r0PA2
0Ogy0PN40OkE
0Phh
0Nzb
0Pih
0Pj8
0PjU0Pk2
0PiO0Ola0POZ0PkP0P2R0P450PQI
0ONl0Pkq0P8V0P9b0P9r0PA2
0Nzb0PR3
0Pli0Pl-0PmC
0PnJ0PnY0OkE
0Pnk
0Pp10Ppo0PqE0Pqy
0Pma0Pmt0Od30PoL0Ola0Poe0PrL0P2R
0ONl0Prl0P8V0P9b0P9r0PA2
0Pso01xO
0PsX0Pt40PtL0Ptf
0OkE
0PuA
0Ptt0Od30Puo0P2R0P450Pv50PvZ0Pv_
0ONl0PwT0P9b0P9r0PA2
0PxG0PxX0Pxy00ze0PyD0PyW0Pyo0Pz80PzM0PzY0Pzp
0PxG00ze0P-G0PzM0Pzp
0PxG00ze0PzM00wD0Pzp
0PxG0P_800ze0P_Q0PzM
0PxG00ze0PzM0Pzp
0PxG00ze0Q0X0PzM0Pzp
0Ogi0PxG0Q1H00ze0Q1U0PzM00wD0Pzp
0Ogi0PxG00ze0Q2400wD0Pzp
0PxG00ze0Pzp
0Ogi0PxG00ze
0P-00P-U0P-n0P_k0Q070Q0x0Q1h0Q2I0Q2h0Q34
0Q3i
0Q3P0Q3u
0ONl0NAg0Q4G0P9b0P9r0PA2
0PXi0Q530OkE
0Nzb0P2600wD0NFH
0Q7a
0PaL0Pad0Pb40Q5g0Q5-0Q6L0Q6_0Q7G0Q7x
0Q8h
0Q5N0Q8O0Q93
0Q9u0QAC0Pfu0QAa
0QAu
0ONl0Q9T0P8V0QBU0P9b0P9r0PA2
0QCE0QCZ0QCm0QD2
0QDg0QDv0QE80QEM
0Om00QDF0QEg
0QFc
0Pxy0PyD0PyW0Pyo0QGY0PzY
0QHB01xO
0DXx0QHm01xO
0QHI0QHz
0QGm0QIR
0QJU
0QJA0QJn
0QDF0QEg
0Om00OUo0OYg0QLX
0Om00OUo0QLX
0QLn0QMF
0QMs0OyV0QNW0OzV0O-A
0OXe0Od30QF70QGF0QIh0Ola0QKJ0PE20Ors0QKv0PJb0QMe0OwF0QO70P2R00wD0P450Pv50PvZ
0ONl0QOX0P8V0P9b0P9r0PA2
0PYW
0QPe
0QPL0QPx
0Ogi0OhA0OkE
0QQi
0OxF0OyV0OzV0O-A
0OV-0OXe0Od30QQN0QRK0Ola0OwF0QRd0P2R0P2y0P45
0ONl0QS10P8V0P9b0P9r0PA2
0QSq0O0g
0NoH0OUo0NFH
0QTA0QTZ
0QUM
0QVJ0QVt
0ACV0QX4
0QWs0QXM0QXd
0OUo0QXq
0QY3
0Nzb0Ibn0QYt
0QZ30QZH0QZf0QZ_0QaB0QaO
0QaZ0Qa_
0Oss0QbL0Npx0QbZ0OvB0Qbi0Qbu0NFH
0QeI02U7
0QcI0Qca0QdA0Qdb0Qd_0Qeg0QfD0Qfg0Qg20QgT
0OUo
0NoH0QhE0QhS0Qht0QiN0Qil0Qj3
0NoH0Qht0Qjw0Qk60QiN0Qil0Qj3
0QjR0QkM0Qko0QlE
0QU10QV00QWM0QYT0Qgv0Qld
0NLB
0PSP0PfQ0Pfc
0OUo0QmN0Qma
0Qmt
0Qn3
0ONl0Qly0Qnf0P9b0P9r0PA2
0Qpx
0Ogi0Qr40OkE
0QrH
0QoX0Qp40QpW0QqM0OUT0OV-0Qqo0OWS0Qrx0Ola0L-I0PKB0QsE0P45
0ONl0QsS0P8V0P9b0P9r0PA2
0QtH0Qta0Qto
0Qu0
0Qv00QvV0Qvv
0Od30Quj0QwC
0ONl0Qwc0P9b0P9r0PA2
0Ogi0QxU0Qxg0Qxu
0QxU0Qy_0QzD
0Qy60QzR
0Od30Q-80Ola0P2R0P450Pv50PvZ0Pv_0Q-R
0ONl0Q-t0P8V0P9b0P9r0PA2
0Q_s
0R0V
0Pdu
0Npx01Lo
0R1G0R1h
0R260DrG
0R0r0R2L
0NoH0OUo0R2l0NFH0O0g
0Q_j0R32
0NBd0OUo0NKl
0R4P
0R3r0R4d
0PF00R5W
0OUo0R6A0R6R
0R6i
0QcI0R7W0Olo0Qeg
0NoH0Qjw0Qk60QiN0Qil
0R3W0R5D0QWM0R5m0R6z0R7q0R89
0OUo0Qma
0PSP0Pfc
0R8v0R95
0R9G
0ONl0R8U0R9s0P9b0P9r0PA2
0RAe0RAs0RB4
0RBH
0RD00RDm
0OWS0Pma0Od30RBu0RCB0Ola0RCc0RE50P2R
0ONl0REV0P8V0P9b0P9r0PA2
0RGP0RGh0OkE
0RGz
0RH-0OyV
0RIr
0RFH0RFs0Od30RHh0Ola0PDS0PE20RIR0P450RJ7
0ONl0RJc0P8V0P9b0P9r0PA2
0PCI0QxU
0RKP
0RLL0RLa0RLy0RMA0RMT0RMi
0OV-0RL20PWS0RMx
0ONl0RNL0P8V0P9b0P9r0PA2
0PAE0PGL0PL00PMJ0PMm0PUG0PXH0PhH0PlF0PsA0Pwu0Q4j0QBy0QOy0QSS0Qo70Qst0Qx10Q_I0RAK0REw0RK10RNm
00sf01Kz0NzE0O7K00ze0OAl0OBU0NeC0OCF0Fao0RO9
0NAH0NB00NLI0NL-0Ng20Nnp0ROO
0RPG0Gyj
0N1-00Cw0N2D02Nr0ROc00Dm0ROv05oT00Xa0RPR006q00EX0RPl
0N1-00Cw0N2D02Nr0ROc00Dm0ROv05oT00Xa0RPR006f006q00EX0RPl
0RPy0RQ700ze
0RQM
0RRC0RRS
0RSV0RT4
0RPy01Kz0RUA
0NBP00zV0RVA
0RV-0NBP0BhA
0RWA
0RWv
0RXe
0NBP0RYM
02A3
0RZ70RZX
0NBP0RZw
0NBP0RaY
0RVS0RWP0RXG0RXz0RYe0Ra60Ral
0Rbx
0Rc80Rce0Rct0Rd30Rda00wD
0NLl0Rdq0ReC
0RV20RbD0Rba0ReW
0Rf80RfN00ze0Rff
0RgV0RfN0Rgf00ze0Rg-
0RhV0Nxj00zV0Rhn0Ri2
0RfN0Rgf0RiJ
0Rfr0Rg70Rh70Rig
00u80RjM0BLq0Rjd02U7
0NBP0RkX0Rkp0Rkz
02U70RlP
00Cw0N2D0RQs0RRg0RSG0RTb0RUT00Dm0RUp0Rek00Xa0RPR0Rix0Rjx0Rlg00EX0RmP
00Cw0N2D0RQs0RRg0RSG0RTb0RUT00Dm0RUp0Rek00Xa0RPR0Rix006f0Rjx0Rlg00EX
00Cw0N2D00M90F2X00Dm0Rme0Rmr
00Cw0N2D00M90F2X00Dm0Rme0Rmr006f
0RnM0RnW0Rnp
0RoX
0Roe
0Rp20RpG
0Ros0RpU
0Rp-
0RqC
0Rqp0Rqy0RrG0RrP04BM0Rrj0Rs40RsE0RsZ0Rsu0RtD0Rta0Rtx0Ru50RuQ0Rua
0Ro70Rpn0RqX0Ruv
00Cw0N2D0Rn50RvH02Nr00Dm05oT00Xa0RPR006q00EX0Rvd08Yw0Rvp
00Cw0N2D0Rn50RvH02Nr00Dm05oT00Xa0RPR006f006q00EX0Rvd08Yw0Rvp
0Rw500Cw0N2D0Mjv00Dm0RwF0Rme0Rmr0FNF0RwW
0Rw500Cw0N2D0Rwj0Mjv00Dm0RwF0Rme0Rmr006f0FNF0RwW
00Cw038400Dm00hb0Rx80RxT0Rxl0Ry1006q00EX
00Cw038400Dm00hb0Rx8006f0RxT0Rxl0Ry1006q00EX
00Cw0RyQ0Ryk0Rz30RzZ00Dm0Rz_0R-K0R-Y0R-m
00Cw0RyQ0Ryk0Rz30RzZ00Dm0Rz_006f0R-K0R-Y0R-m
00Cw02gJ0R--07GA0R_I0R_e0R_y0S0J07Gx07me0S0l0S1I0Li407Jx07KV07Bt0S1g07C10S1v04_m0S2M0S2z00Dm05bt07LG07Lh07MN07Mk07NH014707N-07OP0S3B0S3U07EJ00EX07UZ
00Cw02gJ0R--07GA0R_I0R_e0R_y0S0J07Gx07me0S0l0S1I0Li407Jx07KV07Bt0S1g07C10S1v04_m0S2M0S2z00Dm05bt07LG07Lh07MN07Mk07NH014707N-07OP0S3B006f0S3U07EJ00EX07UZ
00Cw02gJ0R--07GA0R_I0R_e0R_y0S0J07Gx07me0S0l0S1I0Li407Jx07KV07Bt0S1g07C10S1v04_m0S2M0S2z00Dm05bt07LG07Lh07MN07Mk07NH014707N-07OP0S3B006f0S3U07EJ00EX07R007UZ
00Cw02gJ0R--07GA0R_I0R_e0R_y0S0J07Gx07me0S0l0S1I0Li40Cai07Jx07KV07Bt0S1g07C10S1v04_m0S2M0S2z00Dm05bt07LG07Lh07MN07Mk07NH014707N-07OP0S3B006f0S3U07EJ00EX07R007UZ
00Cw00M907S4019f
00Cw00M907S4019f006f
0S3_0S4G019y00Dm
0S3_0S4G019y00Dm006f
0JVP0Cns0S4e08WD08WZ019y0JVo0JW600Dm0Co60FLy08Wy0JWQ0JWs08XN006q0JXK0S4o0S5E0JXn0S5Y0JY90S6J0S6i0S7B08Xk0S7k0JYc0JY_0JZN08YK08Yk0JZl08Yw
0JVP0Cns0S4e08WD08WZ019y0JVo0JW600Dm0Co60FLy08Wy0JWQ0JWs08XN006f006q0JXK0S4o0S5E0JXn0S5Y0JY90S6J0S6i0S7B08Xk0S7k0JYc0JY_0JZN08YK08Yk0JZl08Yw
0QHB0S8s02Qk068V0S9A02dS
0S890S8L0S8X0S9U006f0S9j07Ez0SA2
0SAi0SAz
00Cw07me0Cai07KV07Bt0SAG07C104mR0SB9006f07Pd07EJ006-
0SBP07AA0S4e0SBr08ZH00Dm08Za0SCE0Ja10JaT0Jan0Jb50JbX0Jbr0Jc90SCW0SCp08a80SDH0SDg0SDx0SEN0SEq0SFA0SFh0SG90SGo0SH40SHf0SH_0SIX0SJ208ad
0SBP07AA0S4e0SBr08ZH00Dm08Za0SCE0Ja10JaT0Jan0Jb50JbX0Jbr0Jc90SCW0SCp08a80SDH006f0SDg0SDx0SEN0SEq0SFA0SFh0SG90SGo0SH40SHf0SH_0SIX0SJ208ad
096H0SJY0SJt0DNg00Dm0SK30DNv0DO80DOP
096H0SJY0SJt0DNg00Dm0SK30DNv0DO80DOP006f
0SKF0D9D0SKZ0SKy0SLE0Feg0DTj0DY60Dkf06Bu0SLd0SLt0SMB01m40SMh0SN20SNI0SNo02U706jp0SO205ly
07WZ07XG019y07CJ07Cb006f07DW0SOI
0SRH0HzH0SRT
0SOa0SOz00Cw0SPQ07Fr0SQ10SQf0R_I0SQu0SRn0SS70SSd0SSz0STO0STr0SU507me0SUO0SUm0SU-07Xg07KV0SVG0SVe00Dm05bt0SVs0SWE0SWU0SWu07Lh07N50DCo0SXS014707OP07Ov0SXl00EX00kb0SY0
0SOa0SOz00Cw0SPQ07Fr0SQ10SQf0R_I0SQu0SRn0SS70SSd0SSz0STO0STr0SU507me0SUO0SUm0SU-07Xg07KV0SVG0SVe00Dm05bt0SVs0SWE0SWU0SWu07Lh07N50DCo0SXS014707OP07Ov006f0SXl00EX00kb0SY0
0SYR0R_I0SYg0SYu0SZ30SZJ05eq05f800Dm
0SYR0R_I0SYg0SYu0SZ30SZJ05eq05f800Dm006f
0SZU0SZm0SZ-
0SaE01K8
0SaZ0Saq0Sb1
0SbG01K8006f
07AA0Sba0Sbr00Dm0Sc90ScN
07AA0Sba0Sbr00Dm0Sc90ScN006f
0SaE01K80Scm03vB
0SbG01K80Scm006f03vB
00Cw00M900Dm019f01gG00EX
00Cw00M900Dm019f006f01gG00EX
0SYu0SZ30Sd005eq05f800Dm0SdB
0SYu0SZ30Sd005eq05f800Dm006f0SdB
0SdT00Cw07J50SUO0S2z00Dm05bt0SWE0Sdl0Sd_
0SdT00Cw07J50SUO0S2z00Dm05bt0SWE0Sdl0Sd_006f
0D9D0AKl0HzH00jT
0SeH0MDV05ly
0A8u01m40Seg
00Cw0Se-0SVG00Dm0SfF07Ov01fv01gG0SfX0Sfl0SdB
00Cw0Se-0SVG00Dm0SfF07Ov006f01fv01gG0SfX0Sfl0SdB
00M90Sf_00Dm00hb
00M90Sf_00Dm00hb006f
0SgC019y00Dm0BCB
0SgR
0Sgz
0Shr0SiI0SiZ
00Er0Sga0ShV00M905bt0Siq0Sj500Xa006f0SjQ006-
0Sjj0Sjw
0Ske06Ov
0Sl10SlR
00Er0SkE00M905bt00Xa0Sll0Sm8006f02T1006-
00Er00M905bt00Xa0SmM0Smf006f0SjQ0Smo006-
0SnF0SnQ
0CP10So300ze
00u80So30SoM0Sog02T-0AQb0FgQ
01K80Sm_0Sni0Soy0SpE
01K80Sm_006f0Sni0Soy0SpE
0SpR0Spz0AQb
006f0SqJ
0Sry0SsG0Ssn
0St705Rd00S6
090804i3
0Sqf00Dm0Sr80Src0StX0Su30SuT
0Sqf00Dm0Sr8006f0Src0StX0Su30SuT
0Sur0SvC0SvX0Svy0SwS0Swx0SxM00Dm06eQ0A1A0Sxb0Sxu0SyH00kK0SyZ0Syw
0Sur0SvC0SvX0Svy0SwS0Swx0SxM00Dm06eQ0A1A0Sxb0Sxu006f0SyH00kK0SyZ0Syw
0Sur0SvC0SvX0Svy0SwS0Swx0SxM00Dm06eQ0A1A0Sxb0Sxu0SzO006f0SyH00kK0SyZ0Syw
00Cw059101JK0Szi
0E3F0Szz02TV
0S-f0S-v
0S_k0RQ70S__
0KYz0KZ8
0T0a0T0n0T0u0T1A
0S-M0S_90S_Z0T0I0T1T02TD0T1v00ze02T-0T2E0T2c0T2t0T3K00wD00uE
01Ca0T3Q0T3t
00Cw0T42038400Dm0T4F00Xa0T4W0T4k0T56006q00kb
00Cw0T42038400Dm0T4F00Xa0T4W006f0T4k0T56006q00kb
00Cw0T42038400Dm0T4F00Xa0T4W006f0T4k0T560T5W006q0T6000kb
0T6c00Dm01Co0Mto
0T6c00Dm01Co006f0Mto
00Cw03EU0T6y0T7I0T7Y00Dm0T7z0T8J00Xa006q01Z5
00Cw03EU0T6y0T7I0T7Y00Dm0T7z0T8J00Xa006f006q01Z5
00Cw03EU0T6y0T8e00Dm0T8J00Xa01Co0T920T9G006q01Z5
00Cw03EU0T6y0T8e00Dm0T8J00Xa01Co006f0T920T9G006q01Z5
00Cw03EU0T6y0T9W0TA600Dm0T7z0T8J0TAW00Xa03-B006q01Z500kb
00Cw03EU0T6y0T9W0TA600Dm0T7z0T8J0TAW00Xa03-B006f006q01Z500kb
03t20TB10TBR0TBp0TC8046F0TCP0TCk0TD80TDX00ze01s_
0TAt0T8e0TDr00Dm0TEC
0TAt0T8e0TDr00Dm0TEC006f
03t20TB10TBR0TBp0TC80TEO046F0TCP0TEl0TCk0TF70TD80TFi0TDX00ze01s_0TGC
0TAt0T8e0TGL00Dm0TEC006f
00Cw0AZ_019y00Dm01e101Co0TGi0T9G00EX
00Cw0AZ_019y00Dm01e101Co006f0TGi0T9G00EX
00Cw0THC00Dm00hb01Co0THS0THr0TIA0T9G00EX
00Cw0THC00Dm00hb01Co006f0THS0THr0TIA0T9G00EX
0IgJ0TIO01m400vN
00Cw0THC00Dm00hb01Co006f0THS0THr0TIA0T9G00EX0TIV
00Dm01Ca0Mw40T4k0TIo0TJ80TJL
00Dm01Ca0Mw4006f0T4k0TIo0TJ80TJL
01JK056s02RK0KC3
0TK60TKE0TKa0TK-0TLE0TLQ056s0TLd
0TKE0TK-
0TMe0TMr0TKE0TKa0TK-0TN00TLd0TNE
0TKE0TKa0TK-0TLd
0TKE0TKa0TK-056s0TLd
0TLv01JK0TMP0TNT0TNl0TO30TOJ02RK
0TJb00Dm05W_0TJt0TOf0TOt0TP905bR
00Cw059104u200Dm0TPN0TPr00hb0Szi0TQH0TQe0TQu00EX0JRa03Al
00Cw059104u20TRL00Dm0TPN0TPr00hb0Szi0TQH0TQe0TQu00EX0JVF03Al
01K801I5
00Cw00Dm00hb01Co006f0T9G006q01Z5006-
00u801LB00ze0TRq
0TS3
0TS3006f
0AKH0TSK0TSR0TSu00jT
0TTn0TU60TUJ0AJI0TUc0AKH09Yv0TU_0TVH0AKU0AKl09Rk0MDV0ALF
00Cw0TT9019y0SxM00Dm01Co0TTU0TVa0JRM00EX00kK0JRa
00Cw0TT9019y0SxM00Dm01Co006f0TTU0TVa0JRM00EX00kK0JRa
0TTn0TU60TUJ0AJI0TUc0AKH09Yv0TU_0TVH0AKU0AKl0MMb09Rk0MDV0ALF
00Cw0TT9019y0SxM00Dm01Co006f0TTU0TVp0JRM00EX00kK0JRa
0TXd0TXx0TYH0TYc
05ly
000007e200Cw0TW20TWC0TWX0TWp0TX7019f0TXL0TZ0006f006-0TZg
00Ar0Ta40TaP00Dm0Tam0Tb6
00Cw05Yj0TbX0Tbt04_m00Dm02VA0TcM0Tce
00Cw05Yj0TbX0Tcy0Tbt04_m00Dm006f0TcM0Tce
0TdS0Tdc0Tds01LB09Iy
0TdS0Tdc0Tds01LB06rU
0TdS0Tdc0Tds01LB0Ipw
05Yj0TdD0Te60TeU006f0Tei
00Cw01UV0Tew0Tf50TfR01Ud0Tfi0Tg00TgK01U-04uS05f80Tgc00Dm090805iV0Tgn0Tg-0ThV0Thp0TiK0TiT0Tit0Tj900EX0TjQ0Tjf
00Cw01UV0Tew0Tf50TfR01Ud0Tfi0Tg00TgK01U-04uS05f80Tgc00Dm090805iV0Tgn0Tg-0ThV0Thp0TiK006f0TiT0Tit0Tj900EX0TjQ0Tjf
0Tks00y50Tkz
0Tl5
05Yj0Tk60TkV006f0TlU
0Tew0Tlh0Tl_0TmC0TmT00Dm0Tmi0Tmr0Tn10DuI0TnC
0Tew0Tlh0Tl_0TmC0TmT00Dm0Tmi0Tmr0Tn10DuI006f0TnC
05Yj00Dm01Rw
05Yj00Dm01Rw006f
0Tny
0Tom
06a0
0Tpb02U7
02U70TqB
0To40Toc00YB0Tp50Tpy0TqN0Tql
00YK0Trr
0Ts000YK0Trr
0TsP0Tss
0TnR0Tq_0TrI0TsB01LB00YK01s_0TtN02U7
05Yj006f0HF40Ttu
0TuM0TuZ0Tup00ze
0Tu50Tv30TvJ0DuI006f
037m0TvY01K8
037m0TvY01K8006f
00Cw01UV05Yj0Tf50TfR0Tvk0Tw00TwJ0Twf0Tww0TxB01Ud0Tfi0Tg00TgK01U-04uS05f80Tgc00Dm090805iV0Tgn0Tg-0ThV0Thp0TiK0TiT0Tit0Tj900EX0TjQ0Tjf
00Cw01UV05Yj0Tf50TfR0Tvk0Tw00TwJ0Twf0Tww0TxB01Ud0Tfi0Tg00TgK01U-04uS05f80Tgc00Dm090805iV0Tgn0Tg-0ThV0Thp0TiK006f0TiT0Tit0Tj900EX0TjQ0Tjf
00Cw01UV0TxU05Yj0Tf50TfR0Tvk0Tw00TwJ0Twf0Tww0TxB01Ud0Tfi0Tg00TgK01U-0Txj04uS05f80Tgc00Dm090805iV0Tgn0Tg-0ThV0Thp0TiK006f0TiT0Tit0Tj900EX0TjQ0Tjf
05Yj0Tlh0Tl_0TmC0TmT00Dm0Tmi0Tmr0Tn10DuI0Tx-0TyH0TnC
05Yj0Tlh0Tl_0TmC0TmT00Dm0Tmi0Tmr0Tn10DuI006f0Tx-0TyH0TnC
0Bua0RV200YB0TyY0Tys0Tz700ze0TzQ0Tzh
0T-400Ar0T-Q0T-a0T-s006f
00YB0TyY02T-
000007e200Cw004h04_X00Dm019f0T_A0T_c006q
000007e200Cw004h04_X00Dm019f0T_A006f0T_c006q
0RV2007r00ze0T_s0U0H02U7
0U0W00Ar006f
0U0s0U0z0U1G
0U1h0U1u0U25
0U2K0F2l
00Cw0C6W01JK00Xa01Co0U1N006f0U2o006q006-
00Cw0TW203EU01JK05bt00Xa01Co0U3A006f05_m006q01Z5006-
00Cw0TW203EU01K805bt00Xa01Co05_m006q01Z5
0U3K006f
09870C6W01JK0U3g0CFS0CEt01Co006f00i6006q01Z50CFF00kb
0U3w00Dm0B4d056s0BB50U4805t7
0U3w00Dm0B4d006f0BB50U4805t7
0U5e01Kz0U5p0U660U6K0U6W0U6n0U6z0U7E0U7W0U7l
0U4P0U4e0U4v0U570U5N0U7y0U8E0U8T0U8n0U900U9G0U9Y
0U9o0UA000M90UAC0UAZ0DNv0UAg0UAy0UBE0UBV02VA0UBx0UCF0UCZ0UCs0UDI0UDd01GE006-0UDm0UEC
0UEc0UEy0UFH0UFa0UFx00Dm0UGG0UGX0UGq0UH7
0UEc0UEy0UFH0UFa0UFx00Dm0UGG0UGX0UGq006f0UH7
004Z01Ig00M900Dm05bt0UHb00hb01Rw00EX
004Z01Ig00M900Dm05bt0UHb00hb01Rw006f00EX
004Z01Ig00M900Dm05bt0UHb00hb01Rw006f00EX00Jr
0UIb0GRn0Fzg
00Dm0UHw0UIE0UJ00UJN
00Dm006f0UHw0UIE0UJ00UJN
0UJa0UKE00Dm006f0UHw0UIE0UJ00UJN
00Cw01Ig00Dm0UKp0UJN0UL50TjQ0ULN0ULe
00Cw01Ig00Dm006f0UKp0UJN0UL50TjQ0ULN0ULe
00Cw01Ig00Dm006f05VD0UKp0UJN0UL50TjQ0ULN0ULe
02Jv0ULx0UMG0UMT
00Cw01Bh00Xa0UJN0UMl
00Cw01Bh00Xa006f0UJN0UMl
00Cw01Bh00Xa006f05VD0UJN0UN00UMl
00Cw00M9019y00Dm00hb00EX00kK0JRa
00Cw00M9019y00Dm00hb006f00EX00kK0JRa
037m019y00Dm01I500EX00kK0UNF
037m019y00Dm01I5006f00EX00kK0UNF
0UPH
0UNx0UOB0UOg0UO-0UPc0UQ5
006f0UNR0UQY
0UR20URW01Kz0URx0USD0USZ0Fao
006f0USr0UTQ
0UU20UUN0UUl0USD0UNx0UV60UVc04KV0UW0
01K80UTh0UWH
01K8006f0UTh0UWH
01gk00Dm00Xa0UWu0UXI0UXd0UXw
01gk00Dm00Xa006f0UWu0UXI0UXd0UXw
0UYA00Dm02Uz006f0UYN0UYi0UZ30UZI
00Cw00M90UZV00Dm019f00EX02b0
00Cw00M90UZV00Dm019f006f00EX02b0
00Cw00M90UZk00Dm019f00EX
00Cw00M90UZk00Dm019f006f00EX
0T3K00wD
0UZx0UaE0UaT
0Ub10UbL00wD
0Ub1
00Cw00M90Uak0Ubb0Uc100Dm019f0Uca01eQ0RmP
00Cw00M90Uak0Ubb0Uc100Dm019f0Uca006f01eQ
01K800Xa006f0BR60Ucq
0Uc-0UdH01JK02Rk0UdX0Udl0Ud_006q00kK00Jr
0Uc-0UdH01JK02Rk0UdX0Udl0Ud_006f006q00kK00Jr
01Kz00wD
0UeR00ze0Uet00S6
0Uc-00Dm0UeD0Uf100kK
0Uc-00Dm0UeD006f0Uf100kK
0Uc-00Cw02Nr00M901JK00Xa048s00EX00kK
0Uc-00Cw02Nr00M901JK00Xa048s006f00EX00kK
0UfJ01Kz0Tny0UfZ0Ufo00wD
0Uc-0Uf_00Dm0UgF0UgV00kK
0Uc-0Uf_00Dm0UgF0UgV006f00kK
0Uc-00Cw02Nr00M90Ugj0Ugy01JK00Xa02Rk006q0UhG0Uhd0Uhu00EX00kK00Jr
0Uc-00Cw02Nr00M90Ugj0Ugy01JK00Xa02Rk006f006q0UhG0Uhd0Uhu00EX00kK00Jr
0Ui702Jv01Kz0UiG01LB00ze00wD
0Uc-00Dm0UeD0UiR00kK
0Uc-00Dm0UeD0UiR006f00kK
0Uj100Cw00M901JK00Xa006-
0Uj100Cw00M901JK00Xa006f006-
004Z0UjL00M900Dm00hb006-
004Z0UjL00M900Dm00hb006f006-
0UjZ04ua01e1
0UjZ04ua01e1006f
00Dm0Ujx0BR6
00Dm006f0Ujx0BR6
0Ule0Ulm0FgQ00wD
0Ulx0UmK0UmY0Umr
0UkB00Cw0UkP0Ukg00Dm0Ukw0Ul90M_v0UlO0UnN0Uni
0UkB00Cw0UkP0Ukg00Dm0Ukw0Ul9006f0M_v0UlO0UnN0Uni
0Ukg0Un_0UoD02VA0Ujx0UlO0UoR0Uni
01K80Unr0UoZ
0Up40UpJ0UpW02T-0U7W01nL01xH01xO
0Uos01K8056s0Upj
00Cw00Dm0Up_
00Cw00Dm006f0Up_
00Cw05eP00Dm0UqG
00Cw05eP00Dm006f0UqG
00Cw0Uqc00Dm
00Cw0Uqc00Dm006f
0Ur90UrW0Urq
0UsQ0Usj
0Utb
0UuF
0Uv10UvQ
0Uw2
0Uwm
0UwN0UxC
00Cw0Uql0Us100Dm0UtA0Utt0Uub00EX0Uvf0Uxa
00Cw0Uql0Us100Dm006f0UtA0Utt0Uub00EX0Uvf0Uxa
0IgJ0Uxu0UyC
00Cw0UyS00Dm0Uyo0Uy_00EX
00Cw0UyS00Dm0Uyo006f0Uy_00EX
0Uzf0U-60U-Z0U-z0U_T0U_t02U70V0J
00Cw0UzF0V0T0V0z00Dm0RwF00EX0V1F
00Cw0UzF0V0T0V0z00Dm0RwF006f00EX0V1k0V1F
0V250V0z00Dm0V2V
0V250V0z00Dm0V2V006f
004Z018W00Dm00hb
004Z018W00Dm00hb006f
0V2p00uE
00Cw018W05Wm00Dm019f0V3F0V3j
00Cw018W05Wm00Dm019f006f0V3F0V3j
00Cw018W0V4100M900Dm019f0V4F05_m006q
00Cw018W0V4100M900Dm019f006f0V4F05_m006q
00Dm0V3j0V4U
00Dm006f0V3j0V4U
01K800Xa0V4u0V5A0V5S
03zM0V7-0V8B
0V9A
00YB029n02kV
0V9g
0V5j004h00Dm0V5z0V670V6M0V6Z0V6y0V7B0V7R0V7k0V8O0V8o0V9K0V9q006q03Rt
0V5j004h00Dm0V5z0V670V6M0V6Z0V6y0V7B0V7R006f0V7k0V8O0V8o0V9K0V9q006q03Rt
0VA30V7-0V8B
00wD01xO
00Cw00Dm019f0V6Z0V6y0VAV0VAv006q00EX01dk0VBR
00Cw00Dm019f0V6Z0V6y006f0VAV0VAv0VBg0VC3006q00EX01dk0VBR
00Cw00Dm019f00EX
00Cw00Dm019f006f00EX
0TW20U3A
0TW20U3A006f
00Cw00Dm019f00EX0VCQ
00Cw00Dm019f006f00EX0VCQ
00Dm0VCX0VCs
00Dm0VCX0VCs006f
00Cw05r50VD50VDO0VDf00Dm019f
00Cw05r50VD50VDO0VDf00Dm019f006f
038400Dm01dv
038400Dm01dv006f
00Cw00Dm0VDz019f00Jr01Jl0A6J0VEF
00Cw00Dm0VDz019f006f00Jr01Jl0A6J0VEF
037m00Dm03CI01W70VEY0VEl0VEv0VEF
037m00Dm03CI01W70VEY006f0VEl0VEv0VEF
029n04TT
0VF50VFQ0VFl0VG20VGO
0VKR00ze0VKh
0VGi0VH20VHN0VHy0VIa00M90VIu00Dm05W_00Xa04XR0VJE0VJY0VJh0VK00VKt
0VGi0VH20VHN0VHy0VL60VIa00M90VIu00Dm05W_00Xa04XR0VJE0VJY006f0VJh0VK00VKt
0VLs0VMD0VMR0VMh0VM-
0VNH0VNj0VO2
0VNH0VNj0VO2006f
07e200Er02O500Dm00EX00Jr
07e200Er02O500Dm006f00EX00Jr
0VOr
0VOI00Er0VOd0VP600Dm00Xa00Jr
0VOI00Er0VOd0VP600Dm00Xa006f00Jr
0VQ30VQO
0VRF0VRS
0VQq0VRh
0VPj0VS6
0VPV00Dm0VSK
0VPV00Dm006f0VSK
0VSo0VT0
0VTd0VTs
0VVG0VVR
0VVe0VV-
0Izh0VTs
0VTH0VUB0VUZ0VUu0VWE0VWb
00Er0VSY01K800Xa0VWy092q006-0VXF
00Er0VSY01K800Xa0VWy006f092q006-0VXF
00Wr00ze02U70EMB
00Cw05VR0VXV00Dm0VXr0VY9006q00EX
00Cw05VR0VXV00Dm0VXr0VY90VYO006q00EX
00ze00zl
0VYe0VYu0VZB0VZX009R0VZo
0Va3
0Vbp
0Vb90VbP0VbY0Vc30VcU0Fao
00ze0Vd20VdE
0VdR
0VaP00Er0Vae02O50Vav00Dm0Vce0Vdi00Xa00EX
0VaP00Er0Vae02O50Vav00Dm0Vce0Vdi00Xa006f00EX
0Vep0GsP
0Vf604tq
0Ve0007Y0VeN00M901K80MiZ00Xa0VfV006q
0Vft0AL6
0Vg90NFH
0Ve0007Y0VeN00M901K80MiZ00Xa0VgW006f006q
0Vgt0Rmr0VhA
007Y0VhS01K8
005P0Vhz0ViC
007Y0ViT01K8006f
00M902O50Viz
0VeN0Vj90VjV
0Vjs01K8
01Kz02K802L4
0VkL0Vkm0Vl4
0VlQ01K8006f
037m00Dm0Vlu
037m00Dm0Vlu006f
004Z01Ig00M900Dm0VmF00hb0VmV0Vmk00EX
004Z01Ig00M900Dm0VmF00hb006f0VmV0Vmk00EX
037m01K80VmF
037m01K80VmF006f
0VhS01K80VmF0Vn20VnI
0VhS01K80VmF0Vn20VnI006f
0Vna0Vnl0Vnz0VoB00Dm
0Vna0Vnl0Vnz0VoB00Dm006f
00Cw0VoQ0Mx90MxV0Voz0VpR00Zi0Vpg0Vpz0VqD0Vqh0VrQ019y00Dm0VsC0VsW0Vt20VtH0Vtq091R01Co0VuF03Ab00EX00kK0JRa
00Cw0VoQ0Mx90MxV0Voz0VpR00Zi0Vpg0Vpz0VqD0Vqh0VrQ019y00Dm0VsC0VsW0Vt20VtH0Vtq091R01Co0VuF006f03Ab00EX00kK0JRa
0Vus00M901K80FLy0BGY0VvA05bR0VvQ
0Vus00M901K80FLy0BGY006f0VvA05bR0VvQ
0Vus00M90VvA0VvQ
01K80Vvg
0Vw401Kz0CmZ0VwN
01K8006f0Vwc
00Cw02Nr05bt05oT019f0Vw_
00Cw02Nr05bt05oT019f006f0Vw_
06j40Vxj06Bu0Vy1
0VyL
0VxE0Vyj
0V-20V-i
0V_o00ze00wD
0W0A
00Cw03EU0ET505oT0VzQ019f0V_L0W0f0W0u
00Cw03EU0ET505oT0VzQ019f006f0V_L0W0f0W0u
0W1N0W1k0W1y0W2J0W2c0W2r0W3D0W3V0W3q
0W5h0W60
0W1800Cw0W4801JK0W4R0W4h0W530W6H006-0VCQ
0W6b0W6p
0W7G
0W1800Cw0W480W7Z01JK0W4R006f0W4h0W530W6H006-0VCQ
00Cw00D1067907KV07pK00Dm0W7v0W8J0W4R0W8c0W4h0W8q0W9100EX0VCQ
00Cw00D1067907KV07pK00Dm0W7v0W8J0W4R0W8c006f0W4h0W8q0W9100EX0VCQ
00Cw00D1067907KV07pK00Dm0W7v0W8J00gL0W4R0W8c006f0W4h0W8q0W9100EX0VCQ
0W9X
00Cw01Ig00M901JK01JQ006-0W9k
00Cw01Ig065A00M901JK01JQ006f006-0W9k
0JTx0TU603zV
00Cw0VpR0WAA0WAg0WAs0WBA0WBY0WBu019y00Dm0WCW0WCq0WDB0WDU01Co03Ab00EX00kK
00Cw0VpR0WAA0WAg0WAs0WBA0WBY0WBu019y00Dm0WCW0WCq0WDB0WDU01Co006f03Ab00EX00kK
0JTx0WDr0WE10TU_0WEQ0WEc03zV
00Cw0VpR0WAA0WAg0WAs0WBA0WBY0WBu019y00Dm0WCW0WCq0WDB0WEz0WDU01Co006f03Ab00EX00kK
00Cw0WAs04_X0WFY019y00Dm0WFw0WGV0WGu0WHD01Co00EX00kK
00Cw0WAs04_X0WFY019y00Dm0WFw0WGV0WGu0WHD01Co006f00EX00kK
0E3F02TV
0WHl0WI4
00Cw0GKQ0WHT0WIr019y00Dm00gL0EFc01Co01Rw0WJ90WJR0WJo0E5V01fv0WK703Ab01gG00EX00kK0WKO0JRa
00Cw0GKQ0WHT0WIr019y00Dm00gL0EFc01Co01Rw0WJ90WJR006f0WJo0E5V01fv0WK703Ab01gG00EX00kK0WKO0JRa
0WHl0WI40WKj0WL6
00Cw0GKQ0WHT0WLd019y00Dm00gL0EFc01Co01Rw0WJ90WJR006f0WJo0E5V01fv0WK70WLx03Ab01gG00EX00kK0WME0JRa
0WMa0WN80WNY01LB0WNp0WOC0MD90WOl00S6
0WP60MjO
0WP6006f0MjO
0WPR00Cw02gJ0WPo019y00Dm0WQE02Rk0Jhh0WQd02VA0WQz0WR80WK70WRM0WRg0WRx00EX00kK0WSQ
0WPR00Cw02gJ0WPo019y00Dm0WQE02Rk0Jhh0WQd02VA0WQz0WR80WK70WSx0WRM0WRg0WRx00EX00kK0WSQ
003n
00Cw0WTD0WTw00M90WUR01JK0WUn0WV001Co0WVQ0WVs0WWH0WWv01GE0WX8006-0WXP
00Cw0WTD0WTw00M90WUR01JK0WUn0WXX0WV001Co0WVQ0WVs006f0WWH0WWv01GE0WX8006-0WXP
0A5R0WXq0WYP0WYw0WZR00Cw0WZv0Wa800M9019y04ua0WaN0Wad0Wau0FVU0WbB0WbP0Wbo01GE00EX00kK
0A5R0WXq0WYP0WYw0WZR00Cw0WZv0Wa800M9019y04ua0WaN0Wad0Wau0FVU0WbB0WbP006f0Wbo01GE00EX00kK
0AQN0Wc90WcQ0AQb
0A5R0WXq0WYP0WYw0WZR00Cw0WZv0Wa800M9019y04ua0WaN0Wad0Wau0FVU0WbB0WbP006f0Wbo0Wci01GE00EX00kK
0A5j03zV
019y00Dm0Wd40WdS00kK
019y00Dm0Wd40WdS006f00kK
0Wdi0Wdz0WeX0Wf10WfX00u80Wfz0WgB01Kz01LB0WgP0Wgf0FZF0Wgx0Wh80WhW03zV00S6
019y00Dm0Whs
019y00Dm0Whs006f
0Wi90WiH00Dm0WdS0Wic00kK
0Wi90WiH00Dm0WdS0Wic006f00kK
00u80Wj50Wjn01Kz0WkH01LB0Wkc0Wkq09Z70WlD0Wle0Wm20Wmf03zV0Wmt0Ca0
019y0Wiu0Wn7
00u80Wj50Wjn01Kz0WkH01LB0Wkc0WnL0Wkq09Z70WlD0Wle0Wm20Wmf03zV0Wmt0Ca0
019y0Wiu0Wnd006f
0TU6
0TU_
0Wnr0VpR0Wo2019y00Dm0WoP0Mxu0Wor0Wp90Wpb0Wq60WqO0Wqe006f0Wqu0Wr600EX00kK0JRa
0Wnr0VpR0Wo2019y00Dm0WoP0Mxu0Wor0Wp90Wpb0Wq60Az10Wqe02VA0Wqu0WrH0Wr600EX00kK0JRa
00Cw0Wrb0Wro00M9019y0Wr_01K80WsC0WsR0WJ90Wse05RI0Wt8006-0WtZ
00Cw0Wrb0Wro00M9019y0Wr_01K80WsC0WsR0WJ90Wse006f05RI0Wt8006-0WtZ
019y01K801I501eQ
019y01K801I5006f01eQ
00Dm0Wtk0Wtu03CS
00Dm0Wtk006f0Wtu03CS
0WuF
0Wup00uE
0WvD
0WuT0WvY
00Cw004h0Wvn00Dm077v0Ww80WwN00Xa014700z50Wwk0WR80Wwz00EX
00Cw004h0Wvn00Dm077v0Ww80WwN00Xa014700z5006f0Wwk0WR80Wwz00EX
0E7y02TV
00Cw0WxJ00nG0MAG0WxW00Dm00hb0Wxo006q00EX
00Cw0WxJ00nG0MAG0WxW00Dm00hb006f0Wxo006q00EX
00Cw0WxJ00nG0MAG0WxW00Dm0Wy900hb006f0Wxo006q00EX
00Cw0WxJ004h00Dm077v00Xa0WyX0Wz20WzV00EX
00Cw0WxJ004h00Dm077v00Xa0WyX0Wz2006f0WzV00EX
00u8007r0Wzz0W-A0W-V01LB0W-m0VdE01nL0MD90W--0WOl02U7
0W_J006f0W_X0W_t
0A_c01kb03zV
0X3F0X3c0X3x02U70EMB
0X0L0X0X0X0r0X1K0X1s019y0X2D0X2g006f0X3001GE006-0Aqa00Jr0X4G0X4e0X4_0X5L
0X5d00Cw0X5x0Mx9019y00Dm03Ab00EX00kK
0X5d00Cw0X5x0Mx9019y00Dm006f03Ab00EX00kK
00Dm019f
00Dm0X6F01e1
00Dm019f006f
00Dm0X6F01e1006f
0X6U00Cw00M900Dm0X6i019f0X72
0X6U00Cw00M900Dm0X6i019f006f0X72
0X8R
0X8m
0X9S0X9t0XA7
0XAU
0X9F0XAr0XB20XBH0XBY
0XBl00ze
0X7B0X7a0X7m0X88019f006f0XBz0X720G3Z0XCB0XCQ
0XCg
00Cw00M900Dm019f0XCv0X72
00Cw00M900Dm019f006f0XCv0X72
00Cw00M900Dm019f0X72
00Cw00M900Dm019f006f0X72
00Cw00M900Dm01e1006f0XDK0X72
0XE6
0XDa0XDn00M900Dm01e10Fcu0XEH0XEc
0XDa0XDn00M900Dm01e10Fcu006f0XEH0XEc
0E7y0XEx
0XFu02U7
0XIO02U70XIr
0XJV0XJr0XKC0XKW0XKq
0XM10XMN0XMk0XN00XNK0XNc0XNu0XOE
0XPB0XPc0XPp0XQC0XQc
0XFO07e20XGK0XG-07fn0XHK0XHc07g10XHu00Dm0XI70GK50XJ70XLA01gG00EX0XLh0XOd0XRC0XRo0XSL0XSn0XTG
0XFO07e20XGK0XG-07fn0XHK0XHc07g10XHu00Dm0XI7006f0GK50XJ70XLA01gG00EX097j0XLh0XOd0XRC0XRo0XSL0XSn0XTG
0XTY0MDV
0XTv0XUH
0XUm0XM10XMN0XMk0XN00XNK0XNc0XNu0XOE
0XFO07e20XGK0XG-07fn0XHK0XHc07g10XHu00Dm0XI7006f0GK50XJ70XLA01gG00EX097j0XLh0XVE0XRC0XRo0XSL0XSn0XTG
00M900Dm0XVo00Xa0XV-0XWN01GE
00M900Dm0XVo00Xa0XV-006f0XWN01GE
0XZM0XZg0Xa10XaG0Xay
0XWh0XWu0XX900Dm074t0XXQ01GE00EX0XXy0XYA0XYi0XZ50XbJ
0XWh0XWu0XX900Dm074t006f0XXQ01GE00EX0XXy0XYA0XYi0XZ50XbJ
0XcB0XcR0Xcg0Xc-0XdK
034g0Xe9
0Xev0Xf1
0XfK0XfY00wD
0XfK0Xg70XfY0XgK0Xgl
0XeU0Xfo0XhC
0XiN
0Xif0Xj60Xfo0XhC
0Xka
0Xk80Xku
0Xj60Xfo0Xla0XhC
0XhV0Xhn0Xi00XjY0Xjr0Xl70Xly
0Xm9
03t20Xmx0Xn80XnJ00wD
0Xnb
03t20Xn80XoA04ZF00wD
0XoI
0Xp40XpE
0XpM0Xpa
0Xqq0XrJ0Xrs0XsJ0Xsg0XtE0Xtu0XuT0Xuo
0Xpx0XqL0Xv6
03t20Xn80Xvj00wD
03t20Xn80Xvj00ze01qX
0Xvr0Xw9
03t20Xn800ze00wD
0Xwy
03t20Xn80Xvj
0XxU0Xxo
0Xde0XmP0Xnq0XoX0XvJ0XwO0XxA0XyC
0Xyp0Xz2
0XzA
0Xbm0Xbw0XyV0XzO0Xzf0X-40X-S0X-n006f0Eu80X_0
0X_E0X_U0X_o0X_z0CjY0Y0G
0X_E0X_U0X_o0X_z006f0CjY0Y0G
05e20B2Z07zr0B2-006f0B3V
05e20B2Z07zr006f0B3V
019f0CjY
019f006f0CjY
0GvH0Y0Y
0GvH006f0Y0Y
0Y0o0Y140Y1O0H6C0Y1g0Y1u0Gup0HEL0HQX0Y24
0Y0o0Y140Y1O0H6C0Y1g0Y1u0Gup0HEL006f0HQX0Y24
0UEc0UEy0UFH0UFa0UFx0UGG0UGX0Y2J0UH7
0UEc0UEy0UFH0UFa0UFx0UGG0UGX0Y2J006f0UH7
00Cw01Ig0UKp0UJN0UL50TjQ0Y2d0Y2v
00Cw01Ig006f0UKp0UJN0UL50TjQ0Y2d0Y2v
00Er00Xa00Jr01Jl0A6J0Y3C
00Er00Xa006f00Jr01Jl0A6J0Y3C
0Y3W05eq05f80Y3j01eQ0Y42
0Y4f0Y4v
0Y5C
0Y5V0Y5v
0Y6E
0Y4O00Cw0Y6e00Dm01eQ0CKb02RK
0Y4f0Y720Y7K
0Y7d
0Y7w
0Y8K0Y6E
0Y4O00Cw0Y8m00Dm006f01eQ0CKb02RK
0Y9A0Y9O0Y9a0Y9i0Y9t
0Y4O0YA000Dm0YAJ
0Y4O0YA000Dm006f0YAJ
0YBR0YBb0YBl
00Ar0YAW0YAw00Dm019f0YBB0YBv0YCA
00Ar0YCJ0YCb0YCt0YD90YDH0YDX0YDn0YE700Dm0YBB0YEK0YEZ0YEs
0YBR0YBl
00Ar0YF500Dm0YFG0YFU0YFj
0Vgt0VmF
0YF-
0YBR0YBb
00Cw0YGN006f01eQ0YGm00770YGz
04bj0YHE00Bp0YHU
0YHg
007Y0YI20YIN006f
0E7y0YJl0YK60YKT
0YM3
0YO00YOH04KV
01QU0YQC
00Cw0YIf0YJ60YJQ0THC0YKr0YLN00Dm0YLn00GP00Gc0YMo0YN60YNP0YNf0YOf006q0YP101eQ0CKb00Jr0YPW0YPs0YQX
0YM30YQy
00Cw0YIf0YJ60YJQ0THC0YKr0YLN00Dm0YLn00GP00Gc0YR70YN60YNP006f0YNf0YOf006q0YP101eQ0CKb00Jr0YPW0YPs0YQX
00Cw0YIf0YJ60YJQ0THC0YKr0YLN00Dm0YLn00GP00Gc0YR70YN60YNP0YRR0YRk006f0YNf0YOf006q0YP101eQ0CKb00Jr0YPW0YPs0YQX
0YBR
0YS800Dm0YSR0YSi
0YS800Dm006f0YSR0YSi
0YT800Cw00D100Ey00DG0YTR00Dm0Y3j0YTw0YUA
0YT800Cw00D100Ey00DG0YTR00Dm006f0Y3j0YTw0YUA
0YUm0TMr0YU_0YVV0YVt0YW50YWH0YWT0YWj0YX403CS0YXH0YXS
0YUV0Y3j0YXb
0YZv0YYf0Ya90YaV0Yan
0YF50YbX
0Yb30Ybs
00Cw00D10YXv00DG00FP0YYf00Dm0YYq00GP00Gc0YZM0YcL00Jh01eQ0CKb0YSR02RK0Ycw
00Cw00D10YXv00DG00FP0YYf00Dm0YYq00GP00Gc0YZM006f0YcL00Jh01eQ0CKb0YSR02RK0Ycw
0YZv0Yd90YYf0Ya90YaV0Yan
0YdO0Ybs
00Cw00D10YXv00DG00FP0YYf00Dm0YYq00GP00Gc0YZM006f0Yds00Jh01eQ0CKb0YSR02RK0Ycw
0YeR00Ey0YJQ00Dm
0YeR00Ey0YJQ00Dm006f
0Yeg00Ey00Dm01Rw0H3H0Yes
0Yeg00Ey00Dm01Rw0H3H006f0Yes
00Dm0Yf905Sk
00Dm0Yf9006f05Sk
0YfJ
0YF50X72
0Yi50YiR
0Yhj0Yit
0YjI0Yjv0YkL
0YlU0Ylw0YmC0YmZ01eQ0Ymo
0YnY
0Yn40Yo7
05eP0Yok
0Ygn0Yh60YhQ0Ykt0YlD0Yok0Yp8
0Yph
0YqA0Yqi
0YrW
0Yfh0YgB05Wm0Yq_0Yrl019f006f00Xi0BB501eQ0YGm0YBv
05Yj0YYf0DuI
0Y-D
0Y-v
0Z0p0Z140Aha0Z1K0Z1i
0YsH00Cw00Yn0Ysf0Ys-0YtQ0Yts00aY0YuG0Yuq0YvI0Yvs0YwK0Ywa0YxJ0Yxh0Yy50YyR00Dm0YzS0Yzi0Yzv0Y-Y0I4F0Y_B00hb0Y_s0Z060Z0U0Z1v0Z2H01eQ0CKb0YBv00kb0Z2U00lD
0YsH00Cw00Yn0Ysf0Ys-0YtQ0Yts00aY0YuG0Yuq0YvI0Yvs0YwK0Ywa0YxJ0Yxh0Yy50YyR0Z2y00Dm0YzS0Yzi0Yzv0Y-Y0I4F0Y_B00hb0Y_s0Z06006f0Z3Q0Z0U0Z1v0Z2H01eQ0CKb0YBv00kb0Z2U00lD
0YsH00Cw00Yn0Ysf0Ys-0YtQ0Yts00aY0YuG0Yuq0YvI0Yvs0YwK0Z450Ywa0YxJ0Yxh0Yy50YyR0Z2y00Dm0YzS0Yzi0Yzv0Y-Y0I4F0Y_B00hb0Y_s0Z06006f0Z3Q0Z0U0Z1v0Z2H01eQ0CKb0YBv00kb0Z2U00lD
0Z5D0Z5r0Z6K0Z6U0Z6s0Z7A0Z7R0Z7o
0Z5D0Z8d06QC0Z910FOc0Z5r0Z6K0Z6U0Z6s0Z9J0Z9b
0ZAP0ZAf0ZAv
0SJt0YYf
00Er0BwP
0ZBa0ZBx
0ZCo0ZCw0ZD20ZDA0ZDM0ZDV
0Z860Z9x0ZB90ZCK0ZCe0ZDk0ZE302b0
0ZF70ZFg0ZGE0ZGM
0Z4h00Cw0Z4w0ZEN00Dm0ZEo0ZGf0ZHB0ZHJ0ZHW0ZIS0ZJV0ZKW0ZLg0ZMk0ZNp0ZOm0ZPe0ZQm0ZRq0ZSu0ZTx0ZV00ZV-0ZWz0ZXc0ZYd0ZZb0ZaS01eQ0CKb0Zah0YFj
05fM019f019n
0Zb80FOc0ZbY
0Z860Z9x0ZB90ZCK0Zbp0ZCe0ZDk0ZE302b0
0Z4h00Cw0Z4w0ZcE00Dm0ZEo0ZGf0ZHB0ZHJ006f0ZHW0ZIS0ZJV0ZKW0ZLg0ZMk0ZNp0ZOm0ZPe0ZQm0ZRq0ZSu0ZTx0ZV00ZV-0ZWz0ZXc0ZYd0ZZb0ZaS01eQ0CKb0Zah0YFj
0YS800Dm0Zcf
0YS800Dm0Zcf006f
0Z5D0Z5r0Zcv0Zd20ZdP0Z7A0Z7R0Z7o
0Z5D0Z8d06QC0Z910FOc0Z5r0Zcv0Zd20ZdP0Z9J0Z9b
0Zdi0ZeD0ZB90ZCK0ZCe0ZDk0ZE302b0
019n
0ZfM019n
04hg0B-f
0Ze-0Zfg0Zg20ZgY0Zgx0ZhH
0Zeh00Cw0Zhd00Dm0Zcf0IGC01eQ0CKb
0Zdi0ZeD0ZB90ZCK0Zbp0ZCe0ZDk0ZE302b0
0ZiG04i3
0ZfM0ZiG04i3
0ZiX0Ziv0Zg20ZjH0Zgx0ZhH
05Vf0Zk0
0ZkB
0ZkV02b00Zl6
0Zhz00Cw0Zjg00Dm0Zcf0IGC006f01eQ0CKb0Zlb
0Zlu04i3
0ZiX0Ziv0Zg20ZjH0Zgx0ZmB
0Zhz00Cw0ZmX00Dm0Zcf0IGC006f01eQ0CKb0Zlb
0YYf0Zng0Zn_0ZoB0ZoN0ZD20ZDA0ZoW0Zoi
0ZsP0Zsi0YYf02b0
0ZtI0Ztd
0ZuG0Zun
0Zvm0Zun
0ZvN0ZwH
0ZxL0Zy0
00Cw00Yn0Zmt0ZnI0Zp300Dm0Yzv0ZpS01240Zq2012y0Zqa00hb0Y_s0ZHB0ZrA0ZDA0ZrX0Zrs0ZsB0Zsx01eQ0CKb0Ztt0Zwr0ZyV0Zyy0JVF
00Cw00Yn0Zmt0ZnI0Zp300Dm0Yzv0ZpS01240Zq2012y0Zqa00hb0Y_s0ZHB0ZrA0ZDA0ZrX0Zrs006f0ZsB0Zsx01eQ0CKb0ZzB0Ztt0Zwr0ZyV0Zyy0JVF
0Aho00Dm0ZHB0ZzY0Mt9
0Aho00Dm0ZHB006f0ZzY0Mt9
0Aho00Dm0ZHB0Zzs006f0ZzY0Mt9
0Z-v0Z_I0Z_X0Z_k09aV0Z_s0a050a0K0a0a
0Z_I0a1S
0Z-800Cw0Z-O0Z-b05Wm0a0p0a1D0a1i01AC00Dm0a2C01Au01BD0a2V0a2l01CE0a2y019f01Co01D901DL01Eb0a3K0a3Y01Fb0a3s01eQ0CKb0YBv0a4B01Gt01H40a4Q
0Z-800Cw0Z-O0Z-b05Wm0a0p0a1D0a1i01AC00Dm0a2C01Au01BD0a2V0a2l01CE0a2y019f01Co01D901DL01Eb0a3K006f0a3Y01Fb0a3s01eQ0CKb0YBv0a4B01Gt01H40a4Q
0a5C074e07Xg07Kh091R092K094T093V094h
074e0a5_
016r00Cw018J0Z-b05Wm0a4n0a5b01950Z_X0a6F01AC00Dm01Ac01Au01BD01BR01C10IbY01CE0a2y019f01Co01D901DL01Eb01El01Ez01Fb0a6l0a7001Fv01eQ0CKb0YBv01Ge0a7L01H401HN
016r00Cw018J0Z-b05Wm0a4n0a5b01950Z_X0a6F01AC00Dm01Ac01Au01BD01BR01C10IbY01CE0a2y019f01Co01D901DL01Eb01El006f01Ez01Fb0a6l0a7001Fv01eQ0CKb0YBv01Ge0a7L01H401HN
016r00Cw018J0Z-b05Wm0a5b01950a6F01AC00Dm01Ac01Au01BD01BR01C101CE0a2y019f01Co01D901DL01Eb01El01Ez01Fb0a7Y0a7z01Fv01eQ0CKb0YBv01Ge0a7L01H401HN
016r00Cw018J0Z-b05Wm0a5b01950a6F01AC00Dm01Ac01Au01BD01BR01C101CE0a2y019f01Co01D901DL01Eb01El006f01Ez01Fb0a7Y0a7z01Fv01eQ0CKb0YBv01Ge0a7L01H401HN
00Ar0Bye00Dm0XVo0a8J0a8d
00Ar0Bye00Dm0XVo0a8J0a8d006f
0a9J0a9k0a9y0aAH0aAc0aB10aBW0aBw0aC70aCe
0aFA0Eu803vB0EuI
0aIC0aIQ02U70aIj
0a9200Cw0aCn0aDP0a9J0aDx0aEA0aEZ0aEt0aFN0aFi05Wm0aF-0aAH0aGT0aGv0aBW0aHO00Dm019f0aHm0aI00aIz0aJN01eQ0CKb
0aJb
0a9200Cw0aCn0aDP0a9J0aDx0aEA0aEZ0aEt0aFN0aFi05Wm0aF-0aAH0aGT0aGv0aBW0aHO00Dm0aJy019f0aHm0aI00aIz006f0aJN01eQ0CKb
0aKJ00Cw0aKT0aKs00Dm0aLA
0aKJ00Cw0aKT0aKs00Dm006f0aLA
0aKJ00Cw0aLP0aLo0a9J0aMD0aMS05Wm0aMl0aN50a9y0aAH0aNM0aAc0aB10aBW0aBw00Dm0aC70aNj0aCe01eQ0CKb0aN-
0aKJ00Cw0aLP0aLo0a9J0aMD0aMS05Wm0aMl0aN50a9y0aAH0aNM0aAc0aB10aO50aBW0aBw00Dm0aC7006f0aNj0aCe01eQ0CKb0aN-
0aOV0aP602b0
0aMD0aQR0BGY0aQf
0aKJ00Cw0aPW0aOV01QU0aQ100Dm0aQr0aRC
0aKJ00Cw0aPW0aOV01QU0aQ100Dm006f0aQr0aRC
0aKJ00Cw0aMD05Wm00Dm0VCQ
0aKJ00Cw0aMD05Wm00Dm006f0VCQ
0aSu0aT6
0aRb0aRu0aSG0aST0aSa0aTJ
0aRb0aRu0aSG0aST006f0aTJ
00Cw01Ig01Jv05Wm0YYf00Dm01JQ019f01eQ0CKb0aTj
00Cw01Ig01Jv05Wm0YYf00Dm01JQ019f006f01eQ0CKb0aTj
00Cw0aTu0aUI0aUs00Dm0aV80aVR019f0aVz01Om02RK
00Cw0aTu0aUI0aUs00Dm0aV80aVR019f0aVz006f01Om02RK
01Zt0aWF01QU0aWS00Dm01fh
01Zt0aWF01QU0aWS00Dm006f01fh
00Cw01Ig05Wm0FLf00Dm0aWk01eQ0CKb
00Cw01Ig05Wm0FLf00Dm0aWk006f01eQ0CKb
0aX90aXS0aXv
0aYC01Ig05Wm0aYf00Dm0aYx01Om0aZA0aZW0aZl0aZy
01Ig05Wm00Dm006f01Om0aZl0aZy
0aaZ01e10ZCw0aaj02b0
0aaA00Dm0aay0abH01Om
0aaA00Dm0aay0abH006f01Om
05Wm00Dm01Om0abV
05Wm00Dm006f01Om0abV
0Yzv0aci
0adP0adh
00Cw0Z4w0YJ60YJQ0abg0ab-01PJ01Pk01Q801QU0acQ0acs00Dm0ae10aed0Wtk0afI0afk01Sz01TL0agB01eQ0CKb
00Cw0Z4w0YJ60YJQ0abg0ab-01PJ01Pk01Q801QU0acQ0acs00Dm0ae10aed0Wtk006f0afI0afk01Sz01TL0agB01eQ0CKb
00Cw0Z4w0YJ60YJQ0abg0ab-01PJ01Pk01Q801QU0acQ0agV0acs00Dm0ae10aed0Wtk006f0afI0afk01Sz01TL0agt0agB01eQ0CKb0YFj
0ah80ahb00Cw0ai70aST01eQ0YGm
0ah80ahb00Cw0ai70aST006f01eQ0YGm
00Dm0aiQ0aio0aj901Om0aaj
00Dm006f0aiQ0aio0aj901Om0aaj
0anM
0ajQ0ajp0ak70akO0akh0ak_0alE00Dm0alT0alu0amH0ame0Mto01Om0am-0anq02b00aoB
0ajQ0ajp0ak70akO0akh0ak_0alE00Dm0alT0aoI0alu006f0amH0ame0Mto0aoe01Om0am-0anq02b00aoB
0akh0alE00Dm0Mto0aiQ0aio01Om0ap30ZDV
0akh0alE00Dm006f0Mto0aiQ0aio01Om0ap30ZDV
0apO0api0apz0aqM0alE00Dm0aqd0aqv0arC0arZ0Mto01Om
0apO0api0apz0aqM0alE00Dm0aqd006f0aqv0arC0arZ0Mto01Om
0alE00Dm0Mto0arx0asF01Om0ZDV
0alE00Dm006f0Mto0arx0asF01Om0ZDV
0ass0atF0ate0aty0auJ0aub0auv0avb0av_0awO
00Dm0asd01Om0ax701Vi
00Dm0asd006f01Om0ax701Vi
0ZAP05Wm00Dm019f01Om0axS
0ZAP05Wm00Dm019f006f01Om0axS
00Dm019f01Om0axc0ax_
00Dm019f006f01Om0axc0ax_
00Dm0MsX0F2l0ayU01Om
00Dm0MsX0F2l0ayU006f01Om
0Yzv0aci0az_
0ayh00Cw0ay-0azM01Ig0UdH0azU0a-L01Xu0a-u00Dm0a_C019f01VT0a_f0a_q01Yb01eQ0CKb
0ayh00Cw0ay-0azM01Ig0UdH0azU0a-L01Xu0a-u00Dm0a_C019f01VT0a_f0a_q006f01Yb01eQ0CKb
0ayh00Cw0ay-0azM01Ig0UdH0azU0agV0a-L01Xu0a-u00Dm0a_C019f01VT0a_f0a_q006f01Yb0agB01eQ0CKb
0ayh00Cw0ay-0azM01Ig0UdH0azU0agV0a-L01Xu0a-u00Dm0a_C019f01VT0a_f0a_q006f01Yb0agB01eQ0CKb0YBv
00Dm0Yf901Om
00Dm0Yf9006f01Om
0b090b0H01VT01Om0YSR0aZl
0b090b0H01VT006f01Om0YSR0aZl
0b0c05fM
0b280aX90aXS0aXv
0b0v00Cw0b1P0b1o0b2P0b2r0b2805Wm0b3E01Xu00Dm0b3d01Om01Vi01eQ0CKb0aZy0b3r0b44
0b0v00Cw0b1P0b1o0b2P0b2r0b2805Wm0b3E01Xu00Dm0b3d006f01Om01Vi01eQ0CKb0aZy0b3r0b44
0b4S01W70b4h
01Zt056j0b4v
0b5l0b5u0b62
0b4S0b4h
0b5B00Cw05Wm00Dm019f0b5V0b6C01eQ0CKb0b6d
0b5B00Cw05Wm00Dm019f0b5V0b6C006f01eQ0CKb0b6d
00Dm0Glb0b7500Xa0b7H04nj
00Dm0Glb0b7500Xa006f0b7H04nj
00Cw05Wm00Dm019f01eQ0CKb0b7Y
00Cw05Wm00Dm019f006f01eQ0CKb0b7Y
0b8I0b8d0b8v0b9B0b9T0b9m
01Zd0b7o00Cw0azM0b9x0bAQ05Wm0bAj01Xu0a-u00Dm0Yzv019f0bBD0bBU0bBh01eQ0CKb0bC905bR
01Zd0b7o00Cw0azM0b9x0bAQ05Wm0bAj01Xu0a-u00Dm0Yzv019f0bBD006f0bBU0bBh01eQ0CKb0bC905bR
01Zt0bCJ01QU00Dm056j
01Zt0bCJ01QU00Dm006f056j
0bE-0bFB
0YBb
01Zt0bCc0bD40bDf0Yqi0aUs0bEE00Dm0bEf0bFL019f0bFp
01Zt0bCc0bD40bDf0Yqi0aUs0bEE00Dm0bEf0bFL019f006f0bFp
01Zt0bG405Wm00Dm0aZl
01Zt0bG405Wm00Dm006f0aZl
0YS80bGv04_m0Yzv0aed0bHA0bHT
0bGL00Cw01QU0bHp00Dm0ae101eQ0CKb0YFj
0bGL00Cw01QU0bHp00Dm0ae1006f01eQ0CKb0YFj
0bGL00Cw01QU0bHp00Dm0ae1006f0agt01eQ0CKb0YFj
0bLf0ZDV
0bND
01Zt0ak70akO0bIP0bAQ05Wm00Dm0bIs0bJC0bJv0bKG0bKa0bKt0bLF0amH0ame0bLs0bMJ0bMq0bNc
01Zt0ak70akO0bIP0bAQ05Wm00Dm0bIs0bJC0bJv0bKG0bKa0bKt0bLF006f0amH0ame0bLs0bMJ0bMq0bNc
01Zt0bIP00Dm0bNz0bOF0aio0bMJ
01Zt0bIP00Dm0bNz0bOF006f0aio0bMJ
01Zt0ZAP05Wm00Dm019f0bOh
01Zt0ZAP05Wm00Dm019f006f0bOh
0bPf0bQ2
01Zt0apO0apz0bOr0aqM00Dm0bPB0aqd0aqv0bQE0bQf0bQs0bC9
01Zt0apO0apz0bOr0aqM00Dm0bPB0aqd006f0aqv0bQE0bQf0bQs0bC9
01Zt00Dm0bPB0arx0bRT0bRf
01Zt00Dm0bPB006f0arx0bRT0bRf
01Zt056j0bR_
0bSI
0bSs
0bTR0bTb
0bTp
0bT10bU3
0bSc0bUQ01QU0B6T006f0bUj0bV1
0bVZ0bVv0auJ0avb0av_
0bVZ0bVv0auJ0bQf0avb0av_
0b0v01Zt00Cw0bVK0b2r0bWL0bWu05Wm01Xu00Dm0b3d019f0bXA0bXY01eQ0CKb
0b0v01Zt00Cw0bVK0b2r0bWL0bWu05Wm01Xu00Dm0b3d019f006f0bXA0bXY01eQ0CKb
00Cw00Dm019f0bXs0YmZ01eQ0CKb
00Cw00Dm019f006f0bXs0YmZ01eQ0CKb
0bYD00Dm0bYS0bYd019f
0bYD00Dm0bYS0bYd019f006f
0bbN0bbs0bcL
0ba10baK0baW0bax0bch
019f0B-f
0bdo0beF0beU
0beh0be-0bf6
0C2v01JK0be60bfE0bfc
0bdo0X6F0bfr0Rme0bg60bf6
0bhJ0bhj
0bgJ0bg_0bh_0bih0bj00bjM
0bYu00Cw00Dm019f0bZ70Mto0bZM0bZi0bd40bjc
0blM0X6F0Rme
0blf0be-0bf6
0C2v01JK0be60bly0bfc
0bmK
0bmo0bnd0boO0bpC0bpz0bqk0brY
0bkV0bk_0bro0bsJ0bsS
0bYu00Cw00Dm019f0bZ70bst006f0Mto0bZM0bZi0bd40bjc
0bth0btx
00Cw0S8L00Dm019f0Mto0bZM0buB0buk0bZi0SA20buw
00Cw0S8L00Dm019f006f0Mto0bZM0buB0buk0bZi0SA20buw
0bvp0bwJ0bwq
00Cw00Dm0bv60bvM0Mto0bvc0bZM0bZi0bxJ01eQ0CKb
00Cw00Dm0bv60bvM006f0Mto0bvc0bZM0bZi0bxJ01eQ0CKb
00Cw05Wm00Dm019f01eQ0CKb
00Cw05Wm00Dm019f006f01eQ0CKb
0bz702b0
01gk00Cw0bxl05Wm00Dm0byB0byX019f0byn01eQ0CKb02RK0bzJ
01gk00Cw0bxl05Wm00Dm0byB0byX019f006f0byn01eQ0CKb02RK0bzJ
01gk00Cw01h00bzf0b-20b-N05Wm01jI00Dm03QM0byB01GE01eQ0CKb
01gk00Cw01h00bzf0b-20b-N05Wm01jI00Dm03QM0byB006f01GE01eQ0CKb
00Cw0b-n05Wm0b_J0b_n0c0200Dm019f0c0H01eQ0CKb
00Cw0b-n05Wm0b_J0b_n0c0200Dm019f006f0c0H01eQ0CKb
0c0p0c10
01gk00Cw0UdH0c0X0aST0c1I019f01GE01eQ0YGm
01gk00Cw0UdH0c0X0aST0c1I019f006f01GE01eQ0YGm
05Wm019f00C60c1Z
0c1g0c1z
05Wm019f0c2V
0c2600Cw0UdH00Dm019f0c2h01eQ0CKb0A6J
0c2600Cw0UdH00Dm019f0c2h006f01eQ0CKb0A6J
00Cw0c2-0c3F00Dm01VT05Sk
00Cw0c2-0c3F00Dm01VT006f05Sk
01gk00Cw01h00c3a0ZAP05Wm00Dm0Rvp
01gk00Cw01h00c3a0ZAP05Wm00Dm006f0Rvp
01gk00Cw01h00c3a0ZAP05Wm00Dm006f0c3m0Rvp
0c4p
06QC0Z91
0c4_0c5R
0c6L0c6i
0c410c4800Cw0c4Q0c4d004h0c5s01K80c6A01eQ0YGm0c710YBv007K
0c410c4800Cw0c4Q0c4d004h0c5s01K80c6A006f01eQ0YGm0c710YBv007K
0c7n0c7v
0c8V0c8r
0c7H0c7O0c480c8901K80c990YSR
0c7H0c7O0c480c8901K8006f0c990YSR
00Cw0c9O01K801eQ0YGm
00Cw0c9O01K8006f01eQ0YGm
0c410c4800Cw01K80c9q01eQ0YGm0cA6
0c410c4800Cw01K80c9q006f01eQ0YGm0cA6
0cAJ
0cAx0DuI
0cAY0cBA
0cBT
0cBo
05fM0bOh
0cCv
0c4800Cw0cC501K80cCe0cDC01eQ0YGm0YBv
0c4800Cw0cC501K80cCe0cDC006f01eQ0YGm0YBv
0cEK0cEV
0cEK0cF4
0cG10FOQ
0cGW0cGr
0cI50cII
0a920cHc0cHp0cIY0cIy
0cFM0cFg0cGE0cHJ0cJD
0cEK0cJz
0cKa
0a9206QC0Z910cIY0cIy
0a920cIY0cIy
0cLw0cMB0cMM0Dai
0a9206QC0Z910cIY
0a920cNj0cO70cOK0cIY0cIy
0a9206QC0cPZ0cIY0cIy
0cP00cPq
0cEK
0cRz
0cEk0cJW0cKG0cKn0cL70cLa0cMi0cN40cNO0cOf0cQI0cQe0cR00cRL0cRd0cSG0cSd0cSv
0cUD0cUY0cUl
0cVF0cVj
0cWX
0cAx0cYw0cZB0cZX0cZs0ca70YHU
0cai0cay0cbM
0cds0ce70cUY
0ccV0cct0cdJ0cda0ceO0cer0cf4
0cgs0cAx0cYw0cf4056s056j0ch6
0cTt0cW40cWn0cX50cXR0cXu0cYE0cYc0caN0cc80cfX0cft0cgF0cga0chJ0chf0ci00ciI
0cTD0cic
00Cw0cDk0cE10cjF0cjq0ck600Dm0ckP019f
00Cw0cDk0cE10cjF0cjq0ck600Dm0ckP019f006f
0clp0cYw0cm2
0clE0cla0cmb0cn70cnQ
01QU0coF
0cmb0cp1
0cYw0cmb0cqg0cp1
0crj0cs2
0ct30ctK0ctg
0csN0css0ctv0cuJ
0cAx0crR0cup
0cvc0cmb0cn70cp10cnQ
0clp0cYw
0cmb0cn70cwI0cwX0cnQ
0cxw
0ct30ctK0cyj
0cyE0css0cyy
0cAx0cYw0czM
0cmb0cn70cp10cnQ
0cno0coZ0cpB0cpa0cpw0cqM0cr60cvN0cvx0cxE0cxa0czw0c-F
0ckb0ckq0cjq0c-Z
0ET50YHU0d03
0d0J
0d1L
0cp1
0clE0cla
0d5C
0cAx0d4x0d5Y
0cvc0d6K0d6p0cp1
0d7b
0cwI0d7s0d8K
0dAV0dAm0dB80dBU0cp1
0d2L0d2h0d380d3S0d3o0d4F0d4d0d650d7E0d8p0d990d9X0d9s0dA80dBs0dC8
0ckb0ckq0cjq0d1n0dCS
0dDZ0dDm0dE40dEF0dES0dEm0dE_0dFA0dFG0dFU0dFh0dFw0dG60dGF0dGT0dGc
0dGn0dHD0dHY0dHr0dI9
0dId0dIv0dJH0dJc0dJz0dKG0buw
0dKd
0dKz0dLS
00Cw05Wm0c_G0c_q00Dm0ckP0d0n019f0dD401eQ0CKb0dIM0dLi
00Cw05Wm0c_G0c_q00Dm0ckP0d0n019f006f0dD401eQ0CKb0dIM0dLi
0dMI0cp10dJc
00Cw05Wm00Dm0dM7019f0dMg0dN601eQ0CKb
00Cw05Wm00Dm0dM7019f006f0dMg0dN601eQ0CKb
0Eu8
00Cw05Wm0dNK0dNj00Dm019f01eQ0CKb
00Cw05Wm0dNK0dNj00Dm019f006f01eQ0CKb
00Cw0dO00SYR0dON0dOk00Dm0dO_0dPL0dPl01eQ0CKb
00Cw0dO00SYR0dON0dOk00Dm0dO_0dPL006f0dPl01eQ0CKb
0dQ6
0ZHB0dQU
0dQw
0ZHB0BR6
0dRD0dRW
0dS9
0dSv
0dTJ0KC3
0dSa0dT20dTb
0dTu0dQw
0dUo0dUv
0dUf0DuI0dV20dVK0dVT
0dUV0dVd019f
0dUf0dVT
0dUf0dVK
0dUf
0dWp019f
0dVv0dWD0dWY0ZHB0DuI0dX5
0dUC0dXY
0dRo0dXq0dYC0TEC
00Cw01Ig00Dm01JQ01lM01lZ019f01lo0dYZ01eQ0CKb01tN
00Cw01Ig00Dm01JQ01lM01lZ019f006f01lo0dYZ01eQ0CKb01tN
02RK
0dZE
0dYq0dZV
00Cw01Ig00Dm01JQ020A019f01lo0dZz01eQ0CKb
00Cw01Ig00Dm01JQ020A019f006f01lo0dZz01eQ0CKb
00yy0daE0daU
0dae
0dbO0dbk0ZHB0DuI0dbz
0ddQ0ddY
0dcV0dcr0ddB0ddh0de9
0det0df8
0db50dcD0deU0dfW
0dVv0aaZ0dWY0ZHB0DuI0dX50dgB
0dcr0ddB0ddh0de9
0db50dgL0dgd0dfW
0ZHB
0det
0db50dhl0di1
0dfq0dh00dhO0TEC0diL
00Cw01Ig00Dm01JQ01lM01lZ019f01lo0dih01eQ0CKb01_p
00Cw01Ig00Dm01JQ01lM01lZ019f006f01lo0dih01eQ0CKb01_p
0diy0djH
0djn
0djW0dk0
0dkz
0dl7
0dl_
0diy
0dmU0dmk0dk0
0dlP0dm_
0dkG0dke0dkp0dnH
0dne
0dnu
0dol
0dpG0dpZ
0do_0dpx0dqC
0dqw0drF0ZCw00yy0drY0drk0ds0
0dsm0drY
0YS8
0dtH0djW0dk0
0dmk0dk0
0dlP0dtv
0dtX0ZGE0duB
0dqU0dsN0dsu0duY
0dv70dvL
0dvT01W7
0dvm
0dw1
0doI0duo0dwO
00Cw01Ig00Dm01JQ01lM01lZ019f01lo0dwi01eQ0CKb
00Cw01Ig00Dm01JQ01lM01lZ019f006f01lo0dwi01eQ0CKb
0dnu0dQ6
0dwz
0dpG
0do_0dxg0dxu0dy7
0dym0dzJ0dze0d-0
0d-p0d_40d_L0d_d
0dyK0dsN0d-L0dsu0d_t0duY
0e0T0Sd_0BR6
0e160dZE0e1I
0e0i0e1Z
0dxP0doI0e0B0dwO0e1p
00Cw01Ig00Dm01JQ01lM01lZ019f01lo0e2H01eQ0CKb
00Cw01Ig00Dm01JQ01lM01lZ019f006f01lo0e2H01eQ0CKb
0dsu
0e2Y
00Cw01Ig00Dm01JQ01lM01lZ019f01lo0e2q01eQ0CKb
00Cw01Ig00Dm01JQ01lM01lZ019f006f01lo0e2q01eQ0CKb
0e35
01_p
0e3Q0e3p
0e4E
00Cw01Ig00Dm01JQ01lM01lZ019f01lo0e4Z01eQ0CKb
00Cw01Ig00Dm01JQ01lM01lZ019f006f01lo0e4Z01eQ0CKb
00Cw0e4q0e5N0e5-00Dm04-S0e6O0e6Y0e6r0e71006q01eQ0CKb
00Cw0e4q0e5N0e5-00Dm04-S0e6O0e6Y0e6r0e71006f006q01eQ0CKb
00Cw0e7D00Dm0e7W006q01eQ0CKb
00Cw0e7D00Dm0e7W006f006q01eQ0CKb
00ze02U700wD01Lo
0e7n0e8O01QU0e8c00Dm0e8-006q
0e7n0e8O01QU0e8c00Dm006f0e8-006q
0e9D01K8
0e9D01K8006f
01K80e9l0e8-006q0YSR
01K80e9l006f0e8-006q0YSR
0eBB
00Cw00Dm0e6O0e9_0eAZ006q01eQ0CKb0eBL
00Cw00Dm0e6O0e9_0eAZ006f006q01eQ0CKb0eBL
0dM7
0Zng0Zn_0ZCw0ZDA0eCz0Zoi
0C0Z0eDl0C28
0eEd0eEt
0eFj
0eFC0eG70Zlu
0eHB0eHk
0eI-0eJH
0eKe0ZD20eKv0eL40eLa0eM6
0eMN0eMz
0eNL0eNq0eO60eOc
0ZD20eL40eLa0eM6
0ePN0Hbh0ePt
0eJZ0eKC0eOx0eQG
00Cw0eBr0eCO0eD800Dm0eE40eGf0eI70WR80BR60eIl0eQj006q01eQ0CKb
00Cw0eBr0eCO0eD800Dm0eE40eGf0eI7006f0WR80BR60eIl0eQj006q01eQ0CKb
00Cw00Dm0eRE006q0Bze01eQ0CKb0eRY0eRu
00Cw00Dm006f0eRE006q0Bze01eQ0CKb0eRY0eRu
0eSI0JVF
00Cw04_X00Dm0eSb019f0e8-006q01eQ0CKb
00Cw04_X00Dm0eSb019f006f0e8-006q01eQ0CKb
0eU90eUP
02Nr0eTB00Dm0eTT0eUk
0YIf03vB
0eVM02Nr0eTB00Dm0eTT006f0eUk
0eW40eWH0eWc0eWw0eX4
0eYE0eYX
0ecz0edL
00Cw0eXF02Nr0UdH0eXi0aN50eZC0eZf0eaC0eaR00Dm0eai0ebI0ebW09770ebl0ecC019f01GE0ecj01eQ0CKb0edb
00Cw0eXF02Nr0UdH0eXi0aN50eZC0eZf0eaC0eaR00Dm0eai0ebI0ebW09770ebl0ecC019f006f01GE0ecj01eQ0CKb0edb
0edy00Dm0eeA
0edy00Dm006f0eeA
0bGv0eeO
0efS0efk
0egr0ehD
0eea0ef000Cw02Nr0UdH0aN50egO0eZf0eaR00Dm0ebI0ebW0977019f01GE01eQ0CKb0ehT
0eea0ef000Cw02Nr0UdH0aN50egO0eZf0eaR00Dm0ebI0ebW0977019f006f01GE01eQ0CKb0ehT
0YF50eiH
0cjq0ekE0ekR
0elF
0KGt0emF
0ehq0eiZ00Cw02Nr05Wm0ej40ejK0eji00Dm019f0ejz0ekp0elb01eQ0CKb0emT
0ehq0eiZ00Cw02Nr05Wm0ej40ejK0eji00Dm019f0ejz006f0ekp0elb01eQ0CKb0emT
00Cw0cFg02Nr0YYf0emq00Dm0en20enF0FNF
00Cw0cFg02Nr0YYf0emq00Dm0en2006f0enF0FNF
0cFg00Dm0enF0eeA0FNF
0cFg00Dm006f0enF0eeA0FNF
0eo70eoU05_y
0bDf0ep40aVR
0epu0cHc0eq50FOc
0c4Q0eoi0epM0eqH
0c4Q
0esj0et9
0eqm0er70erb0es80etM
0eng0enr0en_0etg019f0eu0006f01eQ0YGm0euH0eua
0euq01Zt0evC00Dm0evg0ew802b0
0euq01Zt0ewF00Dm006f0ewk0ew802b0
01Zt0exD05Wm0exR00Dm0exc
01Zt0exD05Wm0exR00Dm0exc006f
0eyu
0eya0ez7
0eyO0ezU
0ezp0e-7
01Zt0exk0ey70e-T019f0e-s006f0e_H01eQ0YGm
0e_k0f000f0P
0f0n006f090e0f1F0f1f
0f2I006f
0f2_
0f3m0f42
0bOr0f4Q
0f4r0f2I
06kP
0f6j0cZs0f75006f0axS
0f7U07Ez
01Zt00Cw05Wm0f1s0f2U0f3G0f5M00Dm0f5k019f0f680f7_0f8c02b0
01Zt00Cw05Wm0f1s0f2U0f3G0f5M00Dm0f5k019f0f68006f0f7_0f8c02b0
0f8w0YS805Wm01QU04_m00Dm
0f8w0YS805Wm01QU04_m00Dm006f
01Zt01QU00Dm
01Zt01QU00Dm006f
019f0fBN
0fCe
0fB-0fCK0fD7
01Zt00Cw0f9H0f9P05Wm0f9e0f9t00Dm0fAC019f0fAU0fAw0fBg0fDo
01Zt00Cw0f9H0f9P05Wm0f9e0f9t00Dm0fAC019f006f0fAU0fAw0fBg0fDo
0aUI0ep40aVR
0fEl0cHc0fEx0FOc
0eo70fFe05_y
0cFg0fEA0fF60fFt
0fHC0fHo0fIK
0esj0fJp0fKE
0eo70fFe0fMF05_y
0fGK0fH000Cw0cFg0fIt00Dm0fJR0fEA0fKX0fKu019f0fF60fLP0fLk0axS01eQ0CKb0fM60fMX0fM-0fNC
0fGK0fH000Cw0cFg0fIt00Dm0fJR0fEA0fKX0fKu019f0fF60fLP006f0fLk0axS01eQ0CKb0fM60fMX0fM-0fNC
0fNS0fNj
0fOc
01Zt00Cw0fNq0f9H0fOF0M_S00Dm0fOU0fAC0fOq0fPG0fPa0fBg0fDo02b0
01Zt00Cw0fNq0f9H0fOF0M_S00Dm0fOU0fAC0fOq006f0fPG0fPa0fBg0fDo02b0
0fQn
00Cw0CFi05Wm01K80fPv0fQC0fQU0fQ-0fRb0YBv
00Cw0CFi05Wm01K80fPv0fQC006f0fQU0fQ-0fRb0YBv
01Zt00Cw0fRt00M905fM00Dm00Xa
01Zt00Cw0fRt00M905fM00Dm00Xa006f
0fS50fSJ0fSf0fSu0Wtu
0fVC0fVb
0KGt0fVo05Wm0fW60fWk
0fXH0fXe
0Unr0fXn
0fSJ0fSf0fYA0fYl
00Er0fSJ0fSf
0eyO
0fZc0fZs0fa70fYl0faX
0fcH
0eyO0fSJ0fbQ0fSf0fbq0fYl0fcV
0feE
0fdF0fdS0fdy0fYl0fei
0BQ00fSJ0fSf0e8-
0fdS0ffg0fdy0fYl0fei
0BQ00fSJ0fSf
0fgt0fh6
0fhm019f0beU0fhy
0beU0fiD
0fdS0fgX0fhE0fiW0fix0fYl0fei
0fjo0fYl
0fmW0Unr
0fSJ0fSf0fl_0fmH0fmv0fYl
0fZ20far05Wm0fcp0ff00ffx0fjD0fk30fkc0fk-019f0flS0fnD
0fno
0fZ20far05Wm0fcp0ff00ffx0fjD0fk30fkc0fk-019f0fo00flS0fnD
0foP0fod0fo_0fpP
00Cw0fT905Wm0fTa019f0fTs0fU80fUT006f0fV001eQ0YGm0YBv0fW_0fpp
0fq50fqL
0fqa
0fq-
0fSJ0frp0fSf0fYl
0fZ20far05Wm0fcp0ff00ffx0fjD0fk30fkc0fk-019f0fsB0ft00flS0fnD
0ftf
0fZ20far05Wm0fcp0ff00ffx0fjD0fk30fkc0fk-019f0ftt0fsB0ft00flS0fnD
0fuG0fod0fo_0fpP
00Cw0fT905Wm0fTa019f0fTs0fU80fUT006f0fV00frL01eQ0YGm0YBv0fW_0fuU
0fSJ0fSf0fbq0fum0fv20fYl
0fSJ0fSf0fbq0fv20fdy0fYl
00Er0fSJ0fSf0Unr
0KGt0fwu0fYl0faX
0eyO0fSJ0fSf0fbq0fv20fYl0fcV
0fZ20fvZ0fwE0far05Wm0fcp0ff00ffx0fjD0fk30fkc0fk-0fxT019f0fy90fsB0ft00flS0fnD
0fyn
0fZ20fvZ0fwE0far05Wm0fcp0ff00ffx0fjD0fk30fkc0fk-0fxT019f0fy90fy_0fsB0ft00flS0fnD
0fzO0fod0fo_0fpP
00Cw0fT905Wm0fTa019f0fTs0fU80fUT006f0fV00frL01eQ0YGm0YBv0fW_0fzc
01K8006f0fzu
0f-y02b0
0f-20f-M0f-e0f_G0f_f006f05Sk0g01
0g0R00Cw019f006q01eQ0YGm0g0j0YBv
0g0R00Cw019f006f006q01eQ0YGm0g0j0YBv
00Cw0g0y00Dm019f0g1B01eQ0CKb02b0
00Cw0g0y00Dm019f0g1B006f01eQ0CKb02b0
0g1Q
0g2K0g2f
0g1h0T-Q0g290g2q0Tk60g3P00Dm019f0g3g
0g1h0T-Q0g290g2q0Tk60g3P00Dm019f0g3g006f02W6
0g3v05Wm00Dm019f0g4502W6
0g3v05Wm00Dm019f0g45006f02W6
05Wm00Dm019f0g4E0YBv0g4X
05Wm00Dm019f0g4E006f0YBv0g4X
0g5p0g6F
0g8N0g8i
0g1h0g8x0Tk60g9W
0g4k0g5G0g6g0g750g7N0g7z0g9p
00Cw0gAK05Wm0g3P00Dm019f03CS01eQ0CKb
0gAk004v
0g2f
0YYf0gBo
0g4k0g5G0g6g0g750gB80gCN0g7N0g7z0g9p
00Cw0gD705Wm0g3P00Dm019f006f03CS01eQ0CKb
0YF50gF30gFG0gFg
0YF50g2f
0YF50g2f0gHK
0gFy0gGg0gHa
0g4k0gDX0gEN0g5G0g6g0g750gB80gCN0gI90g7N0g7z0g9p
00Cw0gIk05Wm0g3P00Dm019f006f03CS01eQ0CKb
0cFg0gJ80gJa
0g4k0gDX0gEN0g5G0g6g0g750gB80gCN0gI90g7N0gJ_0g7z0g9p
00Cw0gKu05Wm0g3P00Dm019f006f03CS01eQ0CKb
0gLI0gLj01K80g2f006q
0gLI0gLj01K80g2f006f006q
0gM60gML
009R0gNX
01JK
0BR6
0gOD0gOZ
00Cw0gMf05Wm0gNH01K8019f0gNj0gNx0gOv006q01eQ0YGm
0YHU0gP8
00Cw0gMf05Wm0gNH01K8019f006f0gPL0gPa0gOv006q01eQ0YGm
0gPs0g290gQ70gQP01K80YHU0gP8006q
0gPs0g290gQ70gQP01K8006f0YHU0gP8006q
0gPs0gQg05Wm01K8019f006q
0gPs0gQg05Wm01K8019f006f006q
0gSF0gSb
0gRb0gRx02Xk0gSs0gTE0gTT0gTr0gU4
0gQq0gRG00Cw0gUS05Wm01K8019f01eQ0YGm0gUz00Jr
0gRb0gRx02Xk0gVK0gTE0gTT0gTr0gU4
0gQq0gRG00Cw0gVi05Wm01K8019f006f01eQ0YGm0gUz00Jr
0gWW01K8019f
00Cw0gWD0gWo05Wm0gX801K8019f01eQ0YGm
00Cw0gWD0gWo05Wm0gX801K8019f006f01eQ0YGm
0g290gXQ0gXn0gNH01K8006q
0g290gXQ0gXn0gNH01K8006f006q
0gY701K80SmM
0gY701K80SmM006f
0gYR0gYr00Dm0gYy
0gYR0gYr00Dm0gYy006f
0gZJ
0gbo0gcF
0gbE0gcy
0giH0gia0giv019f0gjH0gjg00C6
0gkb0gk_
0gm1
0gmC0gmi0gmz0gnH0gni0gn_0goP0gop0gpJ0gpa
0gpv0gqH0gqT
00Dm00hb08Yk
0gth0guD0guf0gvM0gvp0gwB
0gx00gxN08Yk
0gyQ0gyX
0gye0gz60gza0gzw0g-Z0g-v0g_K0g_Y0h0A0h0Z0h0v0h1L0h1k0h1_0h2N0h3I0h3o0h490h4i0h5G0h640h6X0h7G0h7p
0h8A0Ai70h8i0h9M
0gxm0h9h
0gwT0h9z
09080hCS0B-f
0YBb0YBl
04mR02RK
0hFe
0hFz0hGV0e710hG-
00Cw0gZr0gaW0gau0gda0geJ0geU0gep0gfE0gfZ0gfy0ggG0ggW0ggw0ghN00Dm0ghj0gk50glP0gqg0gr70grV0grx0gsF0gse0gsq0gtB0gtV0hAP00hb0Y_s0hAy032G0hBF0hBe0hC40hCp0hD00hDN0hDm0hE10hEP0hEo0hFF0hHC037U
00Cw0gZr0gaW0gau0gda0geJ0geU0gep0gfE0gfZ0gfy0ggG0ggW0ggw0ghN00Dm0ghj0gk50glP0gqg0gr70grV0grx0gsF0gse0gsq0gtB0gtV0hAP00hb0Y_s0hAy032G0hBF006f0hBe0hC40hCp0hD00hDN0hDm0hE10hEP0hEo0hFF0hHC037U
0hHY
0hHz
00Cw0gZr0gaW0gau0gda0geJ0geU0gep0gfE0gfZ0gfy0ggG0ggW0ggw0ghN00Dm0ghj0gk50hIS0glP0gqg0gr70grV0grx0gsF0gse0gsq0gtB0gtV0hAP00hb0Y_s0hAy032G0hBF006f0hBe0hC40hCp0hD00hDN0hDm0hE10hEP0hEo0hFF0hHC037U
0gYR00Dm0hJ2
0gYR00Dm006f0hJ2
0gYR0giH0gia00Dm0giv019f0gjH0gjg00C6
0gYR0giH0gia00Dm0giv019f0gjH0gjg006f00C6
0hJI00Dm0hJY0hJq
0hJI00Dm0hJY006f0hJq
0hLH
0hLo0hMd0hNO0bpC0bpz0bqk0bjM
0bkV0hKw0hOC0KHk0hOj
0beh0hQa0be-0bf6
0C2v01JK0be60hQk0bfc
0hQA0X6F0hR60Rme0hQa0bg60bf6
0hRN0bg_0bh_0bjM
0ba100Cw0gYR0baK0YYf0hK100Dm0hKU0bax019f0bZ70hP70hPq0bch0hS3
0ba100Cw0gYR0baK0YYf0hK100Dm0hKU0bax019f0bZ70hP7006f0hPq0bch0hS3
00Cw0gYR0gfE0hSj00Dm0hSw0hT70hTK0hTZ0hTy0hUB
00Cw0gYR0gfE0hSj00Dm0hSw0hT70hTK006f0hTZ0hTy0hUB
04mR02b0
0gYR00Dm0YGz0hUP
0gYR00Dm006f0YGz0hUP
0hUq0hVG
0hW70beF0beU0hWM0bf6
0hXl0bhj
0hcd0bhj
0hbp0bg_0hK10hd90bih0bj00bjM
0hWZ0hXK0bv60bvM0hYE0hY_0hZh0haM0Mto0bZM0han0hbJ0bZi0hdz
0hVe00Dm019f0hee0hf8
0hVe00Dm019f006f0hee0hf8
01e10KC3
0hfv0hgM01eQ
0hfW019f0hgr
00Cw0hh703EU03El05Wm00Dm019f006q01eQ0CKb0YBv
00Cw0hh703EU03El05Wm00Dm019f006f006q01eQ0CKb0YBv
0hhR00Dm
00Cw01K80hhl0hi5019f01eQ0YGm0YSR
00Cw0hiR01K80hhl0hi5019f006f01eQ0YGm0YSR
0hio06fu
0hkK0hkg0hkw
0hjx0hle
0hjc0hl-0hmJ0hle0hml0YAJ0hn70hnJ0hnp0ho3
0hj500Cw00Dm019f0hoO01eQ0CKb01dk
0hof0hoy
0hjc0hl-0hmJ0hle0hml0YAJ0hp90hn70hnJ0hnp0hpU0ho3
0hof0hqV0hqo
0hj500Cw00Dm019f006f0hqE0hr601eQ0CKb01dk
00Dm0hrS0hs5
00Dm006f0hrS0hs5
0hsf0hsr0ht7
0hty0hu90huS0huq0GK_0hvB
00Cw03EU03El05Wm00Dm019f0htO0hvU01eQ0CKb
00Cw03EU03El05Wm00Dm019f006f0htO0hvU01eQ0CKb
0hvv0hw60hwQ0hwj0hx6
00Cw019f0hxW0dJc0hy20hyZ01eQ0YGm
00Cw019f0hxW006f0dJc0hy20hyZ01eQ0YGm
0hzN0hzk
0M9K019f0hyw0h-90h-m0h_B0h_h0i08
0M9K019f0hyw0h-90h-m006f0h_B0h_h0i08
0i0a0i0x0i1G0i1h
090802b00B-f
0i240M9K00Dm019f0i2N03F40FAO0i2g
0i240M9K00Dm019f0i2N03F4006f0FAO0i2g
00Cw0g3P00Dm0i31019f03Qb01eQ0CKb0bFp
00Cw0g3P00Dm0i31019f03Qb006f01eQ0CKb0bFp
0i3H0i3b0i3w00Dm0i4H0i4d
0i3H0i3b0i3w00Dm0i4H0i4d006f
0i3H0i4z0i3b00Dm0i5L
0i3H0i4z0i3b00Dm006f0i5L
0i3H0i3b00Dm0Yf9
0i3H0i3b00Dm0Yf9006f
0i7Y0i7u
0i9Z0i9v08Yk
0i6d0i6-0i7G0i860i8a0i8q0i900i9H0iAH0iAj0iAw0hAy0YmC0iB70Bze01eQ02b0
0iBy0iCF
0iDM0iDt
00Cw0i5c0i630iBU03RK0iCd00Dm0iD503CS006q03Rt01eQ0CKb02b00iEJ
0i7Y0iEj0i7u
0i6d0i6-0i7G0iF90i8a0i8q0i900i9H0iAH0iAj0iAw0hAy0YmC0iB70Bze01eQ02b0
0iG50iGd
00Cw0iFd03RK0iCd00Dm00hb0Y_s006f0iD503CS006q03Rt01eQ0CKb02b00iH4
0iJQ0iJb
0iK80iKM0iKq0iL40iLN
0iM3019f0iMH
0iIc0B-M0iIl0iIy0iJ501e10iJo0iLc0iMU
019f
0iOZ
0iPs0iQ0
01W7
0iQw0djn
0iQE0iQa01e10iR6
0iMr0iND0iNR0iNh0iO60iOk0iP30iPR0iRP
0iRg
0KGt0iTh0iTx0iU8
0iTV0iUS
0iVh
00Cw03TW0iHU0iHs0iIK0iS500Dm019f0iSW01VT0iSp0iTD0iUv0BqM0iVK01eQ0CKb0iW702b0
00Cw03TW0iHU0iHs0iIK0iS500Dm019f0iSW01VT0iSp0iTD006f0iUv0BqM0iVK01eQ0CKb0iW702b0
0iWR0iK80iKM0iKq0iL40iLN
0iIc0B-M0iIl0iIy0iJ501e10iJo0iWv0iMU
0iXM0iND0iNR0iNh0iXk0iOk0iP30iPR0iRP
0iYB
00Cw03TW0iHU0iHs0iIK0iYc00Dm019f0iSW01VT0iSp0iTD006f0iUv0BqM0iVK01eQ0CKb0iW702b0
0iZ10iZO
0KGt0iaU0iao0fXe
00Cw0iZX0ia401K80iay019f0B6T0ibX0fXe01eQ0YGm0YBv
00Cw0iZX01K80iay019f0B6T006f0ibX0fXe01eQ0YGm0YBv
0ice0icy
0ibw0icH0idD
00Cw0idk00Dm019f01eQ0CKb
00Cw0idk00Dm019f006f01eQ0CKb
0g4E0ieC
0if705fM01fB0ifM
0iew0ifZ0ig50igI
0igV
0ihf
0iec05Wm0igt0ihR019f0ihs
0iiF01K801eQ0YGm0YFj
0g4E0iiV
0iiw05Wm0igt0ihR019f0ihs
00Cw0ijE01K801eQ0YGm0YFj
0im0
0in4
0bXs0YmZ
0ijU0ijt0ikB0ikc0ikx0ilI01K8041P0ilc0ilo0imA0YHU01eQ0YGm0YGz0imc044P0inN045q0int
0ijU0ijt0ikB0ikc0ikx0ilI01K8041P0ilc0ilo0imA006f0YHU01eQ0YGm0YGz0imc044P0inN045q0int
0ipE0ipT
0fRt0ipj
0io-019f0ipy
0iqI
0irB
0irV
0iqq0is0
0is-019f
0itO0itf0dI9
0isW0itw0is0
05Wm019f0iui
0ivK0ivh
0iuz0itw0ivx
0iuP0iwQ
0ixj
0ixP0irB0ixu
0iyh
0iyK0izA
0i-X
0i-s
0iz_0i-K0i_R
0iz_0j0Y
0i_y0j1I
0j2A
0j2Z0j3G
0j1h0j3m
0izm0j4N
0ioB004h0ioW0iwf0ix40j4h041P0j550ilc0j5O04-g0imA006f0YHU0j5a006q01eQ0YGm0YGz
042A0j5q006f0YGz
0j6x0j7D02b0
0j7W
0j8N02b0
0j8a
0KGt02b0
0KGt0UdH019f0jAc
0jA90jAn
0fRt0jBs019f02b0
0jC4
0Xz2
0jCu0jDR
0j630j6U0j7u0j8y004h0UdH0j9e0j9v0g8i019f0jB9006q01eQ0YGm0YBv0jCR01dk0jDn
0jED0jET0jEk0j6x0jF30jFK0jFc0j7D02b0
0C_X
0jFy0jGK
0jH8
0KGt0jI50jIM0jIe0jIw02b0
0KGt0UdH0jI50jIM019f0jIe0jIw0jAc
0jJD0jJg
0jGK0jC4
0jED0jET0jF30jFK02b0
0jED0jET0jF30jFK0Xz2
0jLC0jLl
0j630j6U0jGf0j8y004h0jHe0UdH0j9e0j9v0g8i019f006f0jK2006q01eQ0YGm0YBv0jKl01dk0jM5
0jED0jET0jMX0j6x0jF30jFK0jMs0j7D02b0
0jNC0jGK
0j630j6U0jNa0j8y004h0jHe0UdH0j9e0j9v0g8i019f006f0jK2006q01eQ0YGm0YBv0jKl007K01dk0jM5
05Wm0jO30j5a0YGz01dk
05Wm0jO3006f0j5a0YGz01dk
0jOK
00Cw004h05Wm01K80jOX04Iw019f006q01eQ0YGm0YBv00Jr007K
00Cw004h05Wm01K80jOX04Iw019f006f006q01eQ0YGm0YBv00Jr007K
0jPP0jPj0im0
0jQ1
0jPP0jRg0im0
0jS3
0jOt0jP30jQV041P0jQw0ilc042A0jRH0jSY0jS-006f0YHU0j5a006q0jTO0jTd0jT_0YGz0jUT0int
0clp0jUp
0jV10jVd00C6
0jVv0jWJ0jWt0jXN0jXf0jY8
01K80jYe
0jY_0jVd00C6
0jZc0jWJ0jWt0ja10jXf0jY8
01K80jaK006f
0cAx0jUp
0jai0jbJ0YHU
0jbb0jWJ0jWt0jc00jXf0jY8
01K80jcJ006f
0jch01K80i-K0jd20jdH0jdg01eQ0YGm0YSR
0jch01K80i-K0jd20jdH0jdg006f01eQ0YGm0YSR
0je4
0jgU0XdK
0ji50jiT
0jkK0jkX0jkp0jl10jl9
0jjz0jlH0jlm0jl-0jmL0jma
0jjh0jmo
0jeH0jeU0jes0jf20jfG04M70jfh05Wm0jgA0jgr01K80jhL0jhr0jii0jjA0jjS0jnF0jns01eQ0YGm0YBv
0joL0joj
0jeH0jeU0jes0jf20jfG04M70jfh05Wm0jgA0jp201K80jhL0jhr0jii0jjA0jjS0jnF006f0jns01eQ0YGm0YBv
0jpZ
0ji50jpv0jiT
0jeH0jeU0jes0jf20jfG04M70jfh05Wm0jgA0jp201K80jhL0jhr0jqU0jjA0jjS0jnF006f0jns01eQ0YGm0YBv
0jqy0jrE
0YaV0jtI
0jt70jtZ
05Wm0fSu0c2V02b0
05Wm019f0ju3
0juN
0jug
0jrO0jrt0jsA0jsV04LT0jss0jtl05Wm0jv401K80jvT0jjA0jns0YFj
0jrO0jrt0jsA0jsV04LT0jss0jtl05Wm0jv401K80jvT0jjA006f0jns0YFj
0jwt0jx7
0jv-0jwH0jwZ04LT05Wm01K80jxW01eQ0YGm0YBv
0jv-0jwH0jwZ04LT05Wm01K8006f0jxW01eQ0YGm0YBv
0jx_
0jyC04LT0jyc0jyu0jzL0jze01K80jjA0jzz0YBv
0jyC04LT0jyc0jyu0jzL0jze01K80jjA006f0jzz0YBv
04LT0jyc0g0y01K80iz_0j-S0YFj
04LT0jyc0g0y01K80iz_0j-S006f0YFj
0j_D0j_Z0j_v
0k08
0k0P02b0
0k0u
0c4Q0k1r0k2F0k2S
0k1M0k2e
0k3e0k3s0k4H
0c4Q0k1r0k2S
0k1M0k52
0c4Q0k1r05eP0k2F0k620HQh
0k1M0k6G
0k7H0b4h
0k7U0j_D0j_Z0Zcv0k7s
0GLc
0k8Z
0k8s
0k840k9H
0k360k4e0k5W0k6k02b00k9l
0g8i
0kBm0kB-
0kBm
0kC_0kDS
0kER0kE-0kFD
0kBR0kCK0kDk0kFQ
0c1Z
0kGZ
0kHd
0kHr
0kHM0kIY
0kGu0kJ3
0kK8
0i-K0kKX
0kKv0kLf
0kG30kJR0kLz
0j-q0kAA0TWX05Wm01K80iz_019f0kAj0YGz0kMS
0j-q0kAA0TWX05Wm01K80iz_019f006f0kAj0YGz0kMS
0kN4
0i-K0kN40kKX
0kNO0kO70kLf
0kG30kJR0kOt
0j-q0kAA0TWX05Wm01K80iz_019f006f0kAj0YGz0kPM
0kQM0kQq
0kS1
0kT4
0kU7
0kSS0kTV0kUY
0kP-0kRM0kVA
0k360kVo0k4e0k5W0k6k02b00k9l
0j-q0kWg0TWX05Wm01K80iz_019f006f0kAj0YBv0kPM
0kXS0kXg
0kY5
0kYi
0kXD0kYR0kYx
0kP-0kRM0kVA0kZB
0k360kZY0k4e0k5W0k6k02b00k9l
0kaz
0kb70i-K
0kbo02b0
0kG30kcY0kJR0kOt
0j-q0kaQ0TWX05Wm01K80iz_019f006f0kAj0YBv0kdC
0fVb
0ke90keQ
0kdq0keg
0keu019f0Eu80EuI02b0
0kfZ
0C2v019f
0kgO
0c7n0kg-
0X-40X-S
0kiX0kil0kj20kjH
0kjQ
0ki00kje0iz_042A0i-X
0kkw0klB
0kmm0dvL
0kn50knM
0kn_
05Wm0ko7019f
0kmm0koT
0ko-0kpB0kpP
0kom0kpd
0kmO0knU0knl0kpy
0kmm0kmO0Xz2
0kqO0kqc
0klr0kje042A0kqq0krK
0krr
0krb0ks3
0ki00ksL
0cAx
0kt3
0ktF
0kfs0kg50kgh0khA0khV0khk0kk90kkX0klO0klb0ksp0ktk0ku1
0kuf0kur019f02b0
019f02b0
0kuI0kv3019f0kvI02b0
0kfF0kvY
00Cw004h0jfh0kvm05Wm0kw401K8019f006f006q01eQ0YGm0YBv007K01dk
0kx50kxJ
0kxg
0kGZ02b0
0kz0
0kwk0kyP0kzQ
02b00k-B
0k_m0l020l0G
0k_U0l0W0l0t
0k_m0l02
0l1v0k1r0l2E0Rme
0l350l3N0l3i0l3w
0k1r0ET50l4A05Sk090e
0k1r0f2I0l0W0l0t
0l1C0l2b0l4X0l4y02b0
00Cw004h05Wm0kwQ01K80k-u019f0YHU0l5g01eQ0YGm0YBv007K
0l690l350l3N0l3i0l3w
0k1r0ET50l6Y05Sk090e
0l1C0l2b0l6v0l4y02b0
00Cw004h05Wm0kwQ01K80k-u019f006f0YHU0l7K01eQ0YGm0YBv007K
0l7p
0l8q02b00l95
0l9b0R_I
02b00l95
0lAa0lB0
0lA10lBH02b0
0lCq0lD8
05Wm0lDc01e1
0lDp05Wm0lDc019f
0lDF0lE3
0lCN0lEI
0lFM
0ET5
0lFc0lGE02b0
0lBp0lEk0lGk
0lHD02b0
0l870lHj02b00k-B
0l350l3i0l3w
0IbF0k1r0ET50f2I0lIz0lJM0lJj0l0t
0l350l3i
0lKc0lKz
0lLp0lM10lJM0l0t
0k_U0lJM0l0t
0l1v0k1r0lKc0Rme
0lOJ0lOW0lOk
0lK00lLA0lMK0lN60lNp0l6v0l4y0lP302b0
00Cw004h05Wm0kwQ01K80lIN019f006f0YHU0lPb01eQ0YGm0YBv007K
0lQR
0lQq
0lRO0kx50kxJ0lRd
0lRs
0lQ40lSb0lTC0kAj
0kwk0lSb0kzQ
0l870lTb0lHj02b00lUJ
00Cw004h05Wm0kwQ01K80lV0019f006f0YHU0lPb01eQ0YGm0YBv007K
0lVv
0lWD
0klr0lWS0kje0lWr0lX7019f0kqq0krK
00Cw004h0jfh0lVc05Wm01K8019f01eQ0YGm007K0lXJ01dk
00Cw004h0jfh0lVc05Wm01K8019f006f01eQ0YGm007K0lXJ01dk
05Yj0BGY04tc
0lXv
0lY50lYJ0eKv
0lY_
0lYZ0lZG
0lbK0lbf0YlD
0lbz
0lc-0ldT
0eRE0Bze
0leD0leT
0lfP
0lgC
0lhF
0lXa0lZn0laH0lab0lax0lcS05Wm0aBW0ldi0lew0lfi006f0lgf0YHU01eQ0YGm0YBv0lhd
0lbK0lbf0li90Ykt0YlD
0liS
0lXa0lZn0laH0lab0lax0lix05Wm0aBW0ldi0lew0lfi006f0lgf0YHU01eQ0YGm0YBv0lhd
0ljT0iM3
0iM3
0ljn0lkB0lkg
0lXa0lZn0laH0lab0lax0lix05Wm0aBW0ll30ldi0lew0lfi006f0lgf0YHU01eQ0YGm0YBv0lhd
00Er
0llb0lm2
0ln2
0Yn40lnd
05eP0loE
0lbK0lbf0li90lmQ0Ykt0YlD0loE0loe
0lpC
0lqD0eRE0Bze
0leD0lqi
0lXa0lZn0laH0lab0lax0lph05Wm0aBW0ll30ldi0lr90lfi006f0lgf0YHU01eQ0YGm0YBv0lhd
0lbK0lbf0li90lmQ0Ykt0YlD0Yok0lre
0lsC
0lXa0lZn0laH0lab0lax0lsh05Wm0aBW0ll30ldi0lr90ltD0lfi006f0lgf0YHU01eQ0YGm0YBv0lhd
0lXa0ltY0lu00luK05Wm019f006f01eQ0YGm0YBv
07Kp
0luk0luv0lvK0lvZ0lvv019f006f
0luk0luv0lvK0lvZ0lvv019f006f01eQ0YGm
0lwK0UJN
0luk0luv0lwW0lw_0lvK0lvZ0lvv019f006f01eQ0YGm
0leD0lxs
05Yj0BGY
0YYf0lyf
0lxP0lxe05Wm0C0g019f0lyA0ly-006f01eQ0YGm0YGz
0YF5
0lzg
0lzu
0l-H
0l-u02RK
0lxP0lxe0lzH0l-Z05Wm0l_A0C0g019f0lyA0ly-006f01eQ0YGm0YGz
05Wm019f0l_b0l_q006f01eQ0YGm0YGz
0m020m0Q05Wm0C0g019f0lyA006f01eQ0YGm0YGz
0l-Z0m020m0Q05Wm0C0g019f0lyA006f01eQ0YGm0YGz
0kHd0m12
0m1W
0klr0m2B042A
0m2b
0fRt0m3Z
0fRt0m3Z0ddY
0m3i0m41
0io-0m3D0m4K
0m1t0m4g
004h05Wm0m0n0m520m5S0m5i0g8i0m5-0m67006f006q01eQ0YGm0YBv
0m7X
0m8k
0m7v0m8M0m8-
0ivh0m9s0mA5
0mAS
0lcS0Yqi05Wm0m6Y0m6r0m740m7I0m9J0g8i019f0mAf0mB9006f0YHU01eQ0YGm0YBv0lhd
0lix0Yqi05Wm0m6Y0m6r0m740m7I0m9J0g8i019f0mAf0mB9006f0YHU01eQ0YGm0YBv0lhd
0mBR
0mCO
0ivh0m9s0mBv0mCr0mA5
0mDM
0lix0Yqi05Wm0m6Y0m6r0m740m7I0m9J0g8i019f0mDZ0mE3006f0YHU01eQ0YGm0YBv0lhd
00Er0ZGE
0lph0Yqi05Wm0m6Y0m6r0m740m7I0m9J0g8i019f0mEL0mDZ0mE3006f0YHU01eQ0YGm0YBv0lhd
0lsh0Yqi05Wm0m6Y0m6r0m740m7I0m9J0g8i019f0mEL0mDZ0mE3006f0YHU01eQ0YGm0YBv0lhd
0mEw0mF8
0mFp05Wm0mGH019f0daU
0mGU
0mFQ0mGr
0mHk
05Wm0mGH019f0mHk0daU
0mIJ
0mHz0mIg
0mHG0mJ2
0mJh
00Er0mKB
0mKO
0mKl
0mJs0mK_
0Saq
0mJR0mLP0UdH0m6r0mLi0B6T006f0mM20mMD0YBv
0mMS0mMp0mNG0mNb
0mOW0mNb0mOs
0mNr0mO60mP1
05Wm0mPx0mQ902b0
05Wm0mPx019f0mQ90mQh02b0
05Wm0mQS0mQu02b0
05Wm0mRA019f0mQu0mQh02b0
05Wm0mRA0mRP02b0
0g0y0mRh019f0mS1
0k3s0aoB
0mSO0mSm
0kHd0mSy
0f2I
0Gup
0mTr0mSm
0mTH0mTX0mUD0mUc
0mUy
0mPG05Wm0mLi019f006f0mV90mVd0YBv
0mOW0mVq0mWA0mNb0mOs
0mNr0mO60mWO
0mXI0mXl0mYB
0mZ80mZN
05Wm0kaz019f01W7
0mZZ0mZu
0maF01Om056j
0mat0mTH0mTX0mUD0mUc
0mbC
0mWd05Wm0mLi0mYe019f006f0mbP0mVd0YBv
056s0mbt
056s0WQz
0mNr0mc20mcY0mcy0mWO
00Er0HEL
0me0
0meR0mbC
0mdL05Wm0mLi0mYe019f006f0mef0mVd0YBv
0f2I0mf7
0mat0mTH0mfO0mUD0mUc
0meR0mfi
0mdL05Wm0mLi0mYe019f0loE006f0mfv0mVd0YBv
0mgN
00Er0HEL0mgd
0miS04mR0eCz
0f2I0bBD0mgd0mhI0mi00mir
0mgt0mjN
0mjw
0mkA
0mkj0mkw
0ml4
0mlq
0mlz01W70mmC
0f2I0mlT0mmT
0mkQ0mmm
05Wm01W70mnL
05Wm019f0mnW0mny
0mjw08Yk
0moG0mod0mop
0k3s0c1Z
0mTr0mpM
0f2I0mf70mpY0mpx
0mat0mp30mTH0mqH0mUD0mUc
0mji0mn20mqb
0mdL05Wm0mLi0mYe019f0Yok006f0mqo0mVd0YBv
0Bua03XW
03XW
0msV0mst0mtK
0BfT05ln
0mug0muv
0mrZ0mrt0msA0mth0muB0mvK
0mvn
0lZG
0fSu0mz20mzL0mza
0mya00Er0mym0mzj
0m-7
0kiX042A0kj20kjH
0m_T0kiX042A0kj20mza0kjH
0m_T0kiX042A0kj20kjH
0m-_0m_i0n09
0n1l
0n2P
0mOW0mVq0mWA0mNb0n3e
0n3L0n3W0n3p
0VoB0n42
0g0y0n4q
0n5T0n5f
0n1-0n2n0n4P0n540n5m
0n6401e102b0
0n6Y
0n790n7a0n82
0n6p0n8I
0n8d0BYQ
0mrG00Cw0lix0mwM0mwh0mx90kw40mxa0mxo0my20myL0m-l0n0c006f0n0r0n1401eQ0YGm0n1R0YBv0n6K0n8r
0n990BfT05ln
0mug0n9d
0mrZ0mrt0msA0mth0muB0nA2
0nAV
0mrG00Cw0lph0nB40mwh0mx90kw40mxa0mxo0my20myL0m-l0n0c006f0n0r0n1401eQ0YGm0n1R0YBv0n6K0n8r
0lXa0laH0nBP0ll30ldi0lr9
0nBl
00Cw0nDO0nDk0nE8
0m-70nD60nEO
0VV-0nFP0nFh0jl1
0nFE00u80n6Y0nFv
00u80nGt0nHC0nHa
0nGH0Hcl0nHo
0nIi0nJ10kiX042A0kj20kjH
0nIi0m_T0kiX042A0kj20mza0kjH
0nIi0nKB0nKN0kiX042A0kj20kjH
0nIi0nJ10m_T0kiX042A0kj20kjH
0nJG0nJk0nKc0nL4
0nLm
0nME0nMW
0nMi0ZCw0n5f
0nLw0nMw0ZCw0nN7
0dvL
0mrG00Cw0lsh0nCM0nCh0mwh0mx90kw40mxa0mxo0my20myL0nE-0nIM0nLX006f0nNJ0nNY01eQ0YGm0n1R0YBv0n6K0n8r
00Cw05Wm0nDO0nNv01K80nOI019f006f01eQ0YGm0YGz
090802b0
0nP402b0
0nPE0nPj
0nQ0
0nQH
00Cw05Wm0nDO0nNv01K80nOl0nOI019f006f0nQZ01eQ0YGm0YGz
00Cw05Wm0nDO0nNv01K80nR60nOI019f006f0nQZ01eQ0YGm0YBv
0nRR042A
0nRl0nS602b0
0nSQ0UdH0nOI0nSn0nS-019f0nTK006f0YBv02b0
0nRR042A0nTa
0nUp0hJq
0nVr
0nWb
0nXP
0nW60nWz0nXe
0nYX
0nZE
0nZ_
0nYn0nZb0naD
0nUG0nVJ0nY50nae
0nRl0nS60nTy0nbA02b0
0nca0ncn
0ndP0ndi
0neP
0nc-0ndv0nei
0fRt0nc50nf7
0nfR
0nfw0ngL090804t3
0ngf
0nTa
0nbk0UdH0nOI0nSn0nh20nS-019f0nhW0nhv0ni9006f0YBv02b0
0Z8d0FOc0nkx0Z9J
0nlE0nlr
0njZ0cHc0nk40nkL0nkc0nm6
00qi00rX0nn600rg
0nnO00Qc
0njZ0cHc0nk40nkL0nkc0nnz
0nmV0noL0noy0npZ0nqD0nqu
0nih0lvv0nj5019f0nrU006f
0nih0lvv0nj5019f0nrU006f01eQ0YGm
00qi00rX0nn600rg0nt4
0ntZ00Qc
0njZ0cHc0nk40nkL0nsE0nsi0nkc0nu8
0Z8d0FOc0nkx0Z9J0nvg
0nwA0nlr
0nxO0nxl
0nxA0ny6
0n-N
0nzS0nzv0n-l0n_B
0nvA0njZ0cHc0nk40nkL0nsE0nsi0nkc0nwn0nym0Yok0Yp80n_W
0o1r0njZ0cHc0nk40nkL0nsE0nsi0nkc0bFB0nu80o2F
0njZ0cHc0nk40nkL0nsE0nsi0nkc0nu80HQh0o3p0o44
0nuW0o000o0d0o1E0o2X0o3A0o4S0o560o5n
0nr-0nih0lvv0nj5019f0o6N006f01eQ0YGm0YBv
0o6t0o7B
0o7T
0o97
04rV
0oBV
0oCQ0oCh0ipT
09080oCE0oCx
0oDQ
0oEA
0oDA0oDn0oEb
0o7s05Wm0o8I0o8c0o9N0o9g0o9_0oAV0oA-0oBu006f0oEz01eQ0YGm0YBv
0oFB
0oFO
0oFd05Wm019f0Sm80oFx0F5s006f0YBv0oGF
05Wm0nDO019f0oGY0oGt006f01eQ0YGm0YBv
0oHB
0oHR0lph0oHx05Wm019f006f00Xi0BB50YBv
0oHR0lsh0oHx05Wm019f006f00Xi0BB50YBv
0Yf9006f05Sk
0b750g8i
0oIF006f0oIg
0oIz019f006f0oJb
0oIz019f006f01eQ0YGm0oJb
0908037v
0oKr0oLD
0oKJ0oKd0oLZ
00Cw0oJ-004h0oLt0oMN05Wm019f08bM0oMj0oN20oNN01eQ0YGm0YBv007K0oNe
0oOB0oKd0oLZ
00Cw0oJ-004h0oOV0oMN05Wm019f08bM0oMj0oN20oNN01eQ0YGm0YBv007K0oNe
0oPJ0oPl
0oO_0oQD0oQi
0oS60oSO0oSi0oTA0oTV0oTn0oU90oUS0oUh0oU-0oVF
0oWL0oWi0oX10oXW0j8N0oX-
0oYc0oYm0ddQ
000000Cw0oR50oRY0oRn0oVU00Dm0oVr0oW600hb0Y_s0oYG0oY-01eQ0CKb0oZL0oZe0oZ-
000000Cw0oR50oaB0oRY0oRn0oVU00Dm0oVr0oW600hb0Y_s0oYG0oY-01eQ0CKb0oZL0oZe0oZ-
04hg0oaV0oan
09080oaV037v
0oay0obO0obl
0oc00oay0obO0ocD0ocT0obl
0ocf0oay0obO0ocs0od60obl
000000Cw0oR50oaB0oRY0oRn0oVU0odI00Dm0oVr0oW600hb0Y_s0oYG0oY-01eQ0CKb0oZL0oZe0oZ-
000000Cw0oR50oaB0oRY0oRn0oVU0odI00Dm0oVr0oW60odm00hb0Y_s0oYG0oY-01eQ0CKb0oZL0oZe0oZ-
0oe90oeY
0og90ogK0ogY0ogi
0Mtb0ohO
0oi90oiS0Unr
0ogs0ohd0oij
0ojc0ojn
00000ody0oey0ofP0ofe00Cw0ofw0ojF0kw400Dm0oWi006q0ok601eQ0CKb0YBv
00Cw00Dm0okU0okp0olC019f01eQ0CKb
0ojc02b0
000000Cw0ihf00Dm0olS019f0oln01eQ0CKb0om8
00Dm0fzu0omf00Jr
0onP0ong
0ooO04iE04ie0oob0oor04i-
0ony0op102RK0KC3
02RK0oan
0kaz0opp0Eu80oq6
00Cw0omq04ci0on500Dm019f0opI0opZ0oqI01eQ0CKb
0kaz0opp0Eu80oqj
00Cw0omq04ci0on500Dm019f0opI0opZ0oqv01eQ0CKb
0orK0ork0os40M9K0auJ0osV0osp0ot90otQ0otj01eQ0YGm0YBv0ou1
0orK0ork0os40M9K0auJ006f0osV0osp0ot90otQ0otj01eQ0YGm0YBv0ou1
0ouX0oul0orK0ork0os40M9K0auJ0otj01eQ0YGm0ov00ovB0cA60YBv0ou1
0ouX0oul0orK0ork0os40M9K0auJ006f0otj01eQ0YGm0ov00ovB0cA60YBv0ou1
00Cw0fFe00Dm019f0ovP0ovl01eQ0CKb
00Cw0fFe00Dm019f0ovP006f0ovl01eQ0CKb
0B6T0ow5
0owR00Dm019f
0owR00Dm019f006f
0own0oxD00Dm0ow5
0own0oxD00Dm006f0ow5
0oxi0ZHB0B6T0drY0daU
0oxW00Dm0oxq0ow5
0oxW00Dm006f0oxq0ow5
0oyP0oxW
0oy70oxW00Dm0oyk0ozN0ow5
0oy70oxW00Dm0oyk006f0ozN0ow5
0ozw0o-E0o-Y0o-l0oxW00Dm0ow5
0ozw0o-E0o-Y0o-l0oxW00Dm006f0ow5
0o_700Dm0ow5
0o_700Dm006f0ow5
0p3P0p3r0p4D0p4j
0o_W0p050p0a0p0-0p1c0p200p2H0p2e0p350p500p5f0p650p6V
0p050p0a0p0-0p1c0p200p2H0p2e0p350p7t0p5f0p650p6V
0p93
0pAu
0pD50pDU
0p6o0p8D0p9M0pA90pB70pBp0pCS02b00pDy
0YAJ
0pFy0pG90YAJ
0YAJ0pGy0pHE
0pFI0pGK0pHT02b0
0pF50pI1
00Cw0pEm01K8019f0pIJ0pIz01eQ0CKb0YBv
00Cw0pEm01K8019f0pIJ006f0pIz01eQ0CKb0YBv
0pJP
00Dm0pJd
00Cw0eoU0pK300Dm019f01eQ0CKb
00Cw0eoU0pK300Dm019f006f01eQ0CKb
0eoU0B6T0pKP
0oxW00Dm019f0pKr0dLS0pLM
0oxW00Dm019f006f0pKr0dLS0pLM
00Cw05Wm01K8019f0pLd01eQ0CKb0YBv
00Cw05Wm01K8019f006f0pLd01eQ0CKb0YBv
0pND0pNX0pNr0pOa
0Mjh0pPR0pPh006q
00Cw093k0pMO0pMm0pOs0g0y01K80pQ0019f0pQG01eQ0CKb0YBv0ESd
0pQa00Cw093k0pMO0pMm0pOs0g0y01K80pQ0019f0pQG006f01eQ0CKb0YBv0ESd
0ET5090e
0pQu0pRC00Cw093k05Wm00Dm019f0pRV01eQ0CKb0YBv0ESd
0pQu0pRC00Cw093k05Wm00Dm019f006f0pRV01eQ0CKb0YBv0ESd
05Yj0jUp0pU4
0pUL
0pUX00C6
0pVw
0pWC
00Cw0pRx0pSG0pSq0pTQ0pTk093k0pU_01K80pVb0pWZ0pQG006q01eQ0YGm0ESd
00Cw0pRx0pSG0pSq0pTQ0pTk093k0pU_01K80pVb0pWZ0pQG006f006q01eQ0YGm0ESd
00Cw0pX20akO05Wm00Dm0XVo0977019f0pXX0pXl01eQ0CKb00Jr
00Cw0pX20akO05Wm00Dm0XVo0977019f0pXX006f0pXl01eQ0CKb00Jr
01jI00Dm0pXy0pYB04bx
01jI00Dm0pXy006f0pYB04bx
0pYN00Dm04mf00C60pYe0YBv04mt04n4
0pYN00Dm04mf006f00C60pYe0YBv04mt04n4
0pYq0pZ50pZP00Dm019f0pZf0pZ_04on0paD0paT0paj01eQ0CKb0pax0pbD0pbT0YBv
0pYq0pZ50pZP00Dm019f0pZf0pZ_04on0paD0paT0paj006f01eQ0CKb0pax0pbD0pbT0YBv
0pcC0hty0pcZ0pcp
0pdk0pe20peT0pez0pfL0pfo0pgD
00820phs0pi80piN02T-0pim0pix02U70LpM
0pbp0pc10pdF00Dm0pgU0ph00phO0phb0pjA0pjh0pjx0YBv
0pbp0pc10pdF00Dm0pgU0ph0006f0phO0phb0pjA0pjh0pjx0YBv
0YYf0pke
0pm0
0pe20peT0pez0pfL0pfo0pgD
0YBl
0pkD00Cw0plC0pc10pYq05Wm0ple00Dm0pmA019f0pme01VT0pnA0pjh01eQ0CKb0pax0pbD0pnU
0pkD00Cw0plC0pc10pYq05Wm0ple00Dm0pmA019f0pme01VT0pnA006f0pjh01eQ0CKb0pax0pbD0pnU
0pnl0YYf0pke
0pkD00Cw0po90pc10pYq05Wm0ple00Dm0pmA019f0pme01VT0pnA006f0pjh01eQ0CKb0pax0pbD0pnU
00820piN0pim
00000pc10pdF00Dm0pgU0pob0ph0006f0po_0ppF0ppR0pjx0YBv
00000pc10pdF00Dm0pgU0pob0ph0006f0po_0ppF0ppR0ppy0pjx0YBv
0jbJ0pqQ
00Cw04pp04q900M904qU0C0g00Dm04r90pqg04sM04sh0pr504sr04t304tC04mt0prV04tq
00Cw04pp04q900M904qU0C0g00Dm04r90pqg04sM006f04sh0pr504sr04t304tC04mt0prV04tq
0prj00Cw04uS01K80prz019f01eQ0YGm0YSR
0pt1
0psk0ptB
0puw0pvD
0pvy0pwL
0ptV0ptw0puR0pvX0pwl
00Cw0g290ps904uS00Dm0psO0psZ019f0pxG
0pzE
0pz30pzb0eKv
0pyC0pyd0p-A04uS01K80p-k019f0p_1006q01eQ0YGm
0p_D00Cw0p_Z04uS01K80p_l04-S04-g019f0q00006q01eQ0YGm0YBv0q0K
0pt10q0i
0bTR0B-f
0q1-0q2A
0q2P0daU
0q1W0q2y02b0
00Cw0YF504uS01K804-g0q0u0q3Q
0q4Y0q4x0q590q5Q
0q820q8D
0q8a0q8u0q950q9L
0qAF06kP
0p_Z
0qAF0qBM0kHd
0q6F0q6Z0q6s0q790q7L0q7b0q9o0qAT0qA-0qBc0qCE0psZ0qCQ0qCs0qDH0qDl0qE30qEN0qEl0qF4
05Yj0qGx0DuI
0q820qHf
0qH_0q8u0q950q9L
0q6F0q6Z0q6s0q790q7L0q7b0qIJ0qAT0qA-0qBc0qCE0psZ0qCQ0qIm0qCs0qDH0qDl0qE30qJ00qJN0qF4
0qLF0qLS0qLg0qM60qMW0qMt
0YF50qOf
0qPR
0qLg0qMW0qQI
0qKB0qKY0qKu0qNG01QU0qNn0qOD0qOQ0qP10qPr0qQZ
0qRK
0qOD
0qRb0qS30qOD
0qSx0qTA
0qTU
0qUo0qV1
00H30qVH
0qVv0qV1
00H30qWE
0qWp0qXA0qXi0qY20qYU
0q3o00Cw05910g290q3-0q5m0qFU0qG104_X0YF504uS04_m0qGO00Dm05020qGe04-g0qHE0qJh0qR10qSM0qSi0qTw0qUJ0qUd006q01eQ0CKb0qVU0qWR0qYq0qZJ0qZg
0T-Q0qGx0DuI
0qLF0qLS0Zlu0qLg0qM60qMW0qMt
0qKB0qKY0qKu0qaf01QU0qNn0qOD0qOQ0qP10qbA0qPr0qQZ
0q3o0p_D00Cw05910g290q3-0q5m0qFU0qG104_X0YF504uS04_m0qGO00Dm05020qGe04-g0qZu0qaJ0qJh0qbg0qSM0qSi0qTw0qUJ0qUd006q01eQ0CKb0qVU0qWR0qYq0qZJ0qZg
0qLg0qMW0qcf0qQI
0qKB0qKY0qKu0qaf01QU0qNn0qOD0qOQ0qP10qbA0qPr0qcz
0qdk0qeG0qej
0KHk0qe_
0q3o0p_D00Cw05910g290qbz0q3-0q5m0qFU0qG104_X0YF504uS04_m0qGO00Dm05020qGe04-g0qZu0qaJ0qJh0qdR0qSM0qSi0qTw0qUJ0qUd006q01eQ0CKb0qVU0qWR0qYq0qfU0qZJ0qZg
0qfz
0q3o0p_D00Cw0qgC05910g290qbz0q3-0q5m0qFU0qG104_X0YF504uS04_m0qGO00Dm05020qGe04-g0qZu0qaJ0qJh0qdR0qSM0qSi0qTw0qUJ0qUd006q01eQ0CKb0qVU0qWR0qYq0qfU0qZJ0qZg
0qgf
0qLF0qLS0Zlu0qLg0qh30qM60qMW0qMt
0qKB0qKY0qKu0qhY01QU0qNn0qOD0qOQ0qP10qbA0qPr0qcz
0q3o0p_D00Cw0qgC05910g290qbz0q3-0q5m0qFU0qG104_X0YF504uS04_m0qGO00Dm05020qGe04-g0qZu0qaJ0qJh0qi30qSM0qSi0qTw0qUJ0qUd006q01eQ0CKb0qVU0qWR0qYq0qfU0qZJ0qZg
03TP
0qSx0qj3
0TAt03TP
0qik0qjN0qjm
05eP006q
0YM30qky0qlJ
00Cw0qiM0qk10qkP0qki0p_Z04uS01K80qli019f0qmH006q01eQ0YGm0YBv0q0K
0ZAP05fM0qma
0qmo
0qn40qnc
0qpZ0qpn
0qp-
0qos0qqD
00Cw05910g290qoE04uS00Dm0qqi
0qrH0qri0qrx
0qsC
00Cw05910g290qsR04uS00Dm019f
00Cw0c7n0g2904uS00Dm0qsx0p-k019f0qtS0eKv006q
00Cw0c7n0g2904uS00Dm0qsx0p-k019f0qtS0eKv006q01eQ0CKb
0g2904uS00Dm0qtd019f
00Cw0g2904uS01K804-g019f0YSR
00Cw0g2904uS01K804-g019f01eQ0YGm0YSR
0qtn
0quP
0qkP00Dm0qvA
0qvk0qv-
01J90qwF
0q6s0qtd
0qAF0qyZ0qyq
0p_Z0qzm
0qx10q6Z0qxQ0qxd0qy50qzB0qCQ0qIm0qCs0qDH0qE30qzw0qF4
0q_10q4x0q_R0q5Q
0qx10q6Z0qxQ0qxd0qy50qzB0qCQ0qCs0qDH0qE30qzw0qF4
0qfz0r2F
0qLF0qLS0Zlu0r2s0qM60r3J0qMt
0r2s0r3J0qQI
0r1W0r1u0r2V0r3h01QU01JK0qNn0r490r4P0qbA0r4m
0r5R01JK0r5s
0pt10qTA
0r6S
0g290omq0bQ2
0r7B
0r7Y019f
0r7s
0qWp0r8h0r9E0r9h
0qwU00Cw0q-M05910pz30q-k0q_i0r0B0qG104_X0YF504uS0r0h01K80r0y04-g0r5B0r660r6r006q01eQ0YGm0r8K0YBv0rA20qZg
0qx10q6Z0qxQ0qxd0rAU0rAy0qCQ0qIm0qCs0qDH0qE30qzw0qF4
0qx10q6Z0qxQ0qxd0rAU0rAy0qCQ0qCs0qDH0qE30qzw0qF4
0qwU00Cw0rBX05910pz30q-k0q_i0rBv0qG104_X0YF504uS0r0h01K80r0y04-g0rCP0r660r6r006q01eQ0YGm0r8K0YBv0rA20qZg
0qLF0qLS0Zlu0r2s0rCf0qM60r3J0qMt
0r1W0r1u0r2V0rD501QU01JK0qNn0r490r4P0qbA0r4m
0qwU00Cw0rBX05910pz30q-k0q_i0rBv0qG104_X0YF504uS0r0h01K80r0y04-g0rDZ0r660r6r006q01eQ0YGm0r8K0YBv0rA20qZg
00Cw05Wm04uS00Dm019f0rDp0rEO0rEi
00Cw0591059L0g2904uS059u00Dm05A3
00Cw0g290ptV04uS0pvX00Dm019f0pwl
05910g290rF004uS00Dm00hb0Y_s
0YHU0GkL
0rFF0rFn
00Cw0rG00rGL00Dm019f0rGW
0rGn0rHL0rH-0rId0rJG0rJw0rKO
0bTR0rL30B-f
0rLF
0bTR
0rM9
0rMw0rL3
0rL3
0rOQ0rL3
0rL30rP4
0rPp0rQH0rL30rQd
0rRO0rL30rRc0rRq
0rNL0rNv0rOg0rPN0rQo0rS2
0YF50rGW
00Cw0g290rKh0rLU0rM000Dm019f0rMO0rST0rT1
00Cw0g290rKh0rLU04uS00Dm019f0rMO0rST0rT1
05Yj09080Unr05bR
0rTg
00Cw0rUM04uS01K8019f0rUz01eQ0YGm0YBv
0qtd0q0i
00Er0qLF0qLS019f0qM60rVQ
00Cw04uS01K801eQ0YGm0YBv0rVu
01K809080pzE0rWS0B-f
0pzE0rWp0rX60rWS
05QL0CPc0rXd0rXu00Dm0bsJ05RI0rY40YmZ01eQ0CKb0YBv00kb
05QL0CPc0rXd0rXu00Dm0bsJ006f05RI0rY40YmZ01eQ0CKb0YBv00kb
0Mx905Qo0rYW0rYk0rYu00Dm0rZ50JRM0YGz
0Mx905Qo0rYW0rYk0rYu00Dm0rZ5006f0JRM0YGz
0rZn0ra3
0rau0omq0rbB0rbK019f0rbX0rbh0rbr0rbz02b0
0rcm0rdA0rdc
00Cw0rZK0DkE0raR00Dm0rcE0rcZ019f0re40reZ0YBv
00Cw0rZK0DkE0raR00Dm0rcE0rcZ019f006f0re40reZ0YBv
0re-01QU00Dm0hDm
0re-01QU00Dm006f0hDm
0rfF0rfT0M_S0rfe0rfw0rg90rgT
0rgj01e1
02b0037v
0rjK0rjh0rkG0rkj
0rly
0rh800Cw0rhf0ri70ria0rj20rl00IWn00Dm0rlR0rmC0rmc0rm_0rnO019f0hsr0ht70G3Z0rnc01eQ0CKb
0rh800Cw0rhf0ri70ria0rj20rl00IWn00Dm0rlR0rmC0rmc0rm_0rnO019f006f0hsr0ht70G3Z0rnc01eQ0CKb
0rnu0ro70roJ0roT0rom0rp00rpL
0rpc00hb
0rp-00Cw0rqV00Dm0rnO0rql019f0rr70rrV0rrp01eQ0CKb0rr-0YBv
0rp-00Cw0rqV00Dm0rnO0rql019f0rr7006f0rrV0rrp01eQ0CKb0rr-0YBv
0Mjh00Cw0Mjv01K800Xa0rsW
0rtU
0DNU0kur0ruH
0ruU
00Cw05Wm0rsr0rt40rtk0ru4019f006f0rum0ru-006q01eQ0YGm
0rvV0rve0rvy
0rvC0rwB0rwg0rwy0rxH0rxV00Cw00Dm0rxj0ryB01eQ0CKb
0rvC0rwB0rwg0rwy0rxH0rxV00Cw00Dm0rxj0ryB006f01eQ0CKb
0ryQ0ryg0YAJ0ryz01eQ0YGm
006f0ryQ0ryg0YAJ0rzB01eQ0YGm
00Cw05Sk0rzQ03Ab01eQ0YGm0rzd
00Cw006f05Sk0rzQ03Ab01eQ0YGm0rzd
0rzu0r-90r-R00Dm
0rzu0r-90r-R00Dm006f
00Cw0r-j05Wm0alE00Dm0r-_0r_M019f
00Cw0r-j05Wm0alE00Dm0r-_0r_M019f006f
00Cw05Wm0r_w0s0B00Dm019f0s0V
00Cw05Wm0r_w0s0B00Dm0byB019f006f0s0V
00Cw0s0n05Wm0s1G00Dm0byB019f01eQ0CKb
0s1b0s1t
00Cw0s0n05Wm0s1G00Dm0byB0s20019f006f01eQ0CKb
0s2N00Dm0Yf9
0s2N00Dm0Yf9006f
09080s2f
0s3704hg0s3Q
0s3a0s3o0s42
0Z8d0s4_0alE0s5T
0s2p0cGE0s4O0s5_
0s730s7V
0s7z
00Cw0s6H0s6j05Wm00Dm0s8T0byB019f05VD
00Cw0s6H0s6j05Wm00Dm0s8T0byB019f006f05VD
0s2p0cGE0s9C0s4O0s5_
00Cw0s9m0s6j05Wm00Dm0s8T0byB019f006f05VD
03CS
0TK-
0sBb
0sBH0sBk
0sC4
00Cw05Wm0sAC0sAS00Dm019f0sAo00C60sCW
00Cw05Wm0sAC0sAS00Dm019f006f0sAo00C60sCW
0TAt0sCx0s2N00Dm0H3H0sDH
0TAt0sCx0s2N00Dm0H3H006f0sDH
00Cw05Wm0s2N0r_w0g3P00Dm0sDX00hb0Y_s00C60sDm03CS01eQ0CKb
00Cw05Wm0s2N0r_w0g3P00Dm0sDX00hb0Y_s006f00C60sDm03CS01eQ0CKb
0sE7
0sEt0sF50sFL0ilc
0BwZ0Bxp0ByE0Bye0Byn0Bzq0sG00sGd0C4I0C4c01eQ0sH90sHN
0sI50sIR0sIr
0sK00sKG
0sL0
0g3v0sLn0sLy0sMJ0sMQ0sMi
0sNM0sNs
0sPH
0sQT
0sES00Er0sFd0s0n0sHk0s2N0g3P0sJH00Dm0sJf0sJo0sKY0sLM0sMw0sOG00C60sOf0sOn0sPt0sQn0sR8
0sES00Er0sFd0s0n0sHk0s2N0g3P0sJH00Dm0sJf0sJo0sKY0sLM0sMw006f0sOG00C60sOf0sOn0sPt0sQn0sR8
00Dm0sRM0sRf0sRu0Zcv0sS7
00Dm0sRM0sRf0sRu006f0Zcv0sS7
0sST00Cw0sSv0YF50sTA0sTY0rnO0sTq01eQ0YGm
0sST00Cw0sSv0YF50sTA0sTY0rnO0sTq006f01eQ0YGm
00Dm0jbJ0sRM
00Dm0jbJ0sRM006f
0sVc0sW4
00Cw0sUB0sUd0sU_01K80sVJ0sWI01eQ0YGm
00Cw0sUB0sUd0sU_01K80sVJ006f0sWI01eQ0YGm
0sWr
00Cw0sXH0sXz019f0sYQ01eQ0YGm
0sYh
00Cw0sZ70sZp019f0sYQ006f01eQ0YGm
0saH0sak
0saH0sak006f
00Cw0sbD019f05Sk02VW01eQ0YGm
00Cw0sbD019f006f05Sk02VW01eQ0YGm
00Cw00Dm019f0YHU01eQ0CKb0sbP
00Cw00Dm019f006f0YHU01eQ0CKb0sbP
0re-0sbd0sbx00Dm
0re-0sbd0sbx00Dm006f
00Cw00Dm0rnO0scB00hb0Y_s0scV0j5a01eQ0CKb
00Cw0scq00Dm0rnO0scB00hb0Y_s006f0scV0j5a01eQ0CKb
0jbJ0sRM
0jbJ0sRM006f
0omq0hW7019f0beU0bf60B-f
00Dm0jbJ0sdK019f0jAc
0sds00Dm0jbJ0sdK019f0jAc006f
00Dm0sRM0sRf
00Dm0sRM0sRf006f
00Dm0sRM0seK0seZ006f0XDK0V4F
0sep01K80sf8006f0bFp
01K8006f0sfR
00Cw00Dm0jbJ019f
00Cw00Dm0jbJ019f006f
0b0c0sfh0sfx00Dm0jbJ019f0bvc
0b0c0sfh0sfx00Dm0jbJ019f006f0bvc
0sds0b0c0sfh0sgD0sfx00Dm0jbJ019f006f0bvc
09080sgr0B-f
0shD
0sgr0Eu80EuI
0shk
0siH0siU0sii0sj0
0sjO0sjZ0Eu80sjs0EuI0skA0skS
0slD
0slm0sj0
0sm70smJ09080Eu80smf0smq
0sj0
0soV0sj0
0soV0sU_0sp30spI0spg0sgr0sj0
0sr60srM0sj0
09080sgr0ssZ
0ssm
0stK0Eu8
0stX
0su60Eu80suE
0suK
0svJ
0shS0shz0sjB0skm0slR0slv0sn20snN0sno0so50sol0sp-0sqN0sql0src0srz0ssG0ss_0stm0suZ0su-0svY0svw
0sga006f0swL
0hW70beF0Rme0syU0be-0bf6
00Ar0C2v01JK0be60sye0hQa0bfc
0rvC0rwg0rwy0rxH00Cw0oWL0swn0hW70sx80sxo0sy800Dm0rxj0X6F0syx0Rme0ryB0hQa0bg601eQ0CKb0szH0szU0szr0bf6
0rvC0rwg0rwy0rxH00Cw0oWL0swn0hW70sx80sxo0sy800Dm0rxj0X6F0syx0Rme0ryB0hQa006f0bg601eQ0CKb0szH0szU0szr0bf6
0s-Y0g450s-q
0s_7
0rvC0rwg0rwy0rxH00Cw0s-B0swn0hW70sx80s_Z0t030t0Q0sy800Dm0rxj0X6F0syx0Rme0ryB0hQa006f0bg601eQ0CKb0szH0szU0szr0bf6
0buw
0t0m
0t1i0t2V
0rvC0rwg0rwy0rxH00Cw0s-B0swn0hW70sx80s_Z0t030t0Q0t1E0sy800Dm0rxj0X6F0syx0Rme0ryB0hQa006f0bg601eQ0CKb0szH0szU0szr0bf60t35
0t3d0beU
0beF0beU
0t600t6Q
00Cw018W0t3u0t4G00Dm0t4W0t4u0t5R00hb0Y_s0t5l0YHU01GE0t6r01eQ0CKb0YBv
00Cw018W0t3u0t4G00Dm0t4W0t4u0t5R00hb0Y_s0t5l006f0YHU01GE0t6r01eQ0CKb0YBv
01K8006f0YGz
0t3u01K80t4W006f0YGz
00Dm0t7N019f0t7h0Sm_
00Dm0t7N019f0t7h0Sm_006f
00Cw00Dm0t7N019f0t7h0Sm_006f
0t82
0t8M006f05Sk
0tA3
0tAZ
00Cw0t8m0t990DkE0t9W0tBA0tBp019f006f
0tCw0g8i
0tCA0p3r0tCi079T0tDH019f006f0tDp0tE0006q
00Cw0tEC02Nr05eP0tEW00Dm02Rk0tEp0tF701eQ0CKb
00Cw0tEC02Nr05eP0tEW00Dm02Rk006f0tEp0tF701eQ0CKb
05eP05eZ00Dm0sRM0tFO0ryQ
05eP05eZ00Dm0tFi0tFO006f0ryQ
0tGP0tGr006q
05t7
0tG000Cw05Wm05eP05eZ0tH700Dm05fW01eQ0CKb0tHe
0tG000Cw05Wm05eP05eZ0tH700Dm006f05fW01eQ0CKb0tHe
05eP05eZ00Dm0sRM0tFO05fW0ryQ
05eP05eZ00Dm0sRM0tFO006f05fW0ryQ
0tIB0tIK0tIa0tIl
0tLA0tLP
02g-0tKg0tKw0tLf
0bXs0Bze0tMq
00Cw0tHw0tIu0tJQ05hg0tJg0tJ-01K80i8q05iV019f0tKK0tMI05lY01eQ0CKb0tM-
0tIB0Mwt0tNI0tIa0tIl
00Cw0tHw0tNZ0tJQ05hg0tJg0tJ-01K80i8q05iV019f0tKK006f0tMI05lY01eQ0CKb0tM-
0tO50tOS0tOp0tPA01e10tPM0tPe0tQ20ZCw02b0
0tRO0tRo
0tR30tSC0tSb0tSr
0tPA0tTu02RK
019f02RK0B-f
0tVR
0tWi0tWw
0tUk0tJQ0tUz0tVe0iIy0tVw0tWP0tXH02b0
0tY90tPA0tYN0tYe02RK
0tZM03vB0tZa
0tOS0tOp0tPA03vB
0tZp0taF
0tcJ0tOS0tOp0tPA01e10tPM0tPe0tQ20ZCw02b0
0tdB0tdW
0teO02b0
0geJ0ter
0tg3
0tea0tf30tfZ0tfm0tgN0tgv0tPA0th90tdB02b0
0tea0tf30tfZ0tfm0tgN0tgv0tPA0th902b0
00Cw0tQF0tQb0tQs0tT80tTd0tU20tUK0UdH0tEW0tXn0tYt00Dm0taZ019f0tax0tbH0tbf0tbx0tcg0tdo0thW0tSb0th_0tiI01eQ0CKb0tia
0tJQ0tjG
0tUk0tJQ0tjd0tUz0tVe0iIy0tVw0tWP0tXH02b0
00Cw0tQF0tix0tQb0tQs0tT80tTd0tU20tUK0UdH0tEW0tk10tYt00Dm0taZ019f0tax0tbH0tbf006f0tbx0tcg0tdo0thW0tSb0th_0tiI01eQ0CKb0tia
0tkP0tPA0tTu02RK
00Cw0tQF0tix0tQb0tQs0tT80tTd0tki0tUK0UdH0tEW0tk10tYt00Dm0taZ019f0tax0tbH0tbf006f0tbx0tcg0tdo0thW0tSb0th_0tiI01eQ0CKb0tia
0tUk0tJQ0tjd0tUz0tVe0tk-0iIy0tVw0tWP0tXH02b0
00Cw0tQF0tix0tQb0tQs0tT80tTd0tki0tUK0UdH0tEW0tlE0tYt00Dm0taZ019f0tax0tbH0tbf006f0tbx0tcg0tdo0thW0tSb0th_0tiI01eQ0CKb0tia
05Yj0tOp0tlu0tQ20ZCw
0tmA02b0
00Cw05hg0tlc0tmb00Dm019f01eQ0CKb02b0
00Cw05hg0tlc0tmb00Dm019f006f01eQ0CKb02b0
00Cw0c4Q00Dm0tm_0tnE0Dat
00Cw0c4Q00Dm006f0tm_0tnE0Dat
0tnt0jAc02b0
0toI
053C019f0X72
0tnO0tnf0toY00Dm0tou0tpB05pD0tpQ0tpw0VCQ
0tq50tqP
0tnO0tnf0toY00Dm0tou0tpB05pD0tqs006f0tpQ0tpw0VCQ
01e10trS
0tsM
0tsz05t7
05ms00Dm0trd0tru09770tsU05pD0ttC05qQ0YBv
05ms00Dm0trd0tru09770tsU05pD006f0ttC05qQ0YBv
05Wm0pPR00Dm00Xa05qQ0YBv
05Wm0pPR00Dm00Xa006f05qQ0YBv
05Wm00Dm019f05pD05qQ0YBv
05Wm00Dm019f05pD006f05qQ0YBv
05qe0ttd018W05Wm00Dm05rG05rc019f05ry
05qe0ttd018W05Wm00Dm05rG05rc019f006f05ry
0tto00Dm05t7
0tto00Dm006f05t7
00Cw05sJ05sb0tuH05Wm00Dm0IbY05ss05t701eQ0CKb
00Cw05sJ05sb0tuH05Wm00Dm0IbY006f05ss05t701eQ0CKb
0tut0tv40b0c0tvJ019f
0tuZ00Dm05t70tvU
0tuZ00Dm006f05t70tvU
00Cw05wo0tvp01K8019f08bM0tv_01eQ0YGm0YBv
00Cw05wo0tvp01K8019f08bM0tv_006f01eQ0YGm0YBv
0bXs0YmZ0twc0tMq
00Cw01K8019f0twH0e7W01eQ0YGm0YBv0twv
00Cw01K8019f0twH0e7W006f01eQ0YGm0YBv0twv
0txK00Cw0txc0txw00Dm0tyH019f01eQ0CKb
0txK00Cw0txc0txw00Dm0tyH019f006f01eQ0CKb
02RK0tzN
0Zn_0t-2
0t-G0t-k02RK
0t_l0u0P0u14
00Cw0txc0tyb0tyz00Dm0tzW0t_C0u1Z
00Cw0txc0tyb0tyz00Dm0tzW006f0t_C0u1Z
0u1y0YYf0u27
0YYf0u3G
0u4Q0u4l
0TAt
0TAt0u6N
0u570u5h0u6x
0u9f0u9-
04hg02RK0KC3
0uAk
0BKE0BR6
01e1
0uCW
0uCo0uDH0uDg
0uBp0uC50uE9
0uH30uHM0uHc
0u2a0u3400Cw0u3R0u430u7s05uH0u8V0u8v0u9G0uAH0uAk0uB60uBR00Dm0uEi0uFB0uFq0uGJ01eQ0CKb0uGd0uHy
0u2a0u3400Cw0u3R0u430u7s05uH0u8V0u8v0u9G0uAH0uAk0uB60uBR00Dm0uEi0uFB0uFq006f0uGJ01eQ0CKb0uGd0uHy
0uIR
0uIm00Cw0uJK01K8019f01eQ0YGm
0uIm00Cw0uJK01K8019f006f01eQ0YGm
0g8N0rnO
0r-j019f0VJY
0cAx019f
0uKN0uKj0uL40uLf
0uMM0uMp
06j40uNM
00Cw0CFi0uJf00Dm0uJx00Xa02Rk05xJ0uL_0uNi01GE0Hdv01eQ0CKb0YBv
00Cw0CFi0uJf00Dm0uJx00Xa02Rk05xJ006f0uL_0uNi01GE0Hdv01eQ0CKb0YBv
01JK02b0
0uOA0KDy056s02b0
0uPZ0uPl0uQ1019f0Rme0uQL0VJY0uQg006f00C60uQs0pbT0abV
0uPZ0Fcu0uQg05bR
0uRX0uPl0uQ1019f056s00C60uRk0pbT
0uRN0uS7
0uSO
0uTT
0uT70uRN0uTh
0uR40uSk019f0uUB0uUY
0uVB0uVO
0uVb0uVw0uW5
0uVb0uW50uWr
0uWS0uX60uXN
0uXj0e7W
0uYW0uYi
0uYu0uZ80uZI
0uYu0uZI0uZu
0uZa0ua40uaG
0uab0ua-
0omq05Wm019f
00Cw0uOb0uP000Dm019f0uPI0YHU0uUv01eQ0CKb0uYB0ubE0ubY
00Cw0uOb0uP000Dm019f0uPI006f0YHU0uUv01eQ0CKb0uYB0ubE0ubY
0ubq019f
0uPZ0uRX0uPl0uQ1019f0Rme0uQL0ub-0uch0VJY0uQg006f00C60uQs0pbT0abV
0ud00uSk019f0uUB0uUY
00Cw0uOb0uP000Dm019f0uPI006f0YHU0udJ01eQ0CKb0uYB0ubE0ubY
05Wm0udb019f0udi0bQ20udv02RK
0ued0ueu
0ugX0ugu0uhI0uhh
00Cw0uPZ0ue300Dm0uf90ufi02Rk0ugG0uiC01eQ0CKb0abV
00Cw0uPZ0ue300Dm0uf90ufi02Rk0ugG006f0uiC01eQ0CKb0abV
0uip0uj7
0uk10ukE
00Cw0uiX0ujO0ukU00Dm019f01eQ0CKb0ukn0ul20VCQ
00Cw0uiX0ujO0ukU00Dm019f006f01eQ0CKb0ukn0ul20VCQ
00Cw05wo0tvp00Dm019f0tv_01eQ0CKb
00Cw05wo0tvp00Dm019f0tv_006f01eQ0CKb
00Cw00Dm019f0twH0e7W006q0YBv0ulL
00Cw00Dm019f0twH0e7W006f006q0YBv0ulL
0ojc006q02RK
00Cw0ulp0um200Dm019f0teO03vB01eQ0CKb0umL
00Cw0ulp0um200Dm019f006f0teO03vB01eQ0CKb0umL
0cHc0KbS0unZ
0umf0um_00Cw0un-0uoY00Dm05zs0uoz0upU0upr01eQ0CKb
0umf0um_00Cw0un-0uoY00Dm05zs0uoz006f0upU0upr01eQ0CKb
00Dm0X_U0uqJ0X_z0uqj
00Dm0X_U0uqJ0X_z006f0uqj
0url0uru0YHU0B-f
0uqz0urQ0us602b0
00Dm0X_U0usW0uss
00Dm0X_U006f0usW0uss
0ut000Dm0utN0uth0ugG0e7W05_y
0ut000Dm0utN0uth0ugG0e7W006f05_y
0uu0
0uuv
0uvd
0uuH0sr60uv70et90uvr
0uwF006f05_y
0uwh0uPZ0uwq0ux20uxF
0uxU06QC0uxj006f0uyA0uyM0uyc05_y
0u-y0u_F0fSf0bvc0u_X
0v4o0v4z
0v6u0v790v7M
0uz60uzW0uzv0u-Y0u_s0v0N0v0n06QP0v140v1T0v2F0v2h01K80v340v3Q00Xa0v3h04XR0v3x0v4T0v5R0v5x0v6M0v7e05_y0v86
0uz60uzW0uzv0u-Y0u_s0v0N0v0n06QP0v140v1T0v2F0v2h01K80v340v3Q00Xa0v3h04XR0v3x0v4T0v5R0v5x006f0v6M0v7e05_y0v86
0v8S0v8n
00Dm04mR019f0v8_0v9J05_y
00Dm04mR019f006f0v8_0v9J05_y
0v9f0v9v
0vA30vAR0vAo
0vBW0vBj0vBu
0vC50vCT0vCb0vCx0vDN0vDZ
0vBC0vDn
0v9f
0vF20vFM
0vGV0vGv
0vEI0cHc0vFe00Dm0vHJ05_y
0vBC0vHy
0vIT0cHc0vFe00Dm006f0vHJ05_y
0e0T0vJD018W0vJX0YYf0vJ-00Dm05rG0vKM0vKe0vKz0vLA006q0vLZ0vLg05_y0FOQ0vM1
0e0T0vJD018W0vJX0YYf0vJ-00Dm05rG0vKM0vKe0vKz0vLA006f006q0vLZ0vLg05_y0FOQ0vM1
05Wm00Dm019f0vML00C605_y
05Wm00Dm019f0vML006f00C605_y
0F2X00Dm05_y0FOQ
0F2X00Dm006f05_y0FOQ
019f0B6T
0vMZ
0vO70vOO0vOf
0vNd0vOu
0vRA0vRk
0vSu0vTD0vTc0vTy0vUM
0vV40vVF
0kHd0vXL
0vWy0vXd0vY70vYP0vYt0rnO0vZG0vZd0vZy0vaI0vaX0vaw0vbY0vbq
0vd50vdN0vdm0ve50veO0veh0vf0
0vg_0vhC
0vi20viG
0vg10vgO0vgq019f0vhP0c2V0viU
0vjR
0vkp0vl20vlK
0vnB
0voe
0voz0vpi
0vrF
0vs50vsT0vsl0vt90vtR0vtr
0vul0vv3
0vN20vPS0vQ100Cw0vQM018W064v0vQp0vSN06790vUa0vVQ0vV-0vWT07KV069800Dm0vcM05rG0vcm019f0vfb0vj70vjw0vkL0vlZ0vm10vmU01eQ0CKb0vnz0vq60vqa0vqt0vrY0vu50vvO
0vN20vPS0vQ100Cw0vQM018W064v0vQp0vSN06790vUa0vVQ0vV-0vWT07KV069800Dm0vcM05rG0vcm019f0vfb006f0vj70vjw0vkL0vlZ0vm10vmU01eQ0CKb0vnz0vq60vqa0vqt0vrY0vu50vvO
0uz60uzW0uzv0u-Y0u_s0v0N0v0n06QP0v140v1T0v2F0v2h0vvy01K80v340v3Q019f0v3x0v4T0v5R0v5x0v6M0v7e05_y0v86
0uz60uzW0uzv0u-Y0u_s0v0N0v0n06QP0v140v1T0v2F0v2h0vvy01K80v340v3Q019f0v3x0v4T0v5R0v5x006f0v6M0v7e05_y0v86
0Gnt0Z4w0vwF0vwg0vx905eP00Dm0vxi073Y05_y01dk
0Gnt0Z4w0vwF0vwg0vx905eP00Dm0vxi006f073Y05_y01dk
0cHc018W0vy60vyD00Dm0vyS0vyg05rG05_y
0cHc018W0vy60vyD00Dm0vyS0vyg05rG006f05_y
0vyt0vzH0dAV0im00vzb0v-0
0v-90v-c0v-r0v_90v_J
0rnO0w0K0im0
0bXs0Bze
00Cw0p3r00Dm0v_Y0p200KHk0w00019f0w0b01eQ0CKb0YBv0w140w1L0w1j0w22
00Cw0p3r00Dm0v_Y0p200KHk0w00019f0w0b006f01eQ0CKb0YBv0w140w1L0w1j0w22
0im00v_J
0w2n0im00v_J
0w2P0v-90v-c0w310w3N0w3l
00Cw0p3r00Dm0w490p200w00019f01eQ0CKb0YBv0w140w1L0w1j0w22
00Cw0p3r00Dm0w490p200w00019f006f01eQ0CKb0YBv0w140w1L0w1j0w22
01K80w4d0w530fzu0YFj
01K80w4d0w53006f0fzu0YFj
0w7X0w7o019f
0w990w9L
0beF0w9Y
0w5f0w6C01K80w6n0w7C0w8306fu0w8V0w8w0w9z
0w5f0w6C01K80w6n0w7C0w83006f06fu0w8V0w8w0w9z
0Mjh00Cw00Dm0Unr01eQ0CKb
0Mjh00Cw0wAT00Dm006f01eQ0CKb
0bsJ
0wC30wCT04kx0wCx
0wDQ0wDt0wE9
0wEw0wBa0wFA
0wEO0VJY0wFQ0S9j
00Cw05Wm0wAt00Dm0wBG0wBa019f0mM20wD80wFr01eQ0CKb
00Cw05Wm0wAt00Dm0wBG0wBa019f006f0mM20wD80wFr01eQ0CKb
0wG80SgC0wGO
0SgC0wGO0YHU
0wGa00Cw00Dm019f0wHB01eQ0CKb
0wGa00Cw00Dm019f0wHB006f01eQ0CKb
0wI8
0wJX
0wHt0wIR0wJ00wJj0wI8
05Wm0wKy0hqV
0wKb0wLJ
00Dm01e10wK90wLt0YHU
00Dm01e10wK90wLt006f0YHU
00Dm0wMI019f
00Dm0wMI019f006f
0wNG0wNY
00Cw0wMW0wMs00Dm0wNr019f0wOI0wOZ
00Cw0wMW0wMs00Dm0wNr019f006f0wOI0wOZ
0wP8
00Dm01e10hsr0ht70wOs0wPU0wQ7
00Dm01e1006f0hsr0ht70wOs0wPU0wQ7
00Cw0wMW0wMs0wQO00Dm0wNr019f0wOI0wOZ0YBv
00Cw0wMW0wMs0wQO00Dm0wNr019f006f0wOI0wOZ0YBv
00Cw0wQk05Wm0wQO00Dm0wBG0wBa019f0wDt0wE90wRE0wRZ0wRy0wSD0YBv0wSW
00Cw0wQk05Wm0wQO00Dm0wBG0wBa019f0wDt0wE9006f0wRE0wRZ0wRy0wSD0YBv0wSW
00Cw05Wm0wQO00Dm0wBG0qyq0wBa019f0wRE0wRZ0wRy0wSD0YBv0wSW
00Cw05Wm0wQO00Dm0wBG0qyq0wBa019f006f0wRE0wRZ0wRy0wSD0YBv0wSW
00Cw05Wm0wQO00Dm0wBG0wBa019f0wRE0wRZ0wSo0wRy0wSD0YBv
00Cw05Wm0wQO00Dm0wBG0wBa019f006f0wRE0wRZ0wSo0wRy0wSD0YBv
0wTc0wUE
0wUY
019f0wVu0wWA0wWQ
00Cw0wT50wTI0wUx00Dm0wVQ0wWj0wX40wXL0Mt90wXk0wXz
00Cw0wT50wTI0wUx00Dm0wVQ0wWj006f0wX40wXL0Mt90wXk0wXz
01K800Xa0wYF
01K800Xa006f0wYF
00Cw0wYh0wY-0wZA05Wm0wZQ00Dm06YH019f01eQ0CKb02RK
00Cw0wYh0wY-0wZA05Wm0wZQ00Dm06YH019f006f01eQ0CKb02RK
00Cw0wZc0wY-0wZA05Wm0wZQ00Dm06YH019f01eQ0CKb
00Cw0wZc0wY-0wZA05Wm0wZQ00Dm06YH019f006f01eQ0CKb
0wa70waG
0wa00waR0wam
00Cw0wb705Wm06ks00Dm06YH019f01eQ0CKb0wbQ
00Cw0wb705Wm06ks00Dm06YH019f006f01eQ0CKb0wbQ
00Cw0wbd0wcB0wce02Nr0wd00wdG00Dm0wdd0we30weS0wek0wfG03Rd006q01eQ0CKb0YGz
00Cw0wbd0wcB0wce02Nr0wd00wdG00Dm0wdd0we30weS0wek0wfG006f03Rd006q01eQ0CKb0YGz
0t4G
0GkL
0wgm0Glb
0wh30BGY0whX
0cAx0d4x0wiZ
0wfg0wgE0whx0wj10wjN
0CFi00Dm06YH06fu0wjd
0CFi00Dm06YH006f06fu0wjd
02Qk02U7
00Cw0YDX05Wm00Dm002G0DuI0wk201eQ0CKb0sbP0YBv02b0
00Cw0YDX05Wm00Dm002G0DuI006f0wk201eQ0CKb0sbP0YBv02b0
0wkH06YH0wka006f
0wlW0wlx0wmR
00Cw05Wm0wkt00Dm06YH0wlG019f0wml0wnI0wnU0Wr601eQ0CKb
00Cw05Wm0wkt00Dm06YH0wlG019f0wml0wnI0wnU006f0Wr601eQ0CKb
0YBB
0wkH0woA
0wkH0Dai
0wnq0woM0woi0wp2
00Cw05Wm00Dm06YH019f0wpN0wpu01eQ0CKb
00Cw05Wm00Dm06YH019f0wpN0wpu006f01eQ0CKb
0wqf0wqq
0wqf0wrZ0B6T0wri0woA0wrv
00Cw0wqC0g0y00Dm06YH0wr3019f0ws706yA01eQ0CKb
0wsU
0wqf0wqq0wsl
00Cw0wqC0g0y00Dm06YH0wtI019f0ws7006f06yA01eQ0CKb
00Cw05Wm00Dm06YH019f06tk0wto0wu201eQ0CKb
00Cw05Wm00Dm06YH019f06tk0wto006f0wu201eQ0CKb
0wv50emq0en20wvE
0wvx0wwS0wwh0wx0
00Cw0wuP0wul00Dm0wvX06YH019f0vKz0wxE0wxd0wxz01eQ0CKb04bx
00Cw0wuP0wul00Dm0wvX06YH019f0vKz0wxE006f0wxd0wxz01eQ0CKb04bx
00Cw06v706-r00Dm06YH06_C019f0wyM01eQ0CKb
00Cw06v706-r00Dm06YH06_C019f0wyM006f01eQ0CKb
00Cw01K8019f
0wyf0wz00wzN0wzj0w-5
0w-R00Dm06YH
0w-R00Dm06YH006f
00Cw0ttd06_q00Dm06YH0p2004-g019f01GE01eQ0CKb0YGz0w-x
00Cw0ttd06_q00Dm06YH0p2004-g019f006f01GE01eQ0CKb0YGz0w-x
00Cw0w_C0w_Z0w_t0x0F006f01eQ0YGm070-0YBv
00Cw0x0Z00Dm0x0v070-0YBv
00Cw0x0Z00Dm0x0v006f070-0YBv
00Cw0x1D00Dm0x1Y0x1-01eQ0CKb0YBv0abV
00Cw0x1D00Dm0x1Y0x1-006f01eQ0CKb0YBv0abV
00Cw0x1D00Dm0x1Y0x1-006f0x2F01eQ0CKb0YBv0abV
01K80w4d006q
01K80x2b0x3C
0x3e0x4100Cw0if705fM00Dm0x4W072-0x4w0iew0x5F0igI01eQ0CKb0oZ-
0x3e0x4100Cw0if705fM00Dm0x4W072-0x4w0iew0ig50igI01eQ0CKb0oZ-
00Cw0x5S0x5d0Z4w0C1000Dm0x5x01eQ0CKb02b0
00Cw0x5S0x5d0Z4w0C1000Dm0x5x006f01eQ0CKb02b0
0x7N0x7p
0x8Y
0x820x900YF50x9Q
0hsr0xAV
0xAk
0xBa0xBt
0xA60YF50xB70xB_
0xCj0xCv0xDL0xDd
0xET
0xDu0x820YF50xB70xEc0xE-0xFb0Wr6
00Cw0x690x6Y0x6y01QU00Dm0xCO0xGB01eQ0CKb
00Cw0x690x6Y0x6y01QU00Dm0xCO006f0xGB01eQ0CKb
0xHN0xHa0xHn0xH-0xIB0TMr0xIJ0xIT0xIi03CS
0xGh0xGz0xIu0e0T0xJC0xJe0xJs0xKG0xKX01QU0xKw0emq0xLB0xLS00Dm0en20xLn0xMD0xMS0xMp0xN80xNY0xNo
0xGh0xGz0xIu0e0T0xJC0xJe0xJs0xKG0xKX01QU0xKw0emq0xLB0xLS00Dm0en20xLn0xMD0xMS0xMp0xN80xNY006f0xNo
00Cw0xOF0g0y00Dm019f01eQ0CKb
00Cw0xOF0g0y00Dm019f006f01eQ0CKb
0g8i02RK
05Yj0xOn
0xOT0xP1
0xPV
0RSG
0xQE
0xP-00Cw004h0xQg01K8007K
0xP-00Cw004h0xQg01K8006f007K
00Cw0g290RSG00Dm0V4F01eQ0CKb
00Cw0g290RSG00Dm006f0V4F01eQ0CKb
05Yj0xRZ0xRq0xRz
0xQv0xRF0xSO
05Yj0908
0xTS
0xUH
00Cw0xSk004h01K80xTo0xUT00Xa007K
00Cw0xV40g29004h0RSG0xVJ0g3P01K801eQ0YGm0YSR007K
00Cw0xV40g29004h0RSG0xVJ0g3P01K8006f01eQ0YGm0YSR007K
05Wm00Dm019f01eQ0CKb
05Wm00Dm019f006f01eQ0CKb
09080xVX
0xVn01JK
01JK0xVX
09080xWt0ipT
0xX401JK019f
00Dm0xW40xWU07550xXJ
00Dm0xW40xWU07550xXJ006f
0xXl00Cw00Dm0rZ501e10xY20xYS0xYq01eQ0CKb0YSR0eSI
0xXl00Cw00Dm0rZ501e10xY2006f0xYS0xYq01eQ0CKb0YSR0eSI
0xa0
0xZ40xZJ00Cw0cFg0xZY0xZl00Dm0xa90xad01eQ0CKb0xau
0xZ40xZJ00Cw0cFg0xZY0xZl00Dm006f0xa90xad01eQ0CKb0xau
0xbJ0xbh
0xa_00Cw0xbv0xcG0xcd00Dm0xd60xdV01eQ0CKb0xau
0xa_00Cw0xbv0xcG0xcd00Dm0xd6006f0xdV01eQ0CKb0xau
00Cw03EU0xdl00Dm0xbJ0xad01eQ0CKb0xau
00Cw03EU0xdl00Dm006f0xbJ0xad01eQ0CKb0xau
05bR
0xeR
053C0xeR0cG10F1y
0xer0xf5
00Cw03EU0xe500Dm0xfL0xbJ0xfg0xad01eQ0CKb0xau
00Cw03EU0xe500Dm0xfL006f0xbJ0xfg0xad01eQ0CKb0xau
0xg9
00Cw03EU0xdl00Dm0xgP0xbJ0xad01eQ0CKb0xau
00Cw03EU0xdl00Dm0xgP006f0xbJ0xad01eQ0CKb0xau
00Cw03EU053C0xdl00Dm0cG10xbJ0xad01eQ0CKb0xau0F1y
00Cw03EU053C0xdl00Dm0cG1006f0xbJ0xad01eQ0CKb0xau0F1y
0e160dsm
0xjt0xkK
0xZJ00Cw0xgk0xh500Dm0xhJ0xhc0xi00xiM0xip0xj90xjX0xkd0xl50xlR0xdV01eQ0CKb0xau
0xZJ00Cw0xgk0xh500Dm0xhJ0xhc0xi00xiM0xip0xj90xjX0xkd006f0xl50xlR0xdV01eQ0CKb0xau
0xZJ
00Cw00Dm0xlg0xm40xmV0xmo01eQ0CKb0xau
00Cw00Dm0xlg0xm4006f0xmV0xmo01eQ0CKb0xau
0xn20xZJ00Cw0cAx00Dm0xnG0xnV0xmV0xnr0lfP0xad01eQ0CKb0xau
0xn20xo400Cw0cAx00Dm006f0xnG0xnV0xmV0xnr0lfP0xad01eQ0CKb0xau
0xoa
0xo400Cw00Dm0xoJ0xo-0xpK0xmo01eQ0CKb0xau
0xo400Cw00Dm006f0xoJ0xo-0xpK0xmo01eQ0CKb0xau
0xZJ00Cw00Db00Dm0xlg0cG10xmV0xmo01eQ0CKb0xau0F1y
0xZJ00Cw00Db00Dm0xlg0cG1006f0xmV0xmo01eQ0CKb0xau0F1y
0xqX0KC3
0xrQ0xrZ0xrt0xr-0xsB0xsK0xsZ0xsr0xtA0xta0xtu0xuR0xui0xuz0xv4
0dJc
0xx00xxK0xxe0xy0
0xoa0xoJ0xdV
0xwX0xwm0xyL0xyo0xzD
00Cw0xpf0xq50xqm00Dm0xr501e10xvJ0xvd0xvy01eQ0CKb0xwJ0xzb0YSR
00Cw0xpf0xq50xqm00Dm0xr501e10xvJ006f0xvd0xvy01eQ0CKb0xwJ0xzb0YSR
0dJc0Wr6
00Cw0xpf0xq50xqm00Dm0xr501e10xvJ006f0x-40xvy01eQ0CKb0xwJ0xzb0YSR
0fSu0c2V0x-k0x_1
004h05VR05Wm0x-P0x_I019f0x_d0y040YSR
004h05VR05Wm0x-P0x_I019f0x_d006f0y040YSR
04t30y0f
00Cw05Wm0y0G01K80byB019f078Y0y0y0y1K01eQ0YGm0YGz
00Cw05Wm0y0G0y1h01K80byB019f078Y006f0y1-0y0y0y1K01eQ0YGm0YGz
00Cw05Wm0y0G0y1h01K80byB019f078Y006f078m0y1-0y0y0y1K01eQ0YGm0YGz
0y3a0y3q0y480y4Q0y4n0y5A
00ze0y6o00wD01Lo
0y2E0y2b0y2u004h05VR05Wm0x-P0y3H01K80y5M019f0y5k0y640y6Q0y6z0YBv0y7R
0y2E0y2b0y2u004h05VR05Wm0x-P0y3H01K80y5M019f0y5k0y640y6Q0y6z006f0YBv0y7R
079T0y7q0y880y8a0y8-0y9N
079T0y7q0y880y8a0y8-006f0y9N
079T0y7q0y880y9m0y8a0y8-006f0y9N
0N2D0yA6004h05VR0UdH0x-P0yAS01K8019f0y64007K0y7R
0N2D0yA6004h05VR0UdH0x-P0yAS01K8019f0y64006f007K0y7R
00ze0yB0
0yBR
004h05VR05Wm0x-P0yBB0yBb019f0yBq0yC80x_d0y040Wr60YSR
004h05VR05Wm0x-P0yBB0yBb019f0yBq0yC80x_d006f0y040Wr60YSR
05Wm0x-P01K8019f0x_d03vB
05Wm0x-P01K8019f0x_d006f03vB
0yDo0yE1
004h05VR0yCT0yCo01K80yD9019f0yDT03vB0yEA0YSR
004h05VR0yCT0yCo01K80yD9019f006f0yDT03vB0yEA0YSR
0yEY
0yHY
0yEY0yJZ
0yF00yFa0yF_0yGR0yGt0yHq0yIO0yIo0yJB0yJu0yKb0yLI0yLt0yMO
0yNm0yON0yOo
0yPX
0yQ40yEY
0yQJ0yQl0yR6
0yRj0ySD
0yPC0yPr0yRS0ySW
004h05VR0yMm0x-P0yN00yNL0yNa0sRu0ySk006f
004h05VR05Wm0x-P0yT10y3H01K8077v019f0yTP0y1K0YGz
004h05VR05Wm0x-P0yT10y3H01K8077v019f0yTP006f0y1K0YGz
06vb06vo0F2t
0yTh0yTs
0yU10x-P01K80Wr60YFj00Jr0yUH0yUa
0yU10x-P01K8006f0Wr60YFj00Jr0yUH0yUa
0A8u0D9D01LB01m4
0YYf
00Cw0yUo0DA30yV90BKE0DAM05Wm0M9K00Dm0yVj0Evk0yW40yWI0yWi01470yX50egr0yXR0yX-01eQ0CKb0YBv
00Cw0yUo0DA30yV90BKE0DAM05Wm0M9K00Dm0yVj0Evk0yW40yWI0yWi0147006f0yX50egr0yXR0yX-01eQ0CKb0YBv
05Wm00Dm019f0yYK
05Wm00Dm019f0yYK006f
05Wm00Dm019f0YmZ00kb
05Wm00Dm019f006f0YmZ00kb
079r07AA0f7507Aw0yYe07Bt07C100Dm05bt07Ct01470yZA0yZU07Dn006q07EJ01eQ0CKb0YSR00kb
079r07AA0f7507Aw0yYe07Bt07C100Dm05bt07Ct0147006f0yZA0yZU07Dn006q07EJ01eQ0CKb0YSR00kb
00Cw0yZl0YYf0S8X00Dm00hb0Y_s0ya20yaF07Ez01eQ0CKb0YBv
00Cw0yZl0YYf0S8X00Dm00hb0Y_s006f0ya20yaF07Ez01eQ0CKb0YBv
0A8u02TV01m4
0yuW0yum0yvS0yvz0ywN
0cAx0cYw0yxQ0yxi0yxz
07FC0yaU0yaq0ybJ00Cw0ybe0Mx90yc60ycY0ycq0yd60yda0ydx0yeI0yeh0yfA0yfd0yg20ygE0ygd0yg_0yhR053C0yho0yiC0yiV0yil0yj70yjK07KV0yju0yk308ZH0ykW0ykv04_m0ylM00Dm0ylz0ymC0ymY0ymq0IbY0ymz0SCE0ynN0yVj0ynn07LG0yoG0yoo0ypB0ypY0rcZ0ypw0yqN0yqe0yWi0vKz0yq-0yrF0yrc0ys60ysg00yy0ytK0yth0yty0yu907Pd0ywr0yyM0yyi0yz3006q0yzR0yzm0SDg01eQ0CKb0YBv0ruH0y-70y-X0y-k
07FC0yaU0yaq0ybJ00Cw0ybe0Mx90yc60ycY0ycq0yd60yda0ydx0yeI0yeh0yfA0yfd0yg20ygE0ygd0yg_0yhR053C0yho0yiC0yiV0yil0yj70yjK07KV0yju0yk308ZH0ykW0ykv04_m0ylM00Dm0ylz0ymC0ymY0ymq0IbY0ymz0SCE0ynN0yVj0ynn07LG0yoG0yoo0ypB0ypY0rcZ0ypw0yqN0yqe0yWi0vKz0yq-0yrF0yrc0ys60ysg00yy0ytK006f0yth0yty0yu907Pd0ywr0yyM0yyi0yz3006q0yzR0yzm0SDg01eQ0CKb0YBv0ruH0y-70y-X0y-k
07FC0yaU0yaq0ybJ00Cw0ybe0Mx90yc60ycY0ycq0yd60yda0ydx0yeI0yeh0yfA0yfd0yg20ygE0ygd0yg_0yhR053C0yho0yiC0yiV0yil0yj70yjK07KV0yju0yk308ZH0ykW0ykv04_m0ylM00Dm0ylz0ymC0ymY0ymq0IbY0ymz0SCE0ynN0yVj0ynn07LG0yoG0yoo0ypB0ypY0rcZ0ypw0yqN0yqe0yWi0vKz0yq-0yrF0yrc0ys60ysg00yy0ytK006f0yth0yty0yu907Pd0ywr0yyM0yyi0yz3006q0yzR0yzm0SDg01eQ0CKb0YBv0ruH07R00y-70y-X0y-k
07FC0yaU0yaq0ybJ00Cw0ybe0Mx90yc60ycY0ycq0yd60yda0ydx0yeI0yeh0yfA0yfd0yg20ygE0ygd0yg_0yhR053C0yho0yiC0yiV0yil0yj70yjK07KV0yju0yk308ZH0ykW0ykv04_m0ylM00Dm0ylz0ymC0ymY0ymq0IbY0ymz0SCE0ynN0yVj0ynn07LG0yoG0yoo0ypB0ypY0rcZ0ypw0yqN0yqe0yWi0vKz0yq-0yrF0yrc0ys60ysg00yy0ytK006f0yth0yty0yu907Pd0ywr0yyM0yyi0yz3006q0yzR0yzm0SDg01eQ0CKb0YBv0ruH07R00y-70y-X0y-k0y_A
00Dm0IbY0y_d0rrV0y_v0YGz
00Dm0IbY0y_d006f0rrV0y_v0YGz
0z0J0z0j00Dm0YHU0YGz
0z0J0z0j00Dm006f0YHU0YGz
0z1a0z260z2L0ZHB05bR0z2k
00Cw0z0z00Dm0z1C00hb0Y_s0z3H0z3X0j5a01eQ0CKb0bFp
00Cw0z0z00Dm0z1C00hb0Y_s0z3H0z3X006f0j5a01eQ0CKb0bFp
0z47019f0B-f
00Cw05Wm0z3z00Dm00hb0Y_s0z4N0j5a01eQ0CKb
00Cw05Wm0z3z00Dm00hb0Y_s0z4N006f0j5a01eQ0CKb
0z4g0z4v05Wm0z5N0z5Z0nMW
00Cw0z5n0z6207KV0z6J00Dm0z6a019f0z6y0YHU01eQ0CKb0YBv0y-k0z7B
00Cw0z7U0z620z7i07KV0z6J00Dm0z6a019f006f0z6y0YHU01eQ0CKb0YBv0y-k0z7B
00Cw0z7U0z620z7i07KV0z840z6J00Dm0z6a019f006f0z6y0YHU01eQ0CKb0z8U0YBv0y-k0z7B
0z910z9U0z9i0zA70zAd
00Cw0zB30zBc00Dm00Xa0YFj
00Cw0zB30zBc00Dm00Xa006f0YFj
00Cw0zBt0zBc07KV00Dm04-S01eQ0CKb0zCH0YBv00kb0y-k0z7B
00Cw0zBt0zBc07KV00Dm04-S006f01eQ0CKb0zCH0YBv00kb0y-k0z7B
07AX07WZ0zBc07KV00Dm01470zCW0zCp0zD10zDM00Jr
07AX07WZ0zBc07KV00Dm01470zCW006f0zCp0zD10zDM00Jr
079r07Fr0z0J07Wz0zDi07Xg07Bt07C100Dm07Kh05bt07Ct07Xt01470yZA0yZU07Yj07ZE006q07QC01eQ0CKb0YSR00kb
079r07Fr0z0J07Wz0zDi07Xg07Bt07C100Dm07Kh05bt07Ct07Xt0147006f0yZA0yZU07Yj07ZE006q07QC01eQ0CKb0YSR00kb
079r07Fr0zE607Wz0zEJ07Xg07Bt07C100Dm07Kh0rnO07Ct0yqe01470zEf0yZA0yZU0zEw07ZE07QC01eQ0CKb0zFR0zF-0YSR00kb
079r07Fr0zE607Wz0zEJ07Xg07Bt07C100Dm07Kh0rnO07Ct0yqe01470zEf006f0yZA0yZU0zEw07ZE07QC01eQ0CKb0zFR0zF-0YSR00kb
00Cw05Wm00Dm00hb0Y_s0YmZ07ZV01eQ0CKb00kb
00Cw05Wm00Dm00hb0Y_s006f0YmZ07ZV01eQ0CKb00kb
0KGt0zGv0zH70zHK0zHX0zHk0drY0zI10zIC
00Cw0zGV0zIN00Dm0zId01Co0zIu01eQ0CKb00kb
00Cw0zGV0zIN00Dm0zId01Co006f0zIu01eQ0CKb00kb
0TU60TUJ0AJI0TUc0AKH09Yv0TU_0AKU0AKl09Rk0MDV0ALF
00Cw0zJ700Dm01Co0zJX0zJs01eQ0CKb0YFj00kb
00Cw0zJ700Dm01Co0zJX006f0zJs01eQ0CKb0YFj00kb
0zK501Kz0AbE0zKK0zKe00vN0BfT0zKx0AbQ
00Cw00M90zL200Dm0zLI00Xa0zLZ01Co0zLo01eQ0CKb0JRa
00Cw00M90zL200Dm0zLI00Xa0zLZ01Co006f0zLo01eQ0CKb0JRa
00Cw0zMC0zMl09870zN40YtQ0zNI0VqD0zNY0zOH0zP30g3P00Dm0VsC0VsW0zPU0zPj0zQG091R01Co0zQh01eQ0CKb0YGz00kb
00Cw0zMC0zMl09870zN40YtQ0zNI0VqD0zNY0zOH0zP30g3P00Dm0VsC0VsW0zPU0zPj0zQG091R01Co0zQh006f01eQ0CKb0YGz00kb
00Cw0zRJ0zN40zRt0zSH0zSh0zT80zTR0zTp0zU90zUo0g3P00Dm0WCW0WCq0VsC0zVA0zVp0zW80WDU01Co01eQ0CKb
00Cw0zRJ0zN40zRt0zSH0zSh0zT80zTR0zTp0zU90zUo0g3P00Dm0WCW0WCq0VsC0zVA0zVp0zW80WDU01Co006f01eQ0CKb
00Cw04_X0zWV00Dm0WFw0zWs0WGu0zXE0Mxu01eQ0CKb
00Cw04_X0zWV00Dm0WFw0zWs0WGu0zXE0Mxu006f01eQ0CKb
02Nr0zXT00Dm01eQ0CKb
02Nr0zXT00Dm006f01eQ0CKb
0lKz00Dm
0lKz00Dm006f
0Mjh0zXg0zX-0zYS0YAw0lKz00Dm0zYl0vV4006q0zY_0zZF
0Mjh0zXg0zX-0zYS0YAw0lKz00Dm0zYl0vV4006f006q0zY_0zZF
0Mjh00Dm
0Mjh00Dm006f
0zZe0lKz00Dm
0zZe0lKz00Dm006f
0zaL0KBt0KC3
00Cw05Wm00Dm0zZt019f0za60zaY01eQ0CKb00Jr
00Cw05Wm00Dm0zZt019f0za6006f0zaY01eQ0CKb00Jr
00Cw05Wm0zap00Dm019f0zbP0zbi01eQ0CKb
00Cw05Wm0zap00Dm019f0zbP0zbi006f01eQ0CKb
00Cw05Wm0zc00zcR0zcm0zd600Dm019f0za601eQ0CKb02RK0zdV0zdu0zeB0zeV
00Cw05Wm0zc00zcR0zcm0zd600Dm019f0za6006f01eQ0CKb02RK0zdV0zdu0zeB0zeV
00Cw0zes00Dm019f01eQ0CKb
00Cw0zes00Dm019f006f01eQ0CKb
0bXs0YmZ0tMq
00Cw05Wm00Dm019f01eQ0CKb0zfL
00Cw05Wm00Dm019f006f01eQ0CKb0zfL
00Cw0X0L0zfi00Dm0Mgw019f0za602b00VCQ
00Cw0X0L0zfi00Dm0Mgw019f0za6006f02b00VCQ
0zfy00Cw004h05Wm0g8i0sjO019f006f01eQ0YGm007K
0fzu
0zgE
0zgn01K8
0zgn01K8006f
0zh80zhQ
0hJq
0zhf01K80zhw
0zhf01K8006f0zhw
0zi7
0zil0zj3
0ziN01K80zjI02b0
0ziN01K8006f0zjI02b0
0IbY0zjW04t3
0zjW
01K80zjo0zkM0zks
01K80zjo0zkM0zks006f
07fn0zlA00Dm0zlM
07fn0zlA00Dm006f0zlM
02gJ0zls0zm60zmR0YmZ0tMq
02gJ0YmZ0tMq
07dq0zli0zmm05Wm0znD07g10zns0zo200Dm019f0cG105RI0zoG0zoV01eQ0CKb0YBv02RK0zoe
07dq0zli0zmm05Wm0znD07g10zns0zo200Dm019f0cG1006f05RI0zoG0zoV01eQ0CKb0YBv02RK0zoe
07dq0zli0zmm05Wm0znD07g10zns0zp10zo200Dm019f0cG1006f05RI0zoG0zoV01eQ0CKb0YBv02RK0zoe
0zpX0zpi05Wm07fn006f0YGz0zpv
0zpX0zpi05Wm
07fn0zqj006f0YFj0zpv
07fn00Dm0jbJ
07fn00Dm0jbJ006f
0zq_07fn0zrQ00Dm0zrh0zrw0zsC0zsV0zsn0YFj0zt3
0zq_07fn0zrQ00Dm0zrh0zrw0zsC0zsV006f0zsn0YFj0zt3
0YmZ0tMq
0znD07fn00Dm0YFU01eQ0CKb0YBv0ztO
0znD07fn00Dm006f0YFU01eQ0CKb0YBv0ztO
01JK02RK
07fn00Dm0aaZ0ztn0ztx0zuI0bFp
07fn00Dm0aaZ0ztn006f0ztx0zuI0bFp
00Dm0zub0zul08bM0zuu0zvE0YGz
00Dm0zub0zul08bM0zuu006f0zvE0YGz
0zvb0zw80zwT07fn01K80zx90zlM0zxZ0zxs0zyM0zyf0zyx0zzA0zzW
0zvb0zw80zwT07fn01K80zx9006f0zlM0zxZ0zxs0zyM0zyf0zyx0zzA0zzW
07fn0zzl0xKw01J90YVt0z-5006f0z-E0z-Y0YXH0z-f
0z_00Z_X
0z_m0z_y
0z_B0-0D0EuI
0-0b019f
0-1M0qAF0-1h
0-1-02b0
0-2k0-35
0-4F0Zn_0-4Y0-4q0-51
0z_00-410-5a0-5_0-0D0EuI
0-6l0Zn_0-6u
0-7a0-6l0Zn_0-6u
0-8n0-950-9P
0-410-5C0-6C0-790-7x019f0-8P0-9o0-A90-AP
0-130-2L0-3I0bZ70-3f0Y7K0-Ah0-B0
00Cw0g0y0kw400Dm0-BG03CS01eQ0CKb
0-CG0-Ce0-Cv
0-EZ
0-F6
0-F_0-Gd0-Gy0-HQ0-Hm0-I8
0-4F0Zn_0-4Y0-4q0-IJ0-51
0z_00-410-5a0-5_0-0D0bC90-I_
0-Fc0-410-Id0-JG0-790-7x019f0-8P0-9o0-A90-AP
0-130zE60-Bz0-2L0-DI0-Df0-3I0-Dy0bZ70-3f0wX40Y7K0-EG0-Jp0-B0
00Cw0-Bh0g0y0kw400Dm0-K8006f03CS01eQ0CKb
0-2k0-KZ0-35
0-130zE60-Bz0-2L0-DI0-Df0-L00-Dy0bZ70-3f0wX40Y7K0-EG0-Jp0-B0
00Cw0-Bh0g0y0kw400Dm0-LN006f03CS01eQ0CKb
00nG07kF0-Lo0-M600Dm01eQ0CKb
00nG07kF0-Lo0-M600Dm006f01eQ0CKb
0Z4w0cZs0ZHB0-MT0-Mi
0Z4w0cZs0-NI0ZHB0-Nh0-O10-OC0-MT0-Mi
0Z4w0cZs0ZHB0-Nh0-O10-MT0-Mi
0Z4w0ZHB0-Nh0-O10-MT0-Mi
0-QX0-Qq0-R40Z4w0cZs0ZHB0-MT0-Mi
0-S50Z4w0cZs0ZHB0-Nh0-O10-SJ0-T10-Tf0-UZ0-MT0-Mi
0cZs0ZHB0-Nh0-O10-MT
0Z4w0cZs0-We0ZHB0-MT0-Mi
0-Mv0-OZ0-P10-PV0-Pw0-RI0-Rj0-VN0-Vm0-WD0-Wz
00Cw03EU05Wm0S4e00hb006f0-XQ01eQ0YGm0-Xi
0-YC0-YS0-Yq0-ZI0-Zj
0-b80-bI0-bj0-c70-cY0-d40-dZ0-dr0-eA0-eR0-ez0-fF0-fX0-fo0-g70-gX0-g_0-hL0-hn
0-bI0-bj0-c70-cY0-d40-dZ0-eR0-iL0uuv0-im
0-je0-jw0-k90-kM0-kj0-k_
0-m80-mW0-mx0-nB0-nS0-nq0-o70-od0-ox0-pI0-pc0-q00-qL0-qi0-qz0-rC
0-rt0c4Q0-s90dsm0-sR0-g70-sg
0-tU0clp0-tl0-u20-iL
0-v50-tU0clp0-vO0-vo0-wD0-wX0-wx0-xG0-xS0-xm0-y10-yL0-yd0v-c0-yy0-zE0-zg0--40--V0--t0TmC0-tl0-_C0-_f0_040_0Q0-qi0_0s0_1Q0_1j0_260_2I0-u20-iL0_2c0_2_0_3N
0-Xu0cZs0-a507or07p50bGv0z0z0-ae00Dm0-hw0-jB0i310-lG0vKz0-lj0ZHB0-rP0-t30-ud0_460_4U0sLy0-MT0_510-Mi01eQ0CKb0YGz0nMW
0_5O0_5n0_6B0_6n0_7A0_7U0_7m0_8A0_8U0_8w
0_5n
0-m80_5n0-mW0-mx0-nB0-nS0-nq0-o70-od0-ox0-pI0-pc0-q00-qL0-qi0-qz0-iL0-rC
0-Xu0cZs0-a507or07p50bGv0z0z0-ae00Dm0-hw0-jB0i310-lG0_9D0_9e0vKz0-lj0ZHB0_A40-t30-ud006f0_4U0sLy0-MT0_510-Mi01eQ0CKb0YGz0nMW
0-je0-jw0-k90-kM0-kj0-k_0_AY
0_BK0_Bo0_CF0_Cp0_DK0_Dj0_E40_EL0_Ea0_5n0_En0_FB0_Fo0_G90_Gd0_H80_Hf0_I90_IZ0_I_0_JM0_Jq0_KA0_Ka0_Ky0_LF0_L-0_Md0_N20_NY0_OK0_Oh0_P20_Pc0_Pq0_QI0_Qg
0-Xu0cZs0-a507or07p50bGv0z0z0-ae00Dm0-hw0-jB0i310_At0_9D0_Q-0vKz0-lj0ZHB0_A40-t30-ud006f0_4U0sLy0-MT0_510-Mi01eQ0CKb0YGz0nMW
00Cw0YYf0_RQ00Dm019f0i5L0yaF0gTr01eQ0CKb0YBv
00Cw0YYf0_RQ00Dm019f006f0i5L0yaF0gTr01eQ0CKb0YBv
00Cw0Mx905Wm0i3100hb0yqN0_Rl006f0_S701eQ0YGm0y-k
0_Sx0_TD
0_UL0_Ug0_4U0_V0
00Cw03EU05Wm0_SZ0G1C00hb006f0_TZ0_VT01eQ0YGm0_W60YSR0_Wl
0Mx90_X70IbY0_XR0_Xn0rcZ0_Y708Rj0y-k
00Cw0_Ye00Dm0_Z30_Za0_Zz0ekR0_aH0_ae0_az0_bM01eQ0CKb0_be0YBv
00Cw0_Ye00Dm006f0_Z30_Za0_Zz0ekR0_aH0_ae0_az0_bM01eQ0CKb0_be0YBv
0yaU0yaq0ybJ0_b_0Mx908ZH00Dm0i310rcZ0yqN0_Y70_Rl08Ne0_cU08OY08Oz08PY0_cy01eQ0CKb0YBv0y-k
0_dS0_du0_eF
0yaU0yaq0ybJ0_b_0Mx90_X708ZH00Dm0_eb0i310rcZ0yqN0_Y70_Rl006f08Ne0_cU08OY08Oz08PY0_cy01eQ0CKb0YBv0y-k
00Dm08Qb0_fI08Rj0YmZ01eQ0CKb00kb
00Dm006f08Qb0_fI08Rj0YmZ01eQ0CKb00kb
0_fw0_gH00Dm0_gZ0_gr08TT08Tr0_hH0_hl0_aH0_i6006q0_bM01eQ0CKb0_be
0_fw0_gH00Dm0_gZ006f0_gr08TT08Tr0_hH0_hl0_aH0_i6006q0_bM01eQ0CKb0_be
0-v50_iW0-tU0cAx0-vO0-vo0-wD0-wX0-wx0-xG0-Xu0-xS0-xm0-y10-yL0-yd0v-c0-yy0-zE0-zg0--40_j20_jT0--V0--t0TmC0-tl07or07p50bGv0_kC0Tk60_kZ0-_C0-_f00Dm0_040_0Q0i310-qi0_0s0_1Q0_1j0_260_2I0-u20-ZI0-Mi006q01eQ0CKb0YGz0_2c0_2_0_3N
0-v50_iW0-tU0cAx0-vO0-vo0-wD0-wX0-wx0-xG0-Xu0-xS0-xm0-y10-yL0-yd0v-c0-yy0-zE0-zg0--40_j20_jT0--V0--t0TmC0-tl07or07p50bGv0_kC0Tk60_kZ0-_C0-_f00Dm0_040_0Q0i310-qi0_0s0_1Q0_1j006f0_260_2I0-u20-ZI0-Mi006q01eQ0CKb0YGz0_2c0_2_0_3N
0_pr0_q80_qO0ywN
0yaq0ybJ00Cw0gaW0_ko0_lD0_la0_m20R_y0_mN0ygE0yhR0_mx07KV08W308ZH0ykv0_nV04_m00Dm0IbY0ynn0_ny0_oG0_od07LG0_p50ZHB0_pP0_Y70S3B0_qr0yyi0_rQ0yzR0J4Y01eQ0CKb0YBv0y-k
0bv60bvM
0yaq0ybJ00Cw0gaW0_ko0_lD0_la0_m20R_y0_mN0ygE0yhR0_mx07KV08W308ZH0ykv0_nV04_m00Dm0IbY0ynn0_ny0_oG0_od07LG0_p50yqN0ZHB0_pP0_Y70S3B006f0_qr0_rn0yyi0_rQ0yzR0J4Y01eQ0CKb0YBv0y-k
0ybJ00Cw0ybe0Mx90yda0R_I0yeI0S1I0_sX0_sq07KV08W307C100Dm0ylz0ymC0ymY05bt0ys6014707N-0_Y70_tJ07Ov07EJ01eQ0CKb0YBv0_tb
0ybJ00Cw0ybe0Mx90yda0R_I0yeI0S1I0_sX0_sq07KV08W307C100Dm0ylz0ymC0ymY05bt0ys6014707N-0_Y70_tJ07Ov006f07EJ01eQ0CKb0YBv0_tb
0ybJ00Cw0ybe0Mx90yda0_tl0R_I0yeI0S1I0_sX0_sq07KV08W307C100Dm0ylz0ymC0ymY05bt0ys6014707N-0_Y70_tJ07Ov006f07EJ01eQ0CKb0YBv0_tb
00Cw05Wm0z3z00Dm00hb0Y_s0z4N01eQ0CKb
00Cw05Wm0z3z00Dm00hb0Y_s0z4N006f01eQ0CKb
07AA0f7507Aw0yYe07Bt07C100Dm05bt01470yZU07Dn006q07EJ0YSR00kb
07AA0f7507Aw0yYe07Bt07C100Dm05bt0147006f0yZU07Dn006q07EJ0YSR00kb
00Cw0yZl0YYf0S8X00Dm00hb0Y_s0i5L0yaF07Ez01eQ0CKb0YBv
00Cw0yZl0YYf0S8X00Dm00hb0Y_s006f0i5L0yaF07Ez01eQ0CKb0YBv
00Cw0cZs0yhR0yju08ZH0fbq0_uF0_uk00Dm0_vC006q0_vj0YBv
00Cw0cZs0yhR0yju08ZH0fbq0_uF0_uk00Dm006f0_vC006q0_vj0YBv
00Cw05Wm00Dm00hb0Y_s0YmZ01eQ0CKb
00Cw05Wm00Dm00hb0Y_s006f0YmZ07ZV01eQ0CKb
0_w30_wM00Cw0c4Q0yc607KV01K80IbY019f0_pP0_Y70_wk0_x00ehD01eQ0YGm0YBv0y-k
0_w30_wM00Cw0c4Q0yc607KV01K80IbY019f0_pP0_Y7006f0_wk0_x00ehD01eQ0YGm0YBv0y-k
0_w30_wM00Cw0c4Q0yc607KV01K80IbY019f0_pP0_Y7006f0_wk0_x00_xF0ehD01eQ0YGm0YBv0y-k
0YYf0z_m0_-w0__G0__R
00Cw0_xe0_yC0_yf0_z10_zL0_zh0_-E0_-W01K80__a0__u100S1018101Y01eQ0YGm0YBv101u
00Cw0_xe0_yC0_yf0_z10_zL0_zh0_-E0_-W01K80__a006f0__u100S1018101Y01eQ0YGm0YBv101u
102x06hK
104F104T
00Cw102S103F103g103u104l01eQ0YGm0YBv105G
00Cw0scq103F105j103g103u104l006f01eQ0YGm0YBv105G
105_04mR0YSR106C
105_04mR006f0YSR106C
106U04mR0Yf90Mao006f0YBv
1075107N08al107g107r1086108L108Z00Dm0YGz08kW
1075107N08al107g107r1086108L108Z00Dm006f0YGz08kW
1075107N08al108u1093107r1086108L108Z00Dm006f0YGz08kW
00Cw08al109J109W109q00Dm10AE0KDy10Ab019f08bM08bg10At10BH10BZ0j5a01eQ0CKb08bw
00Cw08al109J109W109q00Dm10AE0KDy10Ab019f08bM08bg10At10BH006f10BZ0j5a01eQ0CKb08bw
00Cw08al109J109W109q00Dm10AE0KDy10Ab019f08bM08bg10At08c508cU08ct08dT10BH08eu006f10BZ0j5a01GE01eQ0CKb08bw
0K4x00Dm10Br
0K4x00Dm10Br006f
0K4x00Dm
0K4x00Dm006f
10B_00Cw00Dm019f08bM0YGz
10B_00Cw00Dm019f08bM01eQ0CKb0YGz
10CI10Ce10D210Dg10E510EY10Ep00Dm10FI0YBv10FX
10CI10Ce10D210Dg10E510EY10Ep00Dm10FI006f0YBv0Au3
10CI10Fq10GD10Dg10EY10Gq00Dm
10CI10Fq10GD10Dg10EY10Gq00Dm006f
08al109J0K4x109q00Dm10AE10HJ10HT08bA019f10Hl08bg048s02VA01GE10I3
08al109J0K4x10IB109q00Dm10AE10HJ10HT08bA019f10Hl08bg048s02VA01GE10I3
1075107N08fK00Cw08al107g107r0K4x108Z00Dm10AE10IW019f10Hl0YGz10I3
1075107N08fK00Cw08al107g107r0K4x108Z00Dm10AE10IW019f10Hl006f0YGz10I3
1075107N08fK00Cw08al108u1093107r0K4x108Z00Dm10AE10IW019f10Hl10Id10JB10Jl006f0YGz10I3
00Cw0Av800Dm01eQ0CKb0YGz08kW10J-
00Cw0Av800Dm006f01eQ0CKb0YGz08kW10J-
00Cw0Av800Dm10KG10Kr006f01eQ0CKb0YGz08kW10J-
1075107N08fK00Cw08al107g107r0K4x108Z00Dm019f10Hl10LQ0YGz10I3
1075107N08fK00Cw08al107g107r0K4x108Z00Dm019f10Hl006f10LQ0YGz10I3
1075107N08fK00Cw08al108u1093107r0K4x108Z00Dm019f10Hl10Jl006f10LQ0YGz10I3
00Cw00Dm01eQ0CKb0YGz08kW
00Cw00Dm006f01eQ0CKb0YGz08kW
00Cw10EY00Dm01eQ0CKb0YGz08kW
00Cw10EY00Dm006f01eQ0CKb0YGz08kW
00Cw10EY00Dm10KG10Kr006f01eQ0CKb0YGz08kW
00Cw0ak710Lq0g3P109q00Dm10AE0KDy019f08bM10BH01eQ0CKb
00Cw0ak710Lq0g3P109q00Dm10AE0KDy019f08bM10BH006f01eQ0CKb
00Cw0ak710Lq0g3P109q00Dm10AE0KDy019f08bM10BH08eu006f01eQ0CKb
10MD10MK0K4x00Dm10MS10Mh01GE
10MD10MK0K4x00Dm006f10MS10Mh01GE
1075107N08fK00Cw08al107g107r0K4x108Z0Av800Dm10AE10IW019f10Mt01eQ0CKb0YBv10I310J-
1075107N08fK00Cw08al107g107r0K4x108Z0Av800Dm10AE10IW019f006f10Mt01eQ0CKb0YBv10I310J-
1075107N08fK00Cw08al108u1093107r0K4x108Z0Av800Dm10AE10IW019f10KG10Kr10Jl006f10Mt01eQ0CKb0YBv10I310J-
1075107N08fK00Cw08al107g107r0K4x108Z00Dm019f10LQ01eQ0CKb0YGz10I3
1075107N08fK00Cw08al107g107r0K4x108Z00Dm019f006f10LQ01eQ0CKb0YGz10I3
1075107N08fK00Cw08al107g107r0K4x108Z00Dm019f10Jl006f10LQ01eQ0CKb0YGz10I3
1075107N08fK00Cw08al107g107r0K4x108Z10EY00Dm10AE10IW019f10Mt01eQ0CKb0YBv10I3
1075107N08fK00Cw08al107g107r0K4x108Z10EY00Dm10AE10IW019f006f10Mt01eQ0CKb0YBv10I3
1075107N08fK00Cw08al108u1093107r0K4x108Z10EY00Dm10AE10IW019f10KG10Kr10Jl006f10Mt01eQ0CKb0YBv10I3
00Dm0lOW090e0YGz
00Dm0lOW0bsJ006f090e0YGz
10NB10NT0b75
10O310OU
10PO10Pl
10QM10Qk
00Cw0Idp10Nl10Ow10Q210R7006f090e0YBv10Rd
0YFU
00Cw00Dm019f10R_0YBv
00Cw00Dm019f006f10R_0YBv
10SJ00Dm0GkL090e
10SJ00Dm006f0GkL090e
10T001K80Yf905Sk0V4F
10T001K80Yf9006f05Sk0V4F
10Tx019f10PO10U710Pl10Ue10Ur10V7
0Tl_10Wn
10X1
05Yj10Xo0jUp
10W710WX10XH10Y2
019f10Yu10Pl10ZF
0YF510Zx
00Cw0i3110aw0iTD0YFU08wa08x4
0YF50i31
10eW0YYf
00Cw10Te0rqV102S10VQ10Vw00Dm10YV10ZS019f10U710aN10Ue10Ur10bK10bb10bw10cH10cj10d708wa10dg08x410dy10eH01eQ0CKb0YBv10eo10V7
10fF10ff
10f2019f10PO10U710Pl10Ue10Ur10g410V7
10h0
00Cw10hn0scq0i3110aw0iTD0YFU08wa08x4
00Cw10Te0rqV102S10gW10hG10Vw00Dm10YV10ZS019f10U710aN10Ue10Ur006f10i510bb10bw10cH10cj10d708wa10dg08x410dy10eH01eQ0CKb0YBv10eo10g410V7
10NB0b75
10Vw10iM019f10PO10U710Pl10Ue10Ur10g410V7
00Cw10Te0rqV102S10ig10hG10Vw00Dm10YV10ZS019f10U710aN10Ue10Ur006f10i510bb10bw10cH10cj10d708wa10dg08x410dy10eH01eQ0CKb0YBv10eo10g410V7
00Cw10Te0rqV102S10ig10hG10Vw00Dm10YV10ZS019f10U710aN10Ue10Ur006f10i510jA10bb10bw10cH10cj10d708wa10dg08x410dy10eH01eQ0CKb0YBv10eo10g410V7
10kw10lF10lY
00Cw10jW0jOt10ju10k910kQ10kg00Dm10lt0GdI10ma0iew0jPP10mz10nB10nW092q10nr0YGz
00Cw10jW0jOt10ju10k910kQ10kg00Dm10lt0GdI10ma006f0iew0jPP10mz10nB10nW092q10nr0YGz
10Tx00Dm10o210Ue090e
10Tx00Dm10o210Ue006f090e
10Tx10oA00Dm10o210Ue10oS006f090e
00Cw0scq10ol00Dm0i3110aw10p301eQ0CKb0YBv
00Cw0scq10ol00Dm0i3110aw006f10p301eQ0CKb0YBv
00Dm090805Sk0B-f
00Dm0908006f05Sk0B-f
00Dm10pR
00Dm10pR006f
0YYf00Dm
0YYf00Dm006f
0zMl01K810pc01GE0YGz
0zMl01K8006f10pc01GE0YGz
00Cw091105Wm07Xg00Dm05bt09aV091g01Co10pr10qA01eQ0CKb10qR0YGz10qr093V
00Cw091105Wm07Xg00Dm05bt09aV091g01Co10pr006f10qA01eQ0CKb10qR0YGz10qr093V
00Dm0fXe
00Dm006f0fXe
00Cw10r2091105Wm0Z_X00Dm0rnO091R091g01Co10pr10rX10ro10qA01eQ0CKb10qR0YGz093I093V
00Cw10r2091105Wm0Z_X00Dm0rnO091R091g01Co10pr006f10rX10ro10qA01eQ0CKb10qR0YGz093I093V
0g2910s810sN10sd
0iew10tG
05Wm05fM0GLc10tQ
00Cw10su09110UdH10to0Z_X00Dm0rnO091R091g01Co10pr10uD10qA01eQ0CKb10qR0YGz093I093V
00Cw10su09110UdH10to0Z_X00Dm0rnO091R091g01Co10pr006f10uD10qA01eQ0CKb10qR0YGz093I093V
00Cw0zMl093k10uQ10ue00Dm0ymq0IbY10uw09aV10vI10vR01eQ0CKb0a050YBv04t3
00Cw0zMl093k10uQ10ue00Dm0ymq0IbY10uw09aV006f10vI10vR01eQ0CKb0a050YBv04t310vh
00Cw07Fr01K80ymq006f10vI10w901eQ0YGm0a050YBv10wT
10wj
10xi
10xB10yD10yn10z110zL
10zp006f0fXe
0F2X00Dm10-C
0F2X00Dm10-C006f
00Cw07Fr10-T01Ig09Al09B009BC01K809BT10-x05oC091R09Fd09F-09GI01eQ0YGm097j0YSR
00Cw07Fr10-T01Ig09Al09B009BC01K809BT10-x05oC091R09Fd006f09F-09GI01eQ0YGm097j0YSR
00Cw0zMl10_G10_X10_j10_-00Dm096r110J10-x097709aV01Co110k01eQ0CKb11150YBv
00Cw0zMl10_G10_X10_j10_-00Dm096r110J10-x097709aV01Co110k006f01eQ0CKb11150YBv
00Cw00Dm01Co01eQ0CKb0tMq
00Cw00Dm01Co006f01eQ0CKb0tMq
111G111Z111x05Wm00Dm112L0YGz
111G111Z111x05Wm00Dm006f112L0YGz
112i1133113X113s02b0
0p_Z115G
116B0p_Z
1173
117z118L0YF5
00Cw114O114x115e116R117G118l05Wm119I00aY119q00Dm0egr11A409N-11AR11Ar11BE01eQ0CKb11BU0JRa11Bq
00Cw114O11C0115e116R117G118l05Wm119I00aY119q11CL00Dm006f0egr11A409N-11AR11Ar11BE01eQ0CKb11Co11BU0JRa11Bq
11DE0yUo0Au30AvP
00Cw114O11C0115e116R117G118l05Wm119I00aY119q11CL00Dm006f0egr11A409N-11AR11Ar11BE01eQ0CKb11Co11Df11BU0JRa11Bq
0CFi111x00Dm0Z1i0YGz00kb
0CFi111x00Dm006f0Z1i0YGz00kb
111x05Wm11EJ00Dm0GsP11Ej0YGz00Jr
111x05Wm11EJ00Dm0GsP006f11Ej0YGz00Jr
111x05Wm11EJ00Dm0GsP006f11F50YGz0Au300Jr
11FT11Fi0YFj
11FT11Fi006f0YFj
11Gb0Mwt11Gt11H5
0i9Z0i9v0abV
0gyQ11JW
0gye0gz60gza0gzw0g-Z0g-v0g_K0g_Y0h0A0h0Z0h0v0h1L0h1k0h1_0h2N0h3I11Jd0h490h4i0h5G0h640h6X0h7G11J-
0Aho11KL0Ai711Kt0TEC0pXl11L4
11Is11LP
11MK
0i6d11Mc11NF11NY11Nv11OL
11Qh11R3
11RO
0i6d11Pg11QC11Rt11NF11NY11Nv11OL
11Sp11TJ11Tm11U811Ub
00Cw0geJ11F_11HI11Hk11H-11IL00Dm11Lm11Oj11PB11SQ01eQ0CKb11U-11Ve11V_0YBv02RK11Wc11Wq
00Cw0geJ11F_11HI11Hk11H-11IL00Dm11Lm11Oj006f11PB11SQ01eQ0CKb11U-11Ve11V_0YBv02RK11Wc11Wq
00Cw11X311XG0zMl11XY00Dm11Xp0Ai709aV01Co01eQ0CKb0YBv
00Cw11X311XG0zMl11XY00Dm11Xp0Ai709aV01Co006f01eQ0CKb0YBv
00Dm0fXe0pnU
00Dm006f0fXe0pnU
00Cw07Fr00aY11Y601K80E4k01Co11YN0egr0Z1i01eQ0YGm0YGz00kb
00Cw07Fr00aY11Y601K80Yzv0E4k01Co11YN006f0egr0Z1i01eQ0YGm0YGz00kb
11Yk11Z011ZW01K811Zm
11Yk11Z011ZW01K811Zm006f
11aB00Dm06YH0fXe0YBv
11aB00Dm06YH006f0fXe0YBv
11EJ00Dm11aK11aq
11EJ00Dm11aK11aq006f
00Cw11bW11bq0ZGE091R01Co006f01GE01eQ0YGm0YGz
01K80A2H11cK11aK11aq01Co006f01GE01eQ0YGm
00Dm0A2H11aK01eQ0CKb0tMq
00Dm0A2H11aK006f01eQ0CKb0tMq
11cr05Wm
107500Cw11cz00Dm11dC019f01Co01eQ0CKb0A6J
107500Cw11cz00Dm11dC019f01Co006f01eQ0CKb0A6J
11cr05Wm00Dm11dR
11cr05Wm00Dm11dR006f
11dj11e711eT11ew11f811fT11fk
0Y7K11gd
11g611gr
11gr
11hH11hc11hs
11hH11hc
00Cw11iH01K811ie006f01eQ0YGm
0A6z00Cw0ATJ11iz0AXJ00Dm11jG0AYm0AY-09GI006q01Z501eQ0CKb11ji0AZT
0A6z00Cw0ATJ11iz0AXJ00Dm11jG0AYm006f0AY-09GI006q01Z501eQ0CKb11ji0AZT
11l011lD
11kf11lO11lx11mD
00Cw0pAu0AZ_11k311kL11mh11nD00Dm0drY0Eu80AeA11ng01eQ0CKb
00Cw0pAu0AZ_11k311kL11mh11nD00Dm0drY006f0Eu80AeA11ng01eQ0CKb
00Cw01K811nt11oA11ol01Co006f11o_01GE01eQ0YGm0YBv
00Cw0Mx90MxV01K811nt11oA01Co006f11pN11pl11q901GE01eQ0YGm0YBv
11qW05Wm00Dm01Co11qk0Z1i
11qW05Wm00Dm01Co006f11qk0Z1i
00Dm09080Mto0B-f
00Dm0908006f0Mto0B-f
00Cw05Wm00Dm11r201eQ0CKb
00Cw05Wm00Dm11r2006f01eQ0CKb
00Cw05Wm11EJ11lO00Dm11rN11rZ0KCZ11ro11mD11s711sS
00Cw05Wm11EJ11lO00Dm11rN006f11rZ0KCZ11ro11mD11s711sS
00Cw05Wm00Dm11su01Co11tG11tY01eQ0CKb11sS11tq11uG
00Cw05Wm00Dm11su01Co11tG006f11tY01eQ0CKb11sS11tq11uG
00Cw05Wm11ud00Dm11vC11va01Co01eQ0CKb
00Cw05Wm11ud00Dm11vC11va01Co006f01eQ0CKb
11w100Cw0AjH11wK11ws11xP05Wm11xy00Dm11yB01Co0Am311yW01eQ0CKb0YBv11z611zc
11w100Cw0AjH11wK11ws11xP05Wm11xy11zw00Dm11yB01Co0Am3006f11yW01eQ0CKb0YBv11z611zc
00Dm0ZDA01eQ0CKb0YBv11-H11_411_t120D
00Dm0ZDA006f01eQ0CKb0YBv11-H11_411_t120D
00Cw120e0AsR0Asl00Dm120q121B01eQ0CKb0YGz121R121t
00Cw120e0AsR0Asl00Dm120q121B006f01eQ0CKb0YGz121R121t
01K8122O0YBv11_t0A-n
01K8122O006f0YBv11_t0A-n
00Cw122x006f01eQ0YGm0YBv11_t123O
123-124O124o125V126E126X0ZDA006f126t127C127X12890YGz128p
00Cw129P00Dm129y01Co12AE01eQ0CKb0YGz11_t
00Cw129P00Dm129y01Co006f12AE01eQ0CKb0YGz11_t
00Dm0Z1i0YGz121t12Ae
00Dm006f0Z1i0YGz121t12Ae
12BF00Dm11su12Ae
12BF00Dm11su006f12Ae
12BZ
00Cw00Dm12Bs12CA12CU12Cj01GE01eQ0CKb11_t
12D8
00Cw00Dm12DS12CA12CU12Cj006f01GE01eQ0CKb11_t
00Dm0Ayk0Az10AzG01eQ0CKb121t0Aqa
00Dm0Ayk0Az10AzG006f01eQ0CKb121t0Aqa
00Cw00Dm01GE01eQ0CKb11_t
00Cw00Dm006f01GE01eQ0CKb11_t
00Dm07Pd0Apn121t12Dm
00Dm006f07Pd0Apn121t12Dm
04hg0KC3
123-12EJ12Ek0ZDA126t12F0
12FM12Fh006f12G112Dm
12GQ00Dm11dR12Gd12G_0A-n
12GQ00Dm11dR12Gd006f12G_0A-n
12GQ11EJ00Dm12G_0A-n
12GQ11EJ00Dm006f12G_0A-n
00Cw0Azh0A-E00Dm01eQ0CKb11_t
00Cw0Azh0A-E00Dm006f01eQ0CKb11_t
00Dm12HW07Pd0Apn121t0A-n
00Dm006f12HW07Pd0Apn121t0A-n
00Dm07Pd0Apn121t0A-n
00Dm006f07Pd0Apn121t0A-n
12I000Cw11xy00Dm12IQ12Ig0YmZ01eQ0CKb12JH12K511_t0tMq0B1c
12I000Cw11xy00Dm12IQ006f12Ig0YmZ01eQ0CKb12JH12K511_t0tMq0B1c
0B0y0AlV00Dm0B1M0Amf01gG01eQ0CKb121t11-H11_40Aqa00kb0B1c
0B0y0AlV00Dm0B1M006f0Amf01gG01eQ0CKb121t11-H11_40Aqa00kb0B1c
019f006f0B-f
00Dm0Yf90BB505fW
00Dm0Yf9006f0BB505fW
12Kv12LB0BAi00Dm0BB512LU12Lt
12Kv12LB0BAi00Dm006f0BB512LU12Lt
0CKK006f
00Dm0Yf90BB5
00Dm0Yf9006f0BB5
0Ms_12ML
12Ma12N2
00Dm0BB512NK12Nd
00Dm006f0BB512NK12Nd
0Unr00Xy
12Nq12OD
12Oj
00Dm0BB512O_
00Dm006f0BB512O_
12Pb12Pu
12Qc
00Cw12Q40ggG00Dm12Qs12RV019f0BB50BEd01eQ0CKb0bFp
00Cw12Q40ggG00Dm12Qs12RV12Rt019f006f0BB50BEd01eQ0CKb0bFp
12Sc12LB05Wm12Q400Dm12RV12Ss0BGY0BB512TA12TV
12Sc12LB05Wm12Q400Dm12RV12Rt12Ss0BGY006f0BB512TA12TV
12Tn12T_05Wm12UH12Ub12Ux
00Cw12V90g3P00Dm0BB505t712VY01eQ0CKb0bFp
00Cw12V90g3P00Dm006f0BB505t712VY01eQ0CKb0bFp
00Dm0Yf90BB505t7
00Dm0Yf9006f0BB505t7
00Dm019f12Vq0B-f
00Dm019f12Vq006f0B-f
12Wq12XF12Xj0Wr612YB
12W512WV12YV12Yx
00Cw12ZU00Dm019f01eQ0CKb
12av
0BzK0Bze
12dQ
12cE11KL12cg12cu12dk
12bB12bp12eG0C4c
00Cw12a612ak00Dm12er019f006f01eQ0CKb
12fS12cE11KL12cg12cu12dk
12bB12bp12fr0C4c
00Cw12a612ak00Dm12gQ019f006f01eQ0CKb
12h1
12hw12iJ
12jG
12fS12ik12cE11KL12jb12cg12cu12dk
12hK12bB12bp12kD0C4c
00Cw12a612ak00Dm12ko019f006f01eQ0CKb
12lP12lx12mP0YaV0ht7
0rnO12mv12nN
12oC0rnO
12nY12oq
0beU
00Cw12pU00Dm019f12pu12qT01eQ0CKb
00Cw12pU00Dm019f006f12pu12qT01eQ0CKb
12qk0BKE12r500Dm
12qk0BKE12r500Dm006f
12tC12tS
12td12tt12uG
00Cw12rn12sC12sS12sw12uX0Bxp0ByE019f0C4c006f006q01eQ0YGm0YBv
0fVb0BN2
12wi02b0
12xO0Zn_12xa12xm0ZoW
12yb12yj
12zC12zU12zh
12-Z12-r0tsM
12ys12zx12-B12_7
019f12_-
12_m12wi130C
12zC0iMH130-
132J
0YF5133C133Z
0Rme0KC3
135U019f135i
0B-M12v312vB12vV12vl12w412wU12wu12y00iIy12yM12_M130Z0B_70B_H131F01e10iK8131a131t132i133z134L134b134s1356135w136A136J
1376
137L019f
00Cw136e0C0Z0C0g0z3z0C28006f0BqM006q01eQ0YGm0C2I137Z
138p0GOc
0HCs13A1
13AL0B-M13Ar13B80iIy132i134L
13Bu13CE13Cg13Cx
137p137_13870kw4138T12bp1391139N139Y13BT006f13DC0Wwk0WK713Da01eQ0YGm0C2I0YBv13Dy
0rtU13EM13EW
13EM13EW
0BN213J713JP0ZE3
12_m13KJ130C
0UYA0dsm
13MU13Ms
13Nf
13O20g2f00C6
13LC13Lb13Lu13MH13NL13Oa
0YF513KW13K-13Oq
13Pl13Q10ZHB13QJ
0C4c06fu01eQ
0Z_X13RZ0Z_k0rnO0YHU13Rt0Z_s13S513SX10vh0a0a
13Sl019f
13MH0YHU0ZzY
13Ei13E_0BwZ137p13FW13G713Gf13H70BxY0Bxp0ByE0ggG13Hj13I513Ig00Dm13It13Jb019f0Bzq0sG00C370ltD0C4c13Jy13P513QZ01eQ0CKb13R20YBv13RL13TE13Tl13UJ
13Vd13W7
13Wx13XB13XU0YHU
13YB13Yf
13VE13WQ13Xp13Yw13ZR
13aD13ah0YHU13b7
13bT0BN213J713JP0ZE3
019f13cN
13cf
0UYA0dsm13cy
13dO13Lb13Lu13MH13NL13Oa
0YF513KW13K-13dn
13Ei00Cw13Ui0BwZ137p13FW13Ze13G713Gf13H70BxY0Bxp0ByE0ggG13Hj13I513Ig00Dm13It13c0019f0Bzq0sG00C370ltD0C4c006f13Jy13e213QZ13ei01eQ0CKb13R20YBv13RL13TE13Tl13UJ
05fM13e_
13fS0YF513KW13K-13dn
13Ei00Cw13Ui0BwZ137p13FW13Ze13G713Gf13H70BxY0Bxp0ByE0ggG13Hj13I513Ig00Dm13It13c0019f0Bzq0sG00C370ltD0C4c006f13Jy13g113QZ13ei01eQ0CKb13R20YBv13RL13TE13Tl13UJ
13g-13h9
13Wx13gh13XU00C60Zyy13hW
13VE13WQ13i213Yw13ZR
13Ei00Cw13Ui0BwZ137p13FW13iQ13G713Gf13H70BxY0Bxp0ByE0ggG13Hj13I513Ig00Dm13It13c0019f0Bzq0sG00C370ltD0C4c006f13Jy13g113QZ13ei01eQ0CKb13R20YBv13RL13TE13Tl13UJ
13jp
0Z_I13kW
0BN20g3g02RK
13mq13n8
13oe13ov13p40iOZ0Z6K
0CDt13py
13q30C8r13qa13qs13rC
132J05eP
13sC0C8r13sj
13oG13pK13rd13s_13tu019f
00Cw0Bm513i_0C0Z13jO13k20C0g0z3z00Dm13kl13lE0C2813lQ13lh0C3713lt13mN0BqM13nZ0j5a01eQ0CKb0C2I13o013u5
00Cw0Bm513i_0C0Z13jO13k20C0g0z3z00Dm13lE0C2813lQ13lh0C3713lt006f13mN0BqM13nZ0j5a01eQ0CKb0C2I13o013u5
0xa_13uL13qa13rC
13oG13pK13rd13s_13tu019f13ue
00Cw0Bm513i_0C0Z13jO13k20C0g0z3z00Dm13lE0C2813lQ13lh0C3713lt006f13mN0BqM13nZ0j5a01eQ0CKb0C2I13o013vH
0Bvy0Bw40daU
0BN213Q113wL0ZE3
0bf60tzN
00Cw13vX0BxN13w50ggG00Dm13It13wh0Bzq0ltD13x20mbt13QZ13xK006q01eQ0CKb0BPC13xe13xt13yC
00Cw13vX0BxN13w50ggG00Dm13It13wh0Bzq0ltD006f13x20mbt13QZ13xK006q01eQ0CKb0BPC13xe13xt13yC
13yf13ym13z3
13zX13zk0pXy
13zx0ZoN
00Cw0C6D0C8r00Dm01Co13zA13-L01eQ0CKb
00Cw0C6D0C8r00Dm01Co13zA006f13-L01eQ0CKb
13-m0C8r00Dm
13-m0C8r00Dm006f
13_b13_-140I
1426
01xO143Q143e
00Cw098713_A0C9X00aY10uQ00Dm0IbY140v00Xa141M01Co141n142W142t143y01eQ0CKb144I
00Cw098713_A0C9X00aY10uQ00Dm0IbY140v00Xa141M01Co141n142W142t006f143y01eQ0CKb144I
144b0C8r00Dm0Yf9
144b0C8r00Dm0Yf9006f
09870C9700aY0C6D0C8r00Dm0rZ50CEA0CEt01Co0Z0U0Z1i0YGz
09870C9700aY0C6D0C8r00Dm0rZ50Yzv145B0CEA0CEt01Co006f0Z0U0Z1i0YGz
145S0C9q0rnO006f006q
03EU145s00Dm146E146n147B147a0YGz
03EU145s00Dm146E006f146n147B147a0YGz
00Dm01eQ0CKb0tMq
00Dm006f01eQ0CKb0tMq
0YBb00kC0YBl
14810JPA00Cw148C0CFi0CF-0CGC0YtQ00Db00Dm148f148s1497149W0CHU0CHj0CHx0CI90GF_149s01eQ0CKb14AB14AS
14810JPA00Cw148C0CFi0CF-0CGC0YtQ00Db00Dm148f148s1497149W0CHU0CHj0CHx0CI90GF_149s006f01eQ0CKb14AB
14Ab14At00Dm06eQ0Sxu14BE0CIN
14Ab14At00Dm06eQ0Sxu14BE0CIN006f
14Bb01QU01K80CHx0YBv
14Bb01QU01K80CHx006f0YBv
0CJR0BKE004h00Dm14Bs0CK50CKK01eQ0CKb0YGz02RK0XXy
0CJR0BKE004h00Dm14Bs0CK50CKK006f01eQ0CKb0YGz02RK0XXy
14CD02b0
14CS14Cr0BKE00Dm0CK50ogK0CKK0YGz
14CS14Cr0BKE00Dm0CK50ogK0CKK006f0YGz
0YHU14Dn
0CLB14D600Cw0BKE14DO004h00Dm0CK514E414Ec14Eo14F814Fd14G601eQ0CKb0YBv
0CLB14D600Cw0BKE14DO004h00Dm0CK514E414Ec006f14F814Fd14G601eQ0CKb0YBv
13K-
0CLB14D600Cw0BKE14DO004h00Dm0CK514GY14E414Ec006f14F814Fd14G601eQ0CKb0YBv
14HI14Hc14I5
14Ib
14JA0knM
14IK13K-14Io14JS14Jt
14K5
00Cw14G_0BKE14KM14Kj006f0YHU01eQ0YGm0YBv02b001dk
14LA14LY
0YYf14NC14NR
10pR
14Ob14Ow
14P-14QX14Ql14R5
0F2X
14S014SV14T3
14Tl
14Tv14UQ
14VS
14WH
14Wz14XQ14Xr14YF0YmC0YmZ00kb
14MH00Cw14Mh0CP80CPc14Ni004h14O714P807KV14Pc00Dm0CRJ14RQ019f14TK0Bi814Uw0YHU006q14Vs01eQ0CKb0YBv14WY08Yk14Ye14Y_
0p_Z14NC14NR
14Zv
14b314QX14Ql14R5
14cC
14MH00Cw14Mh0CP80CPc14ZU14a2004h14ah14O714P807KV14Pc00Dm0CRJ14bc019f14TK0Bi8006f14Uw0YHU006q14cc01eQ0CKb0YBv14WY08Yk14Ye14Y_
14d114UQ
14MH00Cw14Mh0CP80CPc14ZU14a2004h14ah14O714P807KV14Pc00Dm0CRJ14bc019f14TK0Bi8006f14dY0YHU006q14cc01eQ0CKb0YBv14WY08Yk14Ye14Y_
0tZM14e4
14e4
14S014eL14ev14fG14T3
14Wz14g614XQ14Xr14YF0YmC0YmZ00kb
14MH00Cw14Mh0CP80CPc14ZU14a2004h14ah14O714P807KV14Pc00Dm0CRJ14bc019f14fh0Bi8006f14dY0YHU006q14cc01eQ0CKb0YBv14WY08Yk14ga14Y_
14h914hM
14gx14hZ
14ig
14kC
14jK14ki
00hb14ly
14m704t3
14mP
14ms
14MH00Cw14Mh0CP80CPc14ZU14a2004h14ah14O714P807KV14Pc00Dm0CRJ14i714lH14nL14bc019f14fh0Bi8006f14dY0YHU006q14cc01eQ0CKb0YBv14WY08Yk14ga14Y_
0iOZ0beU
00Cw0BKE14nt00Dm14oF14of006q0zIu01eQ0CKb0YGz
00Cw0BKE14nt00Dm14oF006f14of006q0zIu01eQ0CKb0YGz
06QC14o-14pE14pV14q014qE14qY14qq
00Cw0BKE00Dm14r7006q01eQ0CKb0YGz
00Cw0BKE00Dm14r7006f006q01eQ0CKb0YGz
00Cw0BKE00Dm14rO14r7006f006q01eQ0CKb0YGz
00Dm00hb0abV
14v914vO
14wG0gse0gtV
14wx09080KC3
14xO14xh
14rv00Cw14s60BKE14sO14Pc00Dm14sc0iOZ14sw14tM14tg14u514ua14ur14vs0D4I14wW006q0YmZ01eQ0CKb14x50YBv14y908Yk
14_314_W14_z150M
0YYf14yZ14z814zo14-O150d
14rv00Cw14s60BKE14sO14Pc00Dm14sc0iOZ14sw14tM14tg151D14ua006f14ur14vs0D4I14wW006q0YmZ01eQ0CKb14x50YBv14y908Yk
14xO14xh151i
14rv00Cw14s60BKE14sO14Pc00Dm14sc0iOZ14sw14tM14tg151D14ua006f14ur14vs0D4I14wW006q0YmZ01eQ0CKb14x50YBv151_08Yk
152P0hT7152v1538
14rv00Cw14s60BKE14sO14Pc00Dm14sc0iOZ14sw14tM14tg151D14ua006f14ur14vs0D4I14wW006q0YmZ01eQ0CKb14x50YBv151_08Yk153U
153x0CFi0BKE01K80beU0YHU14Dn01eQ0YGm
153x0CFi0BKE154E0_kZ01K80beU006f0YHU14Dn01eQ0YGm154d
153x0CFi0BKE154E0_kZ01K80beU0Wtk006f0YHU14Dn01eQ0YGm154d
154w155J155c0tSb
155p00Cw05Wm00Dm019f01eQ0CKb
155p00Cw05Wm00Dm019f006f01eQ0CKb
156K00Cw05Yj05Wm0ggG00Dm0908019f156Z01eQ0CKb
156K00Cw05Yj05Wm0ggG00Dm0908019f156Z006f01eQ0CKb
019f0beU15700B-f
156K05Wm156k00Dm019f157C157T
156K05Wm156k00Dm019f006f157C157T
00ze0BLq0Ulm01Lo
157q156K00Cw1589158W158f05Wm0sAC00Dm158w1598159Y019f159r15A615AN157C15AY01eQ0CKb15Aw15BB15BJ15BW15Bo
157q156K00Cw1589158W158f05Wm0sAC00Dm158w1598159Y019f159r15A615AN006f157C15AY01eQ0CKb15Aw15BB15BJ15BW15Bo
0gM60gML15DT0sbD
15CC00Cw15CY0Mx915D00D9l0DA305Qo0DAM0yju08ZH0ykW0ykv00Dm15DC15Dh0yVj0yqN0Sc90yWI15EI15Ec0yWi00yy15Es15FN15Fn0egr15GA15GS15Gj15H90yX-01eQ0CKb0YBv0ewk
15CC00Cw15CY0Mx915D00D9l0DA305Qo0DAM0yju08ZH0ykW0ykv00Dm15DC15Dh0yVj0yqN0Sc90yWI15EI15Ec0yWi00yy15Es15FN006f15Fn0egr15GA15GS15Gj15H90yX-01eQ0CKb0YBv0ewk
15J10DMY
00Cw15HT0DFv15Hx15IQ15Ik07Bt08ZH0ykW15JO15Jp15KR15Kw00Dm15LW15Lq15MC0YBv15Mi
00Cw15HT0DFv15Hx15IQ15Ik0yju08ZH0ykW15JO15Jp15KR15Kw00Dm15LW15Lq15MC006f0YBv15Mi
00Cw05Wm0z3z00Dm019f0qmH01eQ0CKb
00Cw05Wm0z3z00Dm019f0qmH006f01eQ0CKb
15CC00Cw15NA15Nf15Nu15OM15Or15Ik15PJ0DGz15Pa0g0y08W308ZH0ykW0ykv15Pz00Dm15DC0rnO15Dh0yVj0DHV15QT0yqN0Sc90yWI15Qn15LW0yWi0ZHB15R80DIm0DJC15Re0DK20egr15S415SU15GS15Gj15H90yX-01eQ0CKb0YBv0ewk15Sm15TC
15TV15Tm15UE15Uc15V615VN15Vn
15CC00Cw15NA15Nf15Nu15OM15Or15Ik15PJ0DGz15Pa0g0y0yju08ZH0ykW0ykv15Pz00Dm15DC0rnO15Dh0yVj0DHV15QT0yqN15Vw0Sc90yWI15Qn15LW0yWi0ZHB15R80DIm0DJC006f15Re0DK20egr15S415SU15GS15Gj15H90yX-01eQ0CKb0YBv0ewk15Sm15TC
15CC00Cw15NA15Nf15Nu15OM15Or15Ik15PJ0DGz15Pa0g0y15WS0yju08ZH0ykW0ykv15Pz00Dm15DC0rnO15Dh0yVj0DHV15QT0yqN15Vw0Sc90yWI15Qn15LW0yWi0ZHB15R80DIm0DJC006f15Re0DK20egr15S415SU15GS15Gj15H90yX-01eQ0CKb0YBv0ewk15Sm15TC
15CC00Cw15NA15Nf15Nu15Wh15Wz15OM15Or15Ik15PJ0DGz15Pa0g0y15WS0yju08ZH0ykW0ykv15Pz00Dm15DC0rnO15Dh0yVj0DHV15QT0yqN15Vw0Sc90yWI15Qn15LW0yWi0ZHB15R80DIm0DJC006f15Re0DK20egr15S415SU15GS15Gj15H90yX-01eQ0CKb0YBv0ewk15Sm15TC
15Yo15ZC
00Cw15XM15Xh15X-0DNg00Dm15YA15YR15Zf15a3092q01GE01eQ0YGm0YBv15ad
00Cw15XM15Xh15X-0DNg00Dm15YA15YR15Zf006f15a3092q01GE01eQ0YGm0YBv15ad
15as15b10ddQ
15as15b1
15bC15bY
00Cw15bx093k15cN0UdH15cl0S4e0DQk01K80rnO15d0019f15dP0egr15dn15eE006q0ehD01eQ0YGm0YBv15eh
15ey15f80ddQ
15ey15f8
15fK15fg
00Cw15g3093k15cN0UdH15cl0S4e0DQk01K80rnO15d0019f15dP006f0egr15dn15eE006q0ehD01eQ0YGm0YBv15eh
00Cw15g3093k15cN0UdH15cl0S4e0DQk01K80rnO15d0019f0yqN15dP006f0egr15dn15eE006q0ehD01eQ0YGm0YBv15eh
00Cw05Wm00Dm019f0YmZ01eQ0CKb00kb
00Cw05Wm00Dm019f006f0YmZ01eQ0CKb00kb
15gm0DaT02b0
0YBR0YBb00kC0YBl
15gV00Cw15h20S4e00Dm0Da50DaT01eQ0CKb15hY0Dai0FNF
15gV00Cw15h20S4e00Dm0Da50DaT006f01eQ0CKb15hY0Dai0FNF
15gV00Cw15h20S4e00Dm0Da50DaT15hp15i4006f01eQ0CKb15hY0Dai0FNF
00Cw0S4e00Dm01eQ0CKb15iS15ij
00Cw0S4e00Dm006f01eQ0CKb15iS15ij
00Dm0YGz15iS0Dai
00Dm006f0YGz15iS0Dai
15k615kP15kj
0YF515ja15l6
15mC15mk15n3
0pYN15nF15nj
15rG
15oZ15p415pU15pw15qJ0Ai715qb15qp15r315rh15sD
0YYf0X_U0YHU05_y
15tU15tn15uK15ul0ra3
15va0ymq0a0515vp10wT
0YF50IbY
15xF0YYf0sbD
15yl
02gJ0YmC0zIu00kb
15iw15jE15lc00Cw15o515sd15t215v00DkE01QU15w215wQ15wp07KV00Dm0DmX15xh15yB15zG01eQ0CKb0YBv15zj
15iw15jE15lc00Cw15o515sd15t215v00DkE01QU15w215wQ15wp07KV00Dm0DmX15xh15yB006f15zG01eQ0CKb0YBv15zj
15-501QU00Dm0hDm
15-501QU00Dm006f0hDm
0Mn915-O
0YYf15-i15-y15_J15_e15_r160G
01QU00Dm160V0hDm
01QU00Dm006f160V0hDm
02gJ0egr0YmZ00kb
0lLp07KV00Dm0YBv160u
0lLp07KV00Dm006f0YBv160u
161Z0B9L
1629162K162V
163Z163m163v1648
00Cw161G161k162l00Dm163J00hb164J164j0knM164_165S
00Cw161G161k162l00Dm163J00hb164J164j006f0knM164_165S
1662166O166b166n166w
167R167f167t1683
168x169B169L169X169l169y16AE16AS
168x166O166n16B416BS16Bf16Bt16CD169X169l169y16AE16AS
16DA16DU04ua169X169l16Dp16AS0bC916D-16EG
00Cw1679168E168k05Wm00Dm00hb16Aj04t316CW16Co16EZ
00Cw1679168E168k05Wm00Dm00hb006f16Aj04t316CW16Co16EZ
05Yj0cYw0YYf0Zn_
0dqw0z_m0EuI16Ge0ds0
16HR16Hi0bYS16I116IG
16Ez00Cw0gaW16FL16Fi16GB0Yts00aY16Gp00Dm0YzS16HC0Yzi16Ic00hb0Y_s0Z0U16Ix0Dtd0Z2H01eQ0CKb0YFj00lD
16Ez00Cw0gaW16FL16Fi16GB0Yts00aY16Gp00Dm0YzS16HC0Yzi16Ic00hb0Y_s006f0Z0U16Ix0Dtd0Z2H01eQ0CKb0YFj00lD
16JL00Dm16JS
16JL00Dm16JS006f
16KD16KQ
16Je00Dm16Kd
16Je00Dm16Kd006f
0YzS
0iIc019f01W7
16Or0g3g
0Z_k0tsM02b016PV
16Nw16O716P716Pt097711L4
16Qg
16Qg16RY16Ry16SE
16R116Sg
01K816QB16T601e116Te16UA16Ud16V4
0Z_k0tsM13SX02b016PV
16Vy16Nw16WI01K815qJ097701e1
16Xl16YK16Yu16ZU16a30Gfa16aN0JRM0ehD
16bw16cM16cj16dM16dj
16Nw16WI01K815qJ097701e1
16gj16gz
03UE16it16iz0BpF
16iZ16jA00ze
16LR16Lk00Cw16L_16MZ16Mt0rXd16NH16NZ16VS16Wc16X616XN16av00Dm16bK16ds16eM16ei16f916fK16fs16gO019f16hI0Dv316hn16i90tSb16jX16jl01eQ0CKb16k916ka16l2
0i9016lk
16LR16Lk00Cw16L_16MZ16Mt0rXd16NH16NZ16VS16Wc16X616XN16av00Dm16bK16ds16eM16ei16f916fK16fs16gO019f16lQ16m4006f0Dv316hn16i90tSb16jX16jl01eQ0CKb16k916ka16l2
05Qo00Dm16QB16T601e116Te16UA16Ud16V4
05Qo00Dm16QB16T601e116Te16UA006f16Ud16V4
16Vy16Nw05Qo16NZ16Pt10_G00Dm16ma097701e116mt006q
16Vy16Nw05Qo16NZ16Pt10_G00Dm16ma097701e1006f16mt006q
16nH16nh16oA16oj16p7
05Qo16pK00Dm
05Qo16pK00Dm006f16pl16q3
16qa018W00Dm00hb0Y_s
16qa018W00Dm00hb0Y_s006f
00Cw16qr16r205Wm0nDO16rP00Dm16rr16s5019f0tSb0YmZ01eQ0CKb0VCQ16sd0tMq16sq
00Cw16qr16r205Wm0nDO16rP00Dm16rr16s5019f006f0tSb0YmZ01eQ0CKb0VCQ16sd0tMq16sq
00Dm0X_E16tJ16tb16ts16uC
00Dm0X_E16tJ16tb006f16ts16uC
16uP16uh0g3g
0jbJ0gFG
16ws
16vm16wX16x1
16v816xf
16yo16z1
16zw16-916-Z
16zP16--
16yE0kw416_Y16_v0Dv3
00Cw00Dm17060g8i019f01eQ0CKb0bFp
16vm170a16x1
16v8170w
171V0kw416_Y16_v0Dv3
00Cw00Dm17230g8i019f006f01eQ0CKb0bFp
0Rme
172X
01JK172s02b0
00Cw173700Dm019f01eQ0CKb0bFp
00Cw173700Dm019f006f01eQ0CKb0bFp
0YYf174B
1757
175q175x1764
176E176l
176_177Z
178M178m
0YmC0zIu
0Z-800Cw173c174Z00Dm175K177y1793179f019f17A60Dv301eQ0CKb02b0
0YF50nDO0jVd0gFG17Ae
0YYf0nDO
17CX
0nDO16f9
17Ax17Be17Cr17Db
16uP0g3g
17FH17Ff
0Z-800Cw173c174Z00Dm175K177y1793179f17ED019f17A6006f0Dv317Eo17G301eQ0CKb02b0
0Z-800Cw173c174Z00Dm175K177y179317Gd179f17ED019f17A6006f0Dv317Eo17G301eQ0CKb02b0
17JG17JU17Jk0ipT
019f17Jy
00Cw02Nr17HR05Wm17Hn17I617IV00Dm05oT019f17It006q01eQ0CKb0YBv17J217KE
00Cw02Nr17HR05Wm17Hn17I617IV00Dm05oT019f17It006f006q01eQ0CKb0YBv17J217KE
17Kb17Ko
05Wm0v4o019f17LJ
17Lp0r_w019f17M417MI
17MV
17O10KHs17OL
17Nl17OX0oYm
17O_
00Cw02Nr05Wm17L117LW00Dm05oT17Mz019f17It17NP17PH006q03Rt01eQ0CKb0YBv00Jr
00Cw02Nr05Wm17L117LW00Dm05oT17Mz019f17It17NP006f17PH006q03Rt01eQ0CKb0YBv00Jr
0gF3
0T-Q0DuI
17Qd17R3
17Pr17QG00Cw02Nr17RU05Wm17Ru17SC00Dm05oT17ST019f006q01eQ0CKb0YBv
17Pr17QG00Cw02Nr17RU05Wm17Ru17SC00Dm05oT17ST019f006f006q01eQ0CKb0YBv
00Cw02Nr05Wm17Ru00Dm05oT17ST019f0jAc01eQ0CKb
00Cw02Nr05Wm17Ru00Dm05oT17ST019f0jAc006f01eQ0CKb
17Sj17T417TM17Td17Tv17UM
0tsM02b0
17WC0Evk
0iew10tG17Wz
17YJ17YX
17Yk17ZC0ET517ZS
17ap02RK17ax
0B-Y17br17c517WC17cR
17dP
17eS0bXs0YmZ0tMq
00Cw17Uq0L-_17VR17Vc17WQ17XI17XZ17X-17Zj05Wm01jI0g7500Dm17Z_17aO019f0Dv317bA17cn006q03Rt01eQ0CKb17dr0YBv02b017el
00Cw17Uq0L-_17VR17Vc17WQ17XI17XZ17X-17Zj05Wm01jI0g7500Dm17Z_17aO019f006f0Dv317bA17cn006q03Rt01eQ0CKb17dr0YBv02b017el
00Cw17X-05Wm01jI00Dm17aO019f01eQ0CKb0YBv
00Cw17X-05Wm01jI00Dm17aO019f006f01eQ0CKb0YBv
17fg17ft17g4
00Cw17fD0L-_17VR17ZC17X-0ET505Wm01jI00Dm17aO019f17fS17gJ006q01eQ0CKb0YBv
00Cw17fD0L-_17VR17ZC17X-0ET505Wm01jI00Dm17aO019f17fS006f17gJ006q01eQ0CKb0YBv
17gp17hB
17io17iw
17jT17jb
11qW17j217jh0drY11rZ0KCZ
17k217kr11_t
00Cw07AA17X-17hb05Wm01K817i717ia17aO019f006q01eQ0CKb0YBv17lC
00Cw07AA17X-17hb05Wm01K817i717ia17aO019f006f006q01eQ0CKb0YBv17lC
00Cw17ls17mE17X-01jI0k2F00Dm17aO019f006q03Rt01eQ0CKb0YBv
00Cw17ls17mE17X-01jI0k2F00Dm17aO019f006f006q03Rt01eQ0CKb0YBv
00Cw01jI17mR00Dm019f01eQ0CKb0YBv
00Cw01jI17mR00Dm019f006f01eQ0CKb0YBv
17md17ms0Cjy
00Cw17n717nX17VR17X-05Wm01jI00Dm17aO019f17nu006q03Rt01eQ0CKb0YBv02b0
00Cw17n717nX17VR17X-05Wm01jI00Dm17aO019f17nu006f006q03Rt01eQ0CKb0YBv02b0
17oK05Wm019f17oX17oq17p4
17pg17p_
17q-
17rF
17s6
17rj17sZ17st17tJ
0sga
17uQ17v417s6
0Eu80KC3
01W7019n
17wJ019f01VT0FDH17wZ06fu17wz
17pN0g0y17qV17tk00Dm17vQ0YHU17vu01eQ0CKb17xF0YBv
17pN0g0y17qV17tk00Dm17vQ006f0YHU17vu01eQ0CKb17xF0YBv
0iao0fzu
00Cw006f17xV0YFj
0Mjh0UdH17xk006f0bvc
17yc17yr17zJ
00Cw17y817zf17-90pZP00Dm17-J17-d17-_17_E17_Y0pXl01eQ0CKb17_-12G_0AvP0JVF
00Cw17y817zf17-90pZP00Dm17-J17-d17-_17_Y006f180E0pXl01eQ0CKb17_-12G_0AvP0JVF
06fu180f
00Cw17y817zf17-90pZP00Dm17-J17-d17-_17_Y006f180E0pXl180s01eQ0CKb17_-12G_0AvP0JVF
000000Dm0YGz
182S182e
186D186L
186r186z
0zGv1863186T0zHk18730drY11rZ
187N187i188H188r
1899
18AH
189h18Ak18BI
185h18Bw02b0
00Cw181N181s05Wm182q183C00Dm183b019f183z184K184h12TV1851185J18CK01eQ0CKb
00Cw181N181s05Wm182q183C00Dm183b019f183z006f184K184h18Cz12TV1851185J18CK01eQ0CKb
05Wm01K818DV019f18Dp18EB18EY
00Cw01K818Ep01eQ0YGm0YBv
00Cw01K8006f18Ep01eQ0YGm0YBv
00Cw18F900Dm05bt01Co01eQ0CKb0YGz00Jr18FR
00Cw18F900Dm05bt01Co006f01eQ0CKb0YGz00Jr18FR
18Ho
18H-18IT
00Cw0CFi18Fe18GC18Ga0C8r18H100Dm18HL18Iy01eQ0CKb0YBv
00Cw0CFi18Fe18GC18Ga0C8r18H100Dm18HL006f18Iy01eQ0CKb0YBv
18Ll0abV
0CFi18GC18Ju18KR18Ki0C6W18K_18LJ18Lx0ryQ00EX
0DB005Tg
18Ol
18O218OL18P318Pc18Pq18QJ
00Cw18JB18M818Mm00aY18KR18NK18Nd00Dm0IbY18Qq0EFc01Co0YmC18Ol18RI01eQ0CKb0YBv00kb
00Cw18JB18M818Mm00aY18KR18NK18Nd00Dm0IbY18Qq0EFc01Co006f0YmC18Ol18RI01eQ0CKb0YBv00kb
17ap18U0
0soV0s1t
0ymq0bsJ
18YF18YY
00Cw18RX18Ru18SS18Sf18T118Td18UF0u9-00aY18Uv18VD18VT18Vj18WA00Dm18WW18HL0IbY18Wl18XD18Pc0E4k01Co18Xm18Yn0YmC18ZN18Zi0J4Y18RI01eQ0CKb18a00YBv00kb18aN
10vI18U0
00Cw18RX18Ru18SS18Sf18T118Td18av0u9-00aY18Uv18VD18VT18Vj18WA00Dm18WW18HL0IbY18Wl18XD18Pc0E4k01Co18Xm006f18Yn0YmC18ZN18Zi0J4Y18RI01eQ0CKb18a00YBv00kb18aN
0ymq0KHk
00Cw18bZ18T118O218c600aY18cg0E4G18d818dV00Dm0IbY0E4k01Co18di18e30YmC18Ol0J4Y18RI01eQ0CKb18eO18em0YBv00kb18aN
00Cw18bZ18T118O218c600aY18cg0E4G18d818dV00Dm0IbY0E4k01Co18di006f18e30YmC18Ol0J4Y18RI01eQ0CKb18eO18em0YBv00kb18aN
00Cw18bZ18T118O218c600aY18cg0E4G18d818dV00Dm0IbY0E4k0yqN01Co18di006f18e30YmC18Ol0J4Y18RI01eQ0CKb18eO18em0YBv00kb18aN
18fa01QU18fm0efk0cG10FOQ
18fK18gK
18hC00Cw0EBJ0C8r00Dm019f18ht0ECT18iL01eQ0CKb0YBv0ECe
18hC00Cw0EBJ0C8r00Dm019f006f18ht0ECT18iL01eQ0CKb0YBv0ECe
18ii18iy18jR
04t30tzN
18o118oV18oz
18mw18nE18ni18pR18pu18q9
18sQ00hb
18jn00Cw18kL18Sf0C6W18WA18kz00Dm18lO019f18lf18l_18mI18ma18ZN18qd18rA18rU18ry01eQ0CKb18sj0YBv0ECe18t80a0a
18jn00Cw18kL18Sf0C6W18WA18kz00Dm18lO019f18lf006f18l_18mI18ma18ZN18qd18rA18rU18ry01eQ0CKb18sj0YBv0ECe18t80a0a
18vC18vN
18vZ
18w_18x502b0
18uo18Td18w618wU18wi18xZ
00Cw18bZ18SS18Sf18tP18T118tn18O218c600aY18u418cg18WA00Dm0IbY0E4k01Co18uR18y718yj18e30YmC18ZN18Zi0J4Y18RI01eQ0CKb18y_0YBv00kb18aN
10vI18zM
00Cw18bZ18SS18Sf18tP18T118tn18O218c600aY18u418cg18WA00Dm0IbY0E4k01Co18uR18zb006f18y718yj18e30YmC18ZN18Zi0J4Y18RI01eQ0CKb18y_0YBv00kb18aN
00Cw18bZ18SS18Sf18tP18T118tn18O218c600aY18u418cg18WA00Dm0IbY0E4k0yqN01Co18uR18zb006f18y718yj18e30YmC18ZN18Zi0J4Y18RI01eQ0CKb18y_0YBv00kb18aN
00Cw03EU00Dm019f01eQ0CKb15hY10qr
00Cw03EU00Dm019f006f01eQ0CKb15hY10qr
18-a18-r
00Cw18uo18Td18-A00Dm019f18w618_518_X18wU18wi18_r190K01eQ0CKb0YBv18xZ0a0a
00Cw18uo18Td18-A00Dm019f18w618_518_X18wU18wi006f18_r190K01eQ0CKb0YBv18xZ0a0a
13yf190v13z3
191C02b0
191W10qr
0JVF
0Wtk192T
019f191-006f192u193H193g0YGz02b0
1941194R194w
112i0q3o00Cw195V18bZ18SS18Sf18T10u9-18c600aY18WA00Dm0IbY0EFc01Co0EG01963196R0YmC196z18ZN197d0J4Y18RI01eQ0CKb18y_0YBv00kb18aN
18fa01QU18fm0efk0cG1197y
112i0q3o00Cw195V18bZ18SS18Sf18T10u9-18c600aY18WA00Dm0IbY0EFc01Co0EG01963006f196R0YmC198918ZN197d0J4Y18RI01eQ0CKb18y_0YBv00kb18aN
18fa198p01QU18fm0efk0vKz0y-X
112i0q3o00Cw195V18bZ18SS18Sf18T10u9-18c600aY18WA00Dm0IbY0EFc01Co0EG01963006f196R0YmC199P18ZN197d0J4Y18RI01eQ0CKb18y_0YBv00kb18aN
18fa198p01QU18fm0efk0vKz19A30yrF0y-X
112i0q3o00Cw195V18bZ18SS18Sf18T10u9-18c600aY18WA00Dm0IbY0EFc01Co0EG01963006f196R0YmC19AJ18ZN197d0J4Y18RI01eQ0CKb18y_0YBv00kb18aN
112i0q3o00Cw195V18bZ18SS18Sf18T10u9-18c600aY18WA00Dm0IbY0EFc0yqN01Co0EG01963006f196R0YmC19AJ18ZN197d0J4Y18RI01eQ0CKb18y_0YBv00kb18aN
19Az0vV402b0
00Cw05Wm00Dm019f19B901eQ0CKb
00Cw05Wm00Dm019f006f19B901eQ0CKb
05Yj090819Bw0YHU
00Cw00Dm019f19Bc19CC01eQ0CKb05bR
00Cw00Dm019f19Bc006f19CC01eQ0CKb05bR
19D2
0zH719Dy0drY0zIC
19Gg19HB
19Je19K119KG
19II19Iz19KU
00Cw19Cf19Cs19DM05Wm19E819Ei19F100Dm0eDl19FF19FT019f19Fm19GM19Hd19Kw19LS19Lg01eQ0CKb0YGz
00Cw19Cf19Cs19DM05Wm19E819Ei19F100Dm0eDl19FF19FT019f19Fm19GM006f19Hd19Kw19LS19Lg01eQ0CKb0YGz
0bjM
19MH19Ml
09770h9M
00Dm00hb05bR
00Cw19Lt19NP19Nv19OG19Og00Dm19PC19Pj0gse0gtV0YHU01eQ0CKb0YGz19Q9
00Cw19Lt19NP19Nv19OG19Og00Dm19PC19Pj0gse0gtV006f0YHU01eQ0CKb0YGz19Q9
19RM19S8
00Cw19QP19Qk00Dm019f19Q_19SZ01eQ0CKb19T2
00Cw19QP19Qk00Dm019f19Q_19SZ006f01eQ0CKb19T2
00Cw00Dm019f19TO01eQ0CKb05bR19Tr
00Cw00Dm019f006f19TO01eQ0CKb05bR19Tr
19UI0ya2
19U100Cw00Dm08bA019f19UT01eQ0CKb
19U100Cw00Dm08bA019f19UT006f01eQ0CKb
19Us00Dm19V70Yf919VW
19Us00Dm19V70Yf9006f19VW
19Vk19W319WQ
00Cw19Wn00aY0EI40YYf04_m00Dm0Zlu19X80EIh019f01eQ0CKb0YFj
0zGv19Xe056s
00Cw02Nr01K804-g019f19XP19Xt01eQ0YGm
00Cw19Wn00aY0YYf04_m00Dm0Zlu19X80EIh019f01eQ0CKb0YFj
0zH719Y90zIC
19Xe
00Cw19YN19Yz19ZT00Dm0Zcf0YGz
19Zt00Cw00Dm19aA0YBv
19aY19aq19Xe0BwP
19d719dO
00Cw19bN19ZT19bt138T19cO19ck00Dm0Zcf19df19e40YBv19eN
19Zt00Cw19eo00Dm19aA0drY0YBv
19g619gN19gi12Pu19h319hT19hv01Z5
19iu19j719jW00C6
19fl19iJ19jk
19kp
12zh19lL
19m_19nI0tY9
19os
19f500Cw0EJa19kN19le19mL093k05Wm19nc019f19o101VT006f01eQ0YGm19p50YBv0ESd
0wto19pc
19m_0tY9
0Eq80ET5056s
00Cw0ESs19py05Wm19qb00Dm19r4019f01VT01eQ0CKb19rL
00Cw0ESs19py05Wm19qb00Dm19r4019f01VT006f01eQ0CKb19rL
19rn05bR
19s7
0Idp19t519tL
0g29019f02RK
0g29019f01VT02RK
19v_19wG19wU
19wj19x319xO
01e101VT19yE
19y_19zN19zz
19-k19-u
19uV19uu19vB19vS0w2n0tPA19vg0sYQ01VT19xn19yd19-M19_619_S
0Eq80ET5019f056s
00Cw0ESs0ET505Wm00Dm019f19sX0Fcu01VT19tU19tw19uI19_v1A0O1A0c1A0_1A1L
0g29019f0paD02RK
01e10paD19yE
1A231A2T1A2n19vS0w2n0tPA19vg0sYQ0paD19xn1A3219-M19_619_S
00Cw0ESs0ET505Wm00Dm019f19sX0Fcu0paD19tU1A1h006f19uI1A3Q1A3v1A0c1A0_1A1L
1A48019f1A4K1A4X
1A4k1A51
1A5d18w_1A5k019f0bQ202b01A61
1A6I1A6b1A6-02RK
1A7U1A7h1A4K1A4X
1A7v1A8C
0KDy1A5C0g3g1A7B1A8O
1A8l19rn05bR
1A9F
1ABI1ABT1ABm1ACA1ACX
1AAD1AAP1AAg1AA_1ACu1ADH1ADj1AD-1AEH
00Cw0ESs0ET505Wm00Dm019f1A9f0Fcu0paD19tU1A1h006f19uI1A3Q1A3v1A0c1AEd1A0_1A1L
0tPA1AF3
1AFh
1AGs1AHD1AHk
1AIJ
0YF51AGA1AIo0YHU
0Eq81AJJ0ET5090e02b0
0tPA1AF31AJg
1AK0
1AGs1AHD1AJg1AHk
1ALB
0YF51AKV1ALg0YHU
0Eq81AMB0ET5006f090e02b0
1AMY1AMx13ZR
1ANE
1ANj0YF51AKV1ALg0YHU
0Eq81AOF0ET5006f090e02b0
1AOc1AOz1APG1APk0Tl_1AQ31AQT1AQe1AQu
16uP1ART1ARm
0uk1
16uP1ASu
1AR21AS000Dm1ASS019f1AT3
1AR21AS000Dm1ASS019f006f1AT3
0Aho1AUZ0pXl
00Cw1ATU0ESs1ATr0akO05Wm00Dm1AUG019f1AU-01eQ0CKb
00Cw1ATU0ESs1ATr0akO05Wm00Dm1AUG019f1AU-006f01eQ0CKb
1AVh0FOQ
1AXA0c7v
1AYA1AYs
1Aa90cO70cIy1AaP
1AXW1AZZ1AbA0cOK1Abf1Abs
0cFg1AVt1AWa0g8i1AcJ0z5Z
00Cw1ATU1Acn0ESs1ATr0akO05Wm00Dm1AUG019f1AU-006f01eQ0CKb
19m_0ET51AdQ1Adn1Ae4
19m_1Af81Afb1Afs
01W71AgU1Agg
19m_1AhG1AhV1Ahw
0e7D1Ain1AhG01W7
00001Ajb
1Akm
0e7D01W71AgU
1Am6
19m_1AdQ1Adn1AhG01W71Amr
1AnN1Ang
00Cw1AeF1Aed1Aet0ET51Ag805Wm1Agt1Ai41AiP00Dm1AjG1Ak71AlC1Alk019f1AmQ0knM1An40hn71Anz16i91AoU01eQ0CKb
00Cw1AeF1Aed1Aet0ET51Ag805Wm1Agt1Ai41AiP00Dm1AjG1Ak71AlC1Alk019f1AmQ006f0knM1An40hn71Anz16i91AoU01eQ0CKb
1Aok1Ap0
1AqJ1Aqk1ArH
1Ape1Ard
0ESs1As600Dm
0ESs1As600Dm006f
0GyG0ET5090e
00Cw1Asp05Wm00Dm1At1019f1AtL1Atk01eQ0CKb1Atv
00Cw1Asp05Wm00Dm1At1019f1AtL006f1Atk01eQ0CKb1Atv
1AuI00Cw07Fr1AuW1Aus06_q1AvJ00Dm019f1AvZ1Avs1AwB1AwU1Awm1Aw-0YHU16i90YmC006q0pXl01eQ0CKb00kb1AxE1AxT1Axs
1AuI00Cw07Fr1AuW1Aus06_q1AvJ00Dm019f1AvZ1Avs1AwB1AwU1Awm1Aw-006f0YHU16i90YmC006q0pXl01eQ0CKb00kb1AxE1AxT1Axs
01e11AyW1Ayp1Ay_
1A-V
1B1L
1B2Z15Nf1B2q1B2-1B380Fcu1B3Q0aJN
00Cw1AzI1Azc1Azs05Wm1A-C1A-s1A_L00Dm1A_c1B011B0N1B0e019f1B0t1B1h1B2D0YHU16i91B3c01eQ0CKb0ZoW1B49
00Cw1AzI1Azc1Azs05Wm1A-C1A-s1A_L00Dm1B4P1A_c1B011B0N1B0e019f1B0t1B1h1B2D006f0YHU16i91B3c01eQ0CKb0ZoW1B49
0GyG19m_0ET5090e
1B5L1B5m1B6B1B6f
1B741B7e
0Fqm00ze
00Cw05Wm1A_L00Dm1B4c1B561B0N1B0e019f1Avs1B7w0YHU1B8H01eQ0CKb0eCz1AxE
00Cw05Wm1A_L00Dm1B4c1B561B0N1B0e019f1Avs1B7w006f0YHU1B8H01eQ0CKb0eCz1AxE
19uV19uu1B9X19vS0w2n0tPA19vg0sYQ01VT19yd19-M19_619_S
0ESs03EU0ET500Dm1B8W1B8s01VT1B9C1B9o090e
0ESs03EU0ET500Dm1B8W1B8s01VT1B9C006f1B9o090e
0lOW19t51BAH
0ESs0ET500Dm1BAQ090e0YGz
0ESs0ET500Dm1BAQ006f090e0YGz
00Cw05Wm00Dm1BAs01eQ0CKb
00Cw05Wm00Dm006f1BAs01eQ0CKb
1BB700Dm0Yf9
1BB700Dm0Yf9006f
00Cw1BBO1BBf05Wm00Dm1BBu1BCH1BCe1BCv1BDA1BDV1BDq01eQ0CKb
00Cw1BBO1BBf05Wm00Dm1BBu1BCH006f1BCe1BCv1BDA1BDV1BDq01eQ0CKb
1BE30g8i
1BF30g8i
0g8i1BG9
1BEX1BFa1BGV
1BGv00Dm019f
1BGv00Dm019f006f
1AuI1BHU1BHk1B1h16i90eCz
1BIE1BIS
1BJE1BHU1BHk1BJT03CS
1BJn1BK8
1BHw00Cw05Wm0YYf1BIi00Dm019f1BKJ0hn71BKf01GE01eQ0CKb0YBv02b01BK-
1BHw00Cw05Wm0YYf1BIi00Dm019f1BKJ006f0hn71BKf01GE01eQ0CKb0YBv02b01BK-
06fu0c1Z
00Cw0GyG1BLF093k0ET500Dm019f1BLT1BLh1BLv
00Cw0GyG1BLF093k0ET500Dm019f1BLT1BLh006f1BLv
00Cw1BMM05Wm00Dm1A-V01e101eQ0CKb
00Cw1BMM05Wm00Dm1A-V01e1006f01eQ0CKb
1BMn1BNA00Dm1BNR1BNn0YGz0E-c
1BMn1BNA00Dm1BNR1BNn006f0YGz0E-c
1BO100Dm0knM0YGz15ij0E-c
1BO100Dm006f0knM0YGz15ij0E-c
1BPw1BQE
1BOF00Cw1BOc1BP31BPL05Wm07KV1BPc00Dm00hb1BQR1BQ-1BRS1BRs1BSF00C60Ezt1BSY01eQ0CKb0YFj1BSq
1BOF00Cw1BOc1BP31BPL05Wm07KV1BPc00Dm00hb1BQR1BQ-1BRS1BRs1BSF006f00C60Ezt1BSY01eQ0CKb0YFj1BSq
1BOF00Cw1BOc1BP31BPL05Wm07KV1BPc00Dm0IbY00hb1BQR1BQ-1BRS1BRs1BSF006f00C60Ezt1BSY01eQ0CKb0YFj1BSq
00Dm0exc1BTI1BTU1BTg0E-c
00Dm0exc1BTI1BTU006f1BTg0E-c
1BTz1BUJ1BUj1BV41BVO00Dm1BVi1BW01BWK1BWe1BX41BXN1BXe006q0YGz0E-c
1BTz1BUJ1BUj1BV41BVO00Dm1BVi1BW01BWK1BWe1BX41BXN006f1BXe006q0YGz0E-c
1BXw01K8019f1BYA0E-c
1BXw01K8019f006f1BYA0E-c
004h0B2Z01K80exc019f1BTg1BYW1BYs0E-c
004h0B2Z01K80exc019f006f1BTg1BYW1BYs0E-c
13EM
1BZI
1Ba0
1BaO
1BZf1Bb41BbZ
04bj00Cw1Bbt1BcF1BcP00Dm01eQ0CKb
04bj00Cw1Bbt1BcF1BcP00Dm006f01eQ0CKb
019f0fzu
1Bcw0F0R00Dm019f0fzu
1BdS0F0R00Dm019f006f0fzu
0rfT0M_S1Bd-1BeE1Bed1Beq0rfw
1BfA
0KGt00Cw05Wm0F0R1BfW00Dm019f1Bfz01eQ0CKb
0KGt00Cw05Wm0F0R1BfW00Dm019f1Bfz006f01eQ0CKb
0rfT0M_S1Bd-1BeE1Bed1Beq1Bg50rfw1BgH
1BgX
0KGt00Cw05Wm0F0R1Bgt00Dm019f1Bfz006f01eQ0CKb
0F0R00Dm1BhK0YSR
0F0R00Dm1BhK006f0YSR
1Bhf00Cw0F0R05fM00Dm0KDy019f01eQ0CKb
1Bhf00Cw0F0R05fM00Dm0KDy019f006f01eQ0CKb
1Bhf00Cw0F0R05fM00Dm1Bhr0KDy019f006f01eQ0CKb
1Bi2
0cAx1BiY
1Bit
1BiH00Cw004h01K81BjA0knM006q01eQ0YGm
1BiH00Cw004h01K81BjA006f0knM006q01eQ0YGm
0Mjh0F0R0zX-0Uqc00Dm1Bjc1Bjy1Bk60YFj
0Mjh0F0R0zX-0Uqc00Dm1Bjc1Bjy006f1Bk60YFj
0Mjh1Bcw0F0R019f0fzu
0Mjh1Bcw0F0R019f006f0fzu
0gY700Dm
0gY700Dm006f
0zZe
1BlJ
1Blh
1BZf1BmN1Bms
1BkT1Bkk1BnA0F0R00Dm
1BnY1BnA0F0R00Dm006f
1Bo6019f
1BoL1Bo60F0R00Dm019f
1BoL1Bo60F0R00Dm019f006f
0b0c1Bot0F0R00Dm0YrW
0b0c1Bot0F0R00Dm0YrW006f
00Cw0b0c1BpB1Bot0F0R00Dm0YrW006f01eQ0CKb
1Bhf00Cw0F0R05fM00Dm0KDy019f006f01eQ0CKb1BpT
0F3H1Bpq1Bq800Dm1Bqg1Bqz0tpw1Br803vB0F1y
1BrX00Dm
1Bro1BsK1Bse00Dm1Bsu1BtD1Bte1Bu61Bud1Bux1BvF
00Cw00Dm019f0ZCw0FJ3
1Bvm00Dm019f1Bvv
0F2X1Bw3
1Bvm00Dm00hb0Y_s0Yf9
1Bvm00Dm0ogK
0F2X1BwK
00Cw0F3H00Dm00hb0Y_s0ZCw1Bwa01eQ0CKb0FJ3
00Cw1Bwi00Dm01eQ0CKb1Bw_0n5f
1BxK01K8
00Cw0F5J05Wm00Dm00hb0Y_s0ZCw0Yf90F5s01eQ0CKb
00Cw0F5J1Bxf05Wm00Dm00hb0Y_s0ZCw0Yf90F5s01eQ0CKb
0og900Dm019f0ogK0ogY0ogi
01e10Wtk
00Cw1ByE0F3H05Wm1Bya00Dm1Byz1BzL1Bzl00hb0Y_s0ZCw1B-701eQ0CKb0FJ3
1Bw30F42
00Dm00hb0Y_s0Yf90knM
00Dm0ogK0knM
1BwK0F42
00Cw00Dm019f1B-V01eQ0CKb0FKm
00Cw00Dm019f1B-V0FK_01eQ0CKb0FKm
1B-v00Dm
00Cw1B_Q0YJQ05f800Dm00hb0Y_s0ZCw1B_k01eQ0CKb0bFp0FM6
00Cw1B_-0F3H1C0I05Wm00Dm00Xa0F2l01eQ0CKb0FJ3
00Dm0BR61C0Z1C0u1C1Q03vB0FNF
0F3H1C1l0FLf00Dm1C261C2Y0BR61C0Z1C0u1C1Q03vB0FNF
1B_Q1C2_00Dm03vB0FNF
00Cw0g3P00Dm019f0ZCw1B-701eQ0CKb0FJ3
1C3H00Dm0F1y
1C3S00Dm1Bqg0B2n0UGX1C3o1Bqz0F1y
1Bw30FNF
00Dm00hb0Y_s0Yf90F1y
00Dm0ogK0F1y
1BwK0FNF
0FNS0FNe00Dm1C4E1C4S0Wr60FOQ
00Cw1C4n1C5800Dm0ZCw1C5N01eQ0CKb0B3V1C5c
00Cw1C4n1C5800Dm0ZCw1C5N0KZk01eQ0CKb0B3V1C5c
05Wm0pPR0FQh0F2L00Dm0FRX
00Cw05Wm0pPR0FQh0F2L00Dm0FRX006f
0FRs00Dm0FRX1C611C6E
0FRs00Dm0FRX1C611C6E006f
0TMr1C6V0YWH0xIT1C6i056s1C6t02RK
1C6i02RK0KC3
1C7y1C6V1C8B1C8P1C8j0xMD
1C790pPR1C7V0FQh00Dm0FRX1C7o1C911C9I1C9U1C9u1CAE0buw0YXS04bx0FNF1CAT
1C790pPR1C7V0FQh00Dm0FRX1C7o1C911C9I1C9U1C9u1CAE006f0buw0YXS04bx0FNF1CAT
1C790pPR1C7V0FQh00Dm0FRX1C7o1C911C9I1C9U1C9u1CAE006f0buw0YXS04bx0FNF0FYX1CAT
00Cw1CAg1CB00FcE05Wm07Xg00Dm0rnO019f02Rk1CB90j5a1CBL01eQ0CKb00Jr0aoB0abV
00Cw1CAg1CB00FcE05Wm07Xg00Dm0rnO019f02Rk1CB9006f0j5a1CBL01eQ0CKb00Jr0aoB0abV
1CBl0qmH
1CDW1CDv0Z_k0rnO0Z_s13SX15vp0a0a
0C101CE61CEM1CEa
1CEq1CFI
05t70mbt
00Cw1CC01CCM0FcE05Wm1CCe1CD507Xg00Dm1CFR0rnO019f02Rk1CF-01D91CGE01eQ0CKb1CGZ0abV136J
00Cw1CC01CCM0FcE05Wm1CCe1CD507Xg00Dm1CFR0rnO019f02Rk1CF-01D91CGE006f01eQ0CKb1CGZ0abV136J
1CHE1CHa1CI115ij
1CH105Wm0rnO1CIH01e11CIl
1CJn05Wm1CGZ
0i9Z0i9v1CKr
1CM5
0Mjh0YF51CLG1CLi1CMU
00Ar1CNg1CNr
1CPM0F420iew0x5F
1CQF1CQX0wNG
1CJ61CK41CN11COB1COt0Unr1CPh1CQk
00Cw0FcE0FhJ05Wm1CRJ00Dm019f01eQ0CKb
00Cw0FcE0FhJ05Wm1CRJ00Dm019f006f01eQ0CKb
1CJn1CTm
1CU31CUX
1CVa0fYl
0pZ_1CX50qmH1CXN
00Cw1CRi0FcE1CS41CSc1CT900Dm1CTS1CUx1CVx1CWX00Xa0FxG0FyA01D901eQ0CKb0YSR01dk1CXd
00Cw1CRi0FcE1CS41CSc1CT900Dm1CTS1CUx1CVx1CWX00Xa0FxG0FyA01D9006f01eQ0CKb0YSR01dk1CXd
0jbJ
00Cw1CRi0FcE1CS41CSc1CT900Dm1CTS1CUx1CVx1CWX1CXv00Xa0FxG0FyA01D9006f01eQ0CKb0YSR01dk1CXd
1CYR0dJc0ruH
00Cw1CRi0FcE0FyZ0Fyq0FhJ05Wm1CS41CSc0g7500Dm1CTS1CUx1CVx1CWX019f01D91CZ103vB01eQ0CKb1CZM
00Cw1CRi0FcE0FyZ0Fyq0FhJ05Wm1CS41CSc0g7500Dm1CTS1CUx1CVx1CWX019f01D9006f1CZ103vB01eQ0CKb1CZM
1CZe1Ca0
00Cw1CRi0FcE0FyZ0Fyq0FhJ05Wm1CS41CSc0g7500Dm1CTS1CUx1CVx1CWX1CaR019f01D9006f1CZ103vB01eQ0CKb1CZM
1Caz
00Cw1CEq1CC00FcE05Wm00Dm019f02Rk1CF-01D91CbM01eQ0CKb1Cbu0abV136J
1CH100Cw1CEq1CC00FcE05Wm00Dm019f02Rk1CF-01D9006f1CbM01eQ0CKb1Cbu0abV136J
1CcD1Cci
0hsr0ht7
1CeP
0Aho1Cf11CfC1115
00Cw0FcE0FhJ05Wm00Dm1Ccx1CdX1Cdw1CeD1Cej019f1Cfd12TV0YmC0wQ70pXl01eQ0CKb1Cfz
00Cw0FcE0FhJ05Wm00Dm1Ccx1CdX1Cdw1CeD1Cej019f1Cfd006f12TV0YmC0wQ70pXl01eQ0CKb1Cfz
1CgU1Cgd1Cgs
1Ch402b0
1Chl1Chy0wGO1CiJ1Cid
1Cip1Cid
1CjQ02b00bf60ddY
1ChV1Cj11Cjj
019f1CkK
1Cke1Cid
00Cw05Wm0fTa01K8019f1Cjz1Cku06fu0Wr601eQ0YGm
1ClK1Chy0wGO1CiJ1Cid
1ClY1Cid
1ChV1Clm1Cjj
00Cw05Wm0fTa01K8019f1Cm9006f1Cku06fu0Wr601eQ0YGm
00Cw1CAg1CB00FcE05Wm00Dm0rnO019f02Rk01eQ0CKb02b00aoB0abV
00Cw1CAg1CB00FcE05Wm00Dm0rnO019f02Rk006f01eQ0CKb02b00aoB0abV
0Mjh00Dm1Bk60YGz
0Mjh00Dm006f1Bk60YGz
1CmW00Dm0hqV0YBv
1CmW00Dm006f0hqV0YBv
1Cmm0B-f
1CsI1CsZ
1Cug1Cuz
1C_s1D09
1Cmm09080B-f
1D4O1D4k1D4z1D5G1D5U1D5l1D6G1D6h
1Cm-1CnM1Co01Cog1CpG1Cpc1Cp-1CqT1Cqz1CrQ1Crw1Css1CtJ1Ctl1CuI1CvG1Cva1Cv_1CwK1Cwi1Cx21CxT1Cxq1CyD1Cyv1CzZ1C-31C-X1C_21C_S1D0Q1D0k1D1F1D1a1D1x1D2I1D2a1D2p1D371D3W1D3w1D6y
0KGt00Cw05Wm1D7P019f1D7o01eQ0YGm
1Cm-1D7y1D8Y1CnM1Co01Cog1CpG1Cpc1Cp-1CqT1Cqz1CrQ1Crw1D991D9f1Css1CtJ1Ctl1CuI1CvG1Cva1Cv_1CwK1Cwi1Cx21CxT1Cxq1CyD1Cyv1CzZ1C-31C-X1C_21C_S1D0Q1D0k1D1F1D1a1D1x1D2I1D2a1D2p1D371D3W1D3w1D6y
0KGt00Cw05Wm1DAB019f1D7o006f01eQ0YGm
0Mjh1DAa00Dm1Bk60YGz007K
0Mjh1DAa00Dm006f1Bk60YGz007K
1DB21DB91DBG1DBQ
1DBf00Dm1DC10YBv
1DCU1DB21DB91DBG1DBQ
1DCn00Dm1DC1006f0YBv
00Cw00Dm019f1DD9
00Cw00Dm019f006f1DD9
1DDV0hJq
00Cw0SJt1DDe00Dm019f1DE401eQ0CKb0sbP
00Cw0SJt1DDe00Dm019f006f1DE401eQ0CKb0sbP
00Cw00Dm1DER
00Cw00Dm006f1DER
1DFl1DGA
1DFC1DGr
1DIW1DIm1DI_
1DK6
0Z-v0Z_I10uQ0ymq0IbY10vR01eQ0CKb0a05093I0a0K10wT
0Z_I1DN71CEa
1DQ71DQg1DQu1DRF
1DPt1DRV
1DTm
1DUY1DUp11Z011ZW11Zm
0Z-v1DVr1DW511su
1DY91DYl1DZO
0Z-v074e10uQ0ymq0IbY01eQ0CKb0a05093I0a0K10wT
1DEa00Cw1DEi0Mx91DHT1DIC1DJK1DJi1DKL1DKs1DLB1DLd1DM11DMJ1DMh1DNK0G7z1DNq09UP1DO31DOV00Dm1DOu1DPX1DRu0G9m0Mwt1DSS1DSp1DT71DTK1DU21DV91DVc1DWR091R0GDK1DWs1DXA1DXf0CHU1DZg1DaF0CI90GF_1DaU1Day0Z0U1DbN1Dbi0JRM01eQ0CKb1Dc815hY1DcK1Cbu1DcY1Dd10y-k
0a5C11su
1DEa00Cw1DEi0Mx91DHT1DJK1DKL1DKs1DLB1DLd1DM11DMJ1DMh1DNK0g3P0G7z1DNq09UP1DO31DOV00Dm1DOu1DPX1DRu0G9m0Mwt1DSS1DSp1DT71DTK1DU21DV91DVc1DWR091R0GDK1DWs1DdH1DXA1Dde1DXf0CHU1DZg1DaF0CI90GF_006f1DaU1Day0Z0U1DbN1Dbi0JRM01eQ0CKb1Dc815hY1DeE1Cbu1DcY1Dd10y-k
1DIW1DIm1DeR1DI_
0Z-v1DfD1DfT0JhS1Dfl1Dg51DgX1Dgw11o_1DhK0GH0006q
1DEa00Cw1DEi0Mx91DHT1Der1DKL1DKs1DLB1DLd1DM11DMJ1DMh1DNK0g3P0G7z1DNq09UP1DO31DOV00Dm1DOu1DPX1DRu0G9m0Mwt1DSS1DSp1DT71DTK1DU21DV91DVc1DWR091R0GDK1DWs1DdH1DXA1Dde1DXf0CHU1DZg1DaF0CI90GF_006f1DaU1Dhh1Day0Z0U1DbN1Dbi0JRM01eQ0CKb1Dc815hY1DeE1Cbu1DcY1Dd10y-k
00Cw00Dm01Co01eQ0CKb0YBv0JRa
00Cw00Dm01Co006f01eQ0CKb0YBv0JRa
00Dm1DiG0YGz0tMq
00Dm1DiG006f0YGz0tMq
1Did1Dj7
0cAx0cYw1Dk7
1DkU
00Cw1Djc00Dm1Dkq1DlZ1Dm30FAO03vB01eQ0CKb1DmJ
00Cw1Djc00Dm1Dkq1DlZ1Dm3006f0FAO03vB01eQ0CKb1DmJ
1Dn8
00Cw05Wm1Dmq05iV019f006f1DnS01eQ0YGm1Dng0YBv
00Cw1Do71DoY00Dm019f1Doz03vB01eQ0CKb1DpH1DpZ
00Cw1Do71DoY00Dm019f006f1Doz03vB01eQ0CKb1DpH1DpZ
0Tup
05Wm
00Cw01K81Dq2019f1DqJ01eQ0YGm0A6J
00Cw01K81Dq2019f1DqJ006f01eQ0YGm0A6J
00C60wOI15Aw
1Dsy1Dt8
1Dqd1Dqn00Cw1DrC1DrZ1Drt1DsB00Dm1DsS01eQ0CKb1DtL1Dtc
1Dqd1Dqn00Cw1DrC1DrZ1Drt1DsB00Dm006f1DsS01eQ0CKb1DtL1Dtc
1Dqd00Cw1Du71DuS1Dud1Duy00Dm1Dv31DvJ
1Dqd00Cw1Du71DuS1Dud1Duy00Dm1Dv31DvJ006f
1DwJ1Dwm
0agB
1DvY00Cw1Dvx1DxB0THC1Dxf00Dm019f1Dxu1DyK03vB01eQ0CKb1Dya1Dyx
1DvY00Cw1Dvx1DxB0THC1Dxf00Dm019f006f1Dxu1DyK03vB01eQ0CKb1Dya1Dyx
1DzP00Dm
1DzP00Dm006f
01e102RK
1Dzo1D-81D-V
1E0C
1Dzo1D_h1E0Z1D-81E0s1E1K1E1u
00Dm1D-y1E2F
00Dm006f1D-y1E2F
1E2u1E3D00Dm0YHU
1E2u1E3D00Dm006f0YHU
00Cw04pp00Dm019f0Yf901eQ0CKb0hDm
00Cw04pp00Dm019f0Yf9006f01eQ0CKb0hDm
00Dm0Yf90EuI
00Dm0Yf9006f0EuI
1E3t0sbP
00Cw1E3X05Wm0YYf00Dm019f1E4A1E4i01eQ0CKb1E5504t3
00Cw1E3X05Wm0YYf00Dm019f1E4A1E4i006f01eQ0CKb1E5504t3
1E5M00Cw1E5V00Dm0YHU01eQ0CKb
1E5M00Cw1E5V00Dm006f0YHU01eQ0CKb
00Cw0e0T1E5s00Dm019f1E6B0A6J
00Cw0e0T1E5s00Dm019f006f1E6B0A6J
1E6o060C
0Tup1E6U1E6-
0e0T
1E8105Wm
00Cw00Dm1E7R019f1E7i1E8V01eQ0CKb0A6J
00Cw00Dm1E7R019f1E7i1E8V006f01eQ0CKb0A6J
00Dm1E8s1E9G1E9a
00Dm1E8s006f1E9G1E9a
00Dm0H3H1E9o
00Dm0H3H006f1E9o1E9x
05Wm1EAY
00Cw1EAK00Dm019f1EAz01eQ0CKb
00Cw1EAK00Dm019f1EAz006f01eQ0CKb
0rxH0YHU1EBK1EBa
1ECD0jbJ0YHU
0beF1ECq1ED81EDS1EDh0YHU
1EEM1EEe1EEv1EFB1EFO1EFf1EFy1EGE0YHU090e
090e
1EGp0YHU
0f2I01JK1EHS0YHU02b0
1ECD1EKP0YHU0mkj
1EL61ELQ0n5f
1ECD1EM00YHU
1ECD1EMg1EMu0YHU
1ENT0b0c1ENp04hg1EO31EOG
1EOh0YHU0cAJ
1EPZ0YHU1EOG
0cAx1EQ009080YHU
0-dZ0YHU0sbP
1EQj0YHU1EQw
1ERO0YHU1ERn
0ddQ0B-f
0ET51ESY0YHU090e1ESu
1EHy1EIP1EIr1EJJ1EJe1EJ_1EKn1ELl1EMG1EN61EOP1EOy1EPG1EPg1EQE1EQT1ER81ES71ETE
00Cw1EBp1ECR1EDx05Wm1EGX1EH81EHb0YF51ETb1ET-1EUG00Dm1EUU1EUr1EV91EVO1EVf019f1EVv1EWC1EWO0lD81EWb1EWq1EX101eQ0CKb1EXP
00Cw1EBp1ECR1EDx05Wm1EGX1EH81EHb0YF51ETb1ET-1EUG00Dm1EUU1EUr1EV91EVO1EVf019f006f1EVv1EWC1EWO0lD81EWb1EWq1EX101eQ0CKb1EXP
0YHU0BzK0YmZ0tMq
00Cw0YYf00Dm0YBv1EXj
00Cw0YYf00Dm006f0YBv1EXj
00Cw1EYB00Dm1EYQ1EYj00hb1EY-1EZE01eQ0CKb0YBv04t3
00Cw1EYB00Dm1EYQ1EYj00hb1EY-1EZE006f01eQ0CKb0YBv04t3
00Cw0FNe00Dm00hb1C4E01eQ0CKb0YGz
00Cw0FNe00Dm00hb1C4E006f01eQ0CKb0YGz
1EZk
1EbA1EbT
00Cw1EZz00Dm00hb1EaZ01GE01eQ0CKb1Ebv0YGz
00Cw1EZz00Dm00hb1EaZ006f01GE01eQ0CKb1Ebv0YGz
1EKP
1EcT1Ecv1EdE
00Cw1EdT00Dm01e101GE01eQ0CKb0YBv
00Cw1EdT00Dm01e1006f01GE01eQ0CKb0YBv
1Efe0aoB
00Cw00Dm1Ee31Eef1Ef41Efy01e101eQ0CKb0YBv
00Cw00Dm1Ee31Eef1Ef41Efy01e1006f01eQ0CKb0YBv
1EgV
0x5F
1Egh0cAx1EhP1Ei61EiT0k4H
1EjI
1Ek10oxi0dsm
1EkG
0ak_0oxi0dsm
1EoZ1Eon
1Epe
1Ep51Eps
1Eko1ElR1Elg1EmL1Emh1EnD1Enj1Eo81EqQ
1Eiq1EjU1Eqh
1EsG1EsU1Esi0ipT
1Eri1Et20oCE
1EuK1Eur1EvX
1EtX1Ett1EwD
1Ex40kHd0iew
1EwW1Exb1EyK00C6
00Cw1ErI004h1Ez20TWX05Wm0GPJ00Dm0GPr1Ezt019f00C60hn7006q01eQ0CKb0YBv02b0007K
00Cw1ErI004h1Ez20TWX05Wm0GPJ00Dm0GPr1Ezt019f006f00C60hn7006q01eQ0CKb0YBv02b0007K
1E-91E-T1E-p
1E_e
1E-_1F03
00Cw1F0h05Wm0GP11F1500Dm0GPr019f0YHU006q0YBv
00Cw1F0h05Wm0GP11F1500Dm0GPr019f006f0YHU006q0YBv
00Cw004h05Wm0GPJ1F1M17yc00Dm0GPr1Ezt019f0YHU1F1W006q01eQ0CKb0YGz007K
00Cw004h05Wm0GPJ1F1M17yc00Dm0GPr1Ezt019f006f0YHU1F1W006q01eQ0CKb0YGz007K
1F1q1F2D
1F331F3G1F3U1F3j1F3y
1F4j1F4z1F5B1F5Q
019f1F4N1F5d02b0
0rnO
1F83
1F9H1F9g
1FAn1FB00bFB1FBP0sLy0GLc1FBf
1FA71FC6
00Cw1F2e004h05Wm1F5w1F6m0GPJ00Dm0GX7019f0YHU1F6x006q01eQ0CKb0YBv007K1F7i1F8X1FCl
00Cw1F2e004h05Wm1F5w1F6m0GPJ00Dm0GX7019f006f0YHU1F6x006q01eQ0CKb0YBv007K1F7i1F8X1FCl
00Cw05Wm00Dm0GPr019f1FDL0YHU1FDu006q01eQ0CKb0YBv
00Cw05Wm00Dm0GPr019f1FDL006f0YHU1FDu006q01eQ0CKb0YBv
00Cw05Wm00Dm0GPr019f0YHU1FDu006q01eQ0CKb1FEJ0YBv
00Cw05Wm00Dm0GPr019f006f0YHU1FDu006q01eQ0CKb1FEJ0YBv
00Cw0FNe00Dm1DT71FEZ1FEt0Gf_1C4E01eQ0CKb
00Cw0FNe00Dm1DT71FEZ1FEt0Gf_1C4E006f01eQ0CKb
1FF61FFM
00Cw00Dm019f1FFl01eQ0CKb0YGz
00Cw00Dm019f006f1FFl01eQ0CKb0YGz
1FGL1FGi1FH0
1FIU
0byB04t3
0Wr6
019f1FKl
1FKx1FLJ1FLc1FM0
00Cw1FHO1FHx1FIg1FI-1FJM00Dm1FJx1FKC1FMN090e01eQ0CKb0YBv1FMr
00Cw1FHO1FHx1FIg1FI-1FJM00Dm1FJx1FKC006f1FMN090e01eQ0CKb0YBv1FMr
1FN51FNW1FNi0fzu1FNw
01K81FOB006f
01K81FOw0YHU
05Sk0YHU
1FRE
1FRm
1FSe019f1FSp
1FTm1FUB
1FUp
1FUZ1FV6
1FVN1FVs
1FS_1FTT1FWC
1FWv
01K81FQ71FQa1FQ_1FRO1FS31FWc1FXF1FXu
1FZ8
01K81FQ71FQa1FYr019f1FZU
0k3e1Fa50YHU
01K81FaH1FWc090e
00Cw1FPC0f9H1FPp05Wm00Dm1FY91FYS019f1FZn1FaW1Fb3006q01eQ0CKb0A6J
00Cw1FPC0f9H1FPp05Wm00Dm1FY91FYS019f1FZn1FaW006f1Fb3006q01eQ0CKb0A6J
0YYf0jVd1FcJ
1Fe802b0
0YYf1FeS
0k3e1Fbh1Fc11Fcc1Ffv1FgF0g8i0DuI0YHU
0YHU0bXs0YmZ00kb
1Fbh1Fc11Fcc1FdD1FdX0Idp1Fdl1Fem1FfL0YHU1Ffd1Fgc1Fh31FhG
1FiZ
1FjM1Fjg1FkA
1Fiv1Fks
1FlL
1FmL1Fmf1Fn21Fnj1Fny1FoO1Fog1Foy1FpH1Fpb
1FmL1Fnj1FqH1Fqo1Fr71FrQ
1Fpw1Fri
1Fs7
0ESs0ET5006f0YHU090e04tc
0YYf1Flk1FsU1Ft6
0YYf1FfL
0k3e1Fbh1Fc11Fcc1Ffv1FiF1Ftd1FuO1FgF1Fv70g8i0DuI1Fem0YHU1FvP1Ffd
1Fwo1FxD
0p_Z00C60z5Z
1FwZ1Fbh1Fc11Fcc01e11Fem1FxX1FfL00C61Ffd1Fgc1Fy30n5f
0ET51FzL090e1Fzl
1Fbh1Fc119os1Fcc1Fz_1Fem1FfL0YHU1Ffd1Fgc
1F_A0YHU
1G090YHU
1G0P1G121G1L1G1i
1G2V
1Fbh1Fc11Fcc1FdD1G2z1FdX0Idp1Fdl1Fem1FfL0YHU1Ffd1Fgc1Fh31FhG
1Fbh1Fc11Fcc1G420Idp1Fem1FfL0YHU1Ffd1Fgc1FhG
1Fcc1G581G5R1G5h1G610vKz1Fem1FfL0YHU1FvP1Ffd1Fgc1Fy30nMW
0YYf1G6t1G72
0YYf1G9P
1GAK
1G7n1Fbh1Fc11Fcc1G801G8N0g3v1G8k1G910YNP1Fem1FfL0YHU1Ffd1Fgc0bOh1Fy31G9h1GAi1GBK1GBT
1Fbh1Fc11Fcc1GC91GCd1GCt1GDC1Fem1FfL1Ffd1Fgc1Fy3
004Z0gM61FbO1Fhd1Fvz1Fyj1F-e00Dm1F_W1G1w019f1G3T1G4P1G6K1G7E1GBb1GDP01eQ0CKb0YBv0TjQ
1GDw1Fbh1Fc119os1Fcc1Fz_1Fem1FfL0YHU1Ffd1Fgc
004Z0gM61FbO1Fhd1Fvz1Fyj1GEA00Dm1F_W1G1w019f1G3T1G4P1G6K006f1G7E1GBb1GDP01eQ0CKb0YBv0TjQ
01K80Yf905Sk
01K80Yf9006f05Sk
1GFm
004Z12Pb1GEi00Dm0rnO019f0rrV1GF91GFO1GF_01eQ0CKb0YBv
004Z12Pb1GEi00Dm0rnO1GGV019f006f0rrV1GF91GFO1GF_01eQ0CKb0YBv
004Z12Pb1GEi00Dm0rnO1GGV019f006f0rrV1GF91GFO1GF_01eQ0CKb0YBv1GGw
00Cw0Gj_00Dm019f0GkL
00Cw0Gj_00Dm019f006f0GkL01eQ0CKb
00Cw03EU1GHK0C1000Dm0IbY1GHl019f01eQ0CKb0YBv01dk
00Cw03EU1GHK0C1000Dm0IbY1GHl019f006f01eQ0CKb0YBv01dk
0k3e1Fa519Bw
1GHz1GIT
1GIj1GJ6
1GK6
1GLA1GLV
1GLm
1GMl1GN71GNX1GNt
1GNX1GO-1GPC
1GQ31GNX1GQS1GQi
1GOP1GPU1GR4
1GSM15GS
1GTX
1GSp1GT-
05Sk
1GW2
1GXj1GYG
1GYq1FZ8
1GXG1FTT1GZJ
1Ga6
1GV01GVO1GVa1GWb1GZj1GaY1GbH1Gbq1FQ_
1Gce1Gd71Gdh1GeE019f1Gee
0k3e1Fa5
1Gf81GfO1Gfr090e
1GcM1Ger1GgQ
0bXs0YmZ1Ghc00kb
1GJR1GKR1GMC1GRg1GUY1Ggy1Gh-
1GjN1FOw
1GiS1Gj200Cw1Gjt1FPp05Wm1GkU00Dm1FYS019f1Gki1Gl31Fb3006q01eQ0CKb0YBv1GlT
1GiS1Gj200Cw1Gjt1FPp05Wm1GkU00Dm1FYS019f006f1Gki1Gl31Fb3006q01eQ0CKb0YBv1GlT
0Gvu0b75
1GJR1Glh1GKR1GMC1GRg1GUY1Ggy1Gh-
1GmS1Gj200Cw1Gjt1FPp05Wm1GkU00Dm1FYS019f006f1Gki1Gl31Fb3006q01eQ0CKb0YBv1GlT
1Gn21GnM00Dm1Gnm1GoF0YGz
1Gn21GnM00Dm006f1Gnm1GoF0YGz
00Cw00Dm00hb0Y_s0GkZ1GoW
00Cw00Dm00hb0Y_s006f0GkZ1GoW
0Gl60GlP00Dm0Glb1Gon1Go_1GpG006f
0cLw1Grb
1Gpe1Gq01GqP00Dm1Gqp0YBv1Gr91Gr-1Gsk1Gt81GtY1Gtu
1Gpe1Gq01GqP00Dm1Gqp006f0YBv1Gr91Gr-1Gsk1Gt81GtY1Gtu
00Cw144b1GuV05Wm0p_Z0GpD00Dm1Guw0GqD0GqQ1GvI0a_f01eQ0CKb1GvZ
00Cw144b1GuV05Wm0p_Z0GpD00Dm1Guw1Gvl0GqD1Gvy1GvI0a_f006f01eQ0CKb1GvZ
1GwA1Gwe
1Gx61GxR0yNa1Gxr1Gy500Dm0Glb01e11GyQ1Gyf1Gyz
1Gx61GxR0yNa1Gxr1Gy500Dm0Glb01e11GyQ006f1Gyf1Gyz
00Cw144b1GzJ1Gzg1GuV0UdH1G-600Dm1G-T1G-h1G-r1GvI0a_f1G_201eQ0CKb0YSR1G_U
00Cw144b1GzJ1Gzg1GuV0UdH1G-600Dm1G-T1G-h1G-r1GvI0a_f006f1G_201eQ0CKb0YSR1G_U
144b00Dm0Glb0Yf9
144b00Dm0Glb0Yf9006f
00Cw144b1GuV05Wm0p_Z0GpD00Dm1G-h1Guw0GqD0GqQ0a_f1G_i01eQ0CKb1GvZ
00Cw144b1GuV05Wm0p_Z0GpD00Dm1G-h1Guw0GqD0GqQ0a_f1G_i006f01eQ0CKb1GvZ
00Cw144b1GuV05Wm0YYf00Dm1G-h1G__0Gq10GqQ0a_f1G_i01eQ0CKb
00Cw144b1GuV05Wm0YYf00Dm1G-h1G__0Gq10GqQ0a_f1G_i006f01eQ0CKb
1H0f
1H1S1H1t
1H0N1H130ET5019f1H2D0G_w090e0TjQ
01K81H2X0YSR
01K8006f1H2X0YSR
0H4D
1H0N1H2r0ET5019f1H2D0G_w090e0TjQ
01K8006f1H3E0YSR
1H5V1H5m
1H3Y1H3k1H4F1H4u0GyG1H5-1H6k1H7R00Dm0paD1H831H8P
1H3Y1H3k1H4F1H4u0GyG1H5-1H6k1H7R00Dm0paD1H83006f1H8P
0Vgt0ESs0VmF006f1H8s
0ESs00Dm0908019n
0ESs00Dm0908006f019n
0omf1H98
0ESs05Wm1H9N019f006f
1H9h
1HAV
04ua
0cZs01e11HBb08oX
0ESs05Sk
0GyG019f
0ESs09080B-f
0ESs1HDe1HDt06fu
0GyG0ET501e10H3U
0GyG0H3y1H2r0ET5019f
1HBK1HBv1HCK1HCh1HCz1HDD1HEA1HEX1HEm
1H9v05iV1HAC1HB11HFC
1H9v05iV1HAC1HB1006f1HFC
1HBK1HBv1HCK1HCh1HFZ1HDD1HEA1HEX1HEm
1H9v05iV1HAC1HB1006f1HFp
0GyG0G_c0H0E0H0i0H1600Dm0H1R0H251HGA1HGQ0H3H0H3g0H4d
0GyG0G_c0H0E0H0i0H1600Dm0H1R0H251HGA1HGQ0H3H006f0H3g0H4d
00Er1HGz00Dm05iV0bvc1HHN1HHo
00Er1HGz00Dm05iV006f0bvc1HHN1HHo1HI6
0GyG1HCh01K81HCz1HEX1HEm0YGz
0GyG1HCh01K81HCz006f1HEX1HEm0YGz
0ESs0H1600Dm1HIX0H3g0H4d0YGz
0ESs0H1600Dm1HIX006f0H3g0H4d0YGz
1HJ8
00Cw05Wm0H6C1HIq00Dm0H6n019f1HJd
00Cw05Wm0H6C1HIq00Dm0H6n019f006f1HJd
00Cw05Wm0H6C1HIq00Dm0H6n019f006f1HJd0pnU
1HKY05k4
1HK21HKJ1HKx
1HLz1HMN1HMe
1HNY
00Cw1HLJ1HN30g8i019f1HO9006f01eQ0YGm0YBv0int
1HOb
1HPb
1HP600Cw0H7w05Wm00Dm05iV1HQ901eQ0CKb
1HP600Cw0H7w05Wm00Dm05iV1HQ9006f01eQ0CKb
1HQU
0b0c
1HSP
1HTF0ET51HTY
1HUp
1HU-
1HY7
1HZ91HZT
1HaY
1HbK
02b00c1Z
1HQq00Cw1HRf1HRt1HSm1HTp0YYf1HUV1HVI0HOw0H6C1HVk00Dm0g8i05iV1HWA1HWa1HXA1HXi1HYJ1HYk1HZn1HaN1Hav1HbY1Hc81Hcx1Hda1Hdv01GE1HeO01eQ0CKb1Hep1He-0ECe
02RK0aoB
0zaL
1HfS1Hfp1HgA1HgX
1HQU1Hh3
1Hhc00Cw1HRf1HRt1HSm1HTp0YYf1HUV1HVI0HOw0H6C1HVk00Dm0g8i05iV1HWA1HWa1HXA1HXi1HYJ1HYk1HZn1HaN006f1Hav1HbY1HiR1Hcx1Hda1Hdv01GE1HeO01eQ0CKb1Hep1He-0ECe
1HZ91HZT1HjE
1Hhc00Cw1HRf1HRt1HSm1HTp0YYf1HUV1HVI0HOw0H6C1HVk00Dm0g8i05iV1HWA1HWa1HXA1HXi1HYJ1HYk1Hja1HaN006f1Hav1HbY1HiR1Hcx1Hda1Hdv01GE1HeO01eQ0CKb1Hep1He-0ECe
1Hhc00Cw1HRf1HRt1HSm1HTp0YYf1HUV1HVI0HOw0H6C1HVk00Dm0g8i05iV1HWA1HWa1HXA1HXi1HYJ1HYk1Hja1HaN006f1Hav1HbY1HiR1Hcx1Hda1Hdv01GE1HeO01eQ0CKb0YBv1Hep1He-1HkA0ECe
0sbP
0aZy
10vI
00Er1Hmr
0B-M12vV136J
1Hoa15DT1Hoz1HpB
1HsR1Hsd
0ZGE
1Hu50bXs0YmZ00kb
1Hko00Cw0H9D1Hl51HlW05Wm1Hl_1HmN1Hn90wZQ0H6C1Hne00Dm1Hnp1HoC0H6n0g8i05iV1HoP1HpV1Hpw1Hq90qtS0HDi0HDz1HqP1Hq_1HrY0knM0trS1Hs41HsH17Wz0HFC0HFV0j5a1Hs-1HtL0HGJ01eQ0CKb0eCz0YBv1Htg01dk1Hua
1Hux1HvK1Hw2
1Hwm
1HyJ0rrV
1Hzd
1Hko00Cw1Hxk0H9D1Hl51HlW05Wm1Hye1Hl_1HmN1Hn90wZQ0H6C1Hne00Dm1Hnp1HoC0H6n0g8i05iV1HoP1HpV1Hpw1Hq90qtS1Hz30HDi0HDz006f1HqP1Hq_1HrY0knM0trS1Hs41HsH17Wz0HFC0HFV0j5a1Hs-1HtL0HGJ1HzH01eQ0CKb1H-00eCz0YBv1Htg01dk1Hua
1Hko00Cw1Hxk1H-R1Hl51HlW05Wm1Hye1Hl_1HmN1Hn90wZQ0H6C1Hne00Dm1Hnp1HoC0H6n0g8i05iV1HoP1HpV1Hpw1Hq90qtS1Hz30HDi0HDz006f1HqP1Hq_1HrY0HN70knM0trS1Hs41HsH17Wz0HFC0HFV0j5a1Hs-1HtL0HGJ1HzH01eQ0CKb1H-00eCz0YBv1Htg01dk1Hua
1Hko00Cw1Hxk1H-R1Hl51HlW05Wm1Hye1Hl_1HmN1Hn90wZQ0H6C1Hne00Dm1Hnp1HoC0H6n0g8i05iV1HoP1HpV1Hpw1Hq90qtS1Hz30HDi0HDz006f1HqP1Hq_1HrY0HN70knM0trS1Hs41HsH17Wz0HFC0HFV0j5a1Hs-1HtL0HGJ1HzH01eQ0CKb1H-00eCz0YBv1Htg1HkA01dk1Hua
0gM6
1H-h1H_2
1H_P0H6C00Dm0sNM0sNs0HEL
1H_P0H6C00Dm0sNM0sNs0HEL006f
0H6C1H_u
0H6C1H_u006f
1I0A1I0f
0HOw0H6C1I181I1f1I1x006f0YBv
0s6j1I280HOw0H6C0HPA00Dm1I2P0HEL0YSR0HPf
0s6j1I280HOw0H6C0HPA00Dm1I2P0HEL006f0YSR0HPf
0H6C00Dm0HQO1I2e0HEL0HQX1I2x0aZl
0H6C00Dm0HQO1I2e0HEL006f0HQX0HQh1I2x0aZl
00Cw0H9D1I3C1I3f01Ig05Wm0wZQ00Dm0HSU0HSh1I411Hs41HsH17Wz0HFC0HFV0j5a1HtL0HGJ01dk
00Cw0H9D1I3C1I3f01Ig05Wm0wZQ00Dm0HSU0HSh1I41006f1Hs41HsH17Wz0HFC0HFV0j5a1HtL0HGJ01dk
0KGt00Dm0HSh1I4H01Rw0H3H0V4F0j5a0sDH1I4a
0KGt00Dm0HSh1I4H01Rw0H3H006f0V4F0j5a0sDH1I4a
0KGt1I4s0H6C1I5C00Dm0H3H1I5c0HEL1I5w0vUM1I6C1I6T
0KGt1I4s0H6C1I5C00Dm0H3H1I5c0HEL006f1I5w0vUM1I6C1I6T
0KGt1I4s0H6C1I5C00Dm1I6r0H3H1I5c0HEL006f1I5w0vUM1I6C1I6T
0YBR0YBb00kC
0KGt1I4s0H6C1I5C00Dm1I6r0H3H1I5c0HEL006f1I5w0vUM1I6C1I6T1I7H
0H6C00Dm1I7Y1I1x0j5a0YFj
0H6C00Dm1I7Y1I1x006f0j5a0YFj
0Yf9006f05Sk0V4F
0HOw0H6C0HEL1I871I8U
0HOw0H6C0HEL006f1I871I8U
1I8p1I9P0bXs0YmZ
1I9k
00Cw1IAG019f1IAd006f0YBv
1ICf
1IAu00Cw1IBN1IBf1IC01ICI1ICv004h05Wm1IDK0aBW1IDp1IE41IEZ019f006f01GE01eQ0YGm0YBv007K
1IF21IFP1IFs
0gF31IHe
1IHs0nD6
1IDK07KV0C0g1IGK1IGf1IGs1IH81IIA1IIR1IIx006f1IJ91FNi01GE0YGz
0Z-v0Z_I10uQ0ymq1DN710vR0a050a0K10wT
11Yk11Z011ZW
0Z-v10uQ0ymq0a050a0K10wT
00Cw1DEi1IJT1DM11IJt1DNK1IKC00Dm0XVo09771DT71IKa00hb0Y_s1IL11ILM0BzK1ILq1DeE1IM2
00Cw1DEi1IJT1DM11IJt1DNK1IKC00Dm0XVo09771DT71IKa00hb0Y_s1IL1006f1ILM0BzK1ILq1DeE1IM2
1CDW1CDv0ymq0rnO0Z_s0a051IMM0a0K10wT
0C101IMr1IN51CEa
1INn1IO01IOE
1IRw
03TP01e1
16RY11Pg11Kt1IU01DRF
1ITn1IUM
1IVJ
1IWF
11Yk1IX011Z011ZW11Zm
1IZA1IZb1IZx
1IbB
1Iau1IbY
1IYB1IYh1IaA1CDW05Wm1DfD1Ic81DfT1Icg1Id01IdJ1Ide1Idw1IeG1IeZ1Ieu1DW511vC1IfA1IfQ0BzK0pXl
1IgC0Aho0tZM1Cf11CfC1IgO1Igi1115
1IhJ1Ihu1IiW
0wX401eQ
00Cw1INI1DHT1IOY1DKL1IOw05Wm1IPE1IPY1IPz1IQE1IQp1IRU1IS81ISe00Dm0i8q1IT91IUl11KL0Ai70a2l0Gfa0Hrp1IVm1IWW1IXN1IXq00hb0Y_s1Ifm1Igz1Iin1IjM1Ijb1Ij-01eQ0CKb1IkQ1DeE1Ikq
1IgC0Aho00B30tZM1Cf11CfC1IgO1Igi1115
00Cw1INI1DHT1IOY1DKL1IOw05Wm1IPE1IPY1IPz1IRU1IS81ISe00Dm0i8q1IT91IUl11KL0Ai70a2l0Gfa0Hrp1IVm1IWW1IXN1IXq00hb0Y_s1Ifm1IlF1Iin1IjM006f1Ijb1Ij-01eQ0CKb1IkQ1DeE1Ikq
1INn1IO01Ilb1IOE
1ImM
0Z-v1DfD1DfT1DW51Dg51InL1Ink
00Cw1INI1DHT1Il-1DKL1IOw05Wm1IPE1IPY1IPz1IRU1IS81ISe00Dm0i8q1IT91IUl11KL0Ai70a2l0Gfa0Hrp1IVm1IWW1IXN1IXq00hb0Y_s1Ifm1Imj1IlF1Iin1IjM006f1Io51Ijb1Ij-01eQ0CKb1IkQ1DeE1Ikq
1IYB1IYh1IaA1CDW05Wm1DfD1IoZ1Ic81DfT1Icg1Id01IdJ1Ide1Idw1IeG1IeZ1Ieu1DW511vC1IfA1IfQ0BzK0pXl
00Cw1INI1DHT1Il-1DKL1IOw05Wm1IPE1IPY1IPz1IRU1IS81ISe00Dm0i8q1IT91IUl11KL0Ai70a2l0Gfa0Hrp1IVm1IWW1IXN1IXq00hb0Y_s1Ios1Imj1IlF1Iin1IjM006f1Io51Ijb1Ij-01eQ0CKb1IkQ1DeE1Ikq
1IpI00Dm0bYS0bYd019f
1IpI00Dm0bYS0bYd019f006f
1Ipk00Dm0bYS0bYd019f0aZl
1Ipk00Dm0bYS0bYd019f006f0aZl
00Cw00Yn1Iq11Iqb1Ir600Dm00hb0Y_s01eQ0CKb0YGz
00Cw00Yn1Iq11Iqb1Ir600Dm00hb0Y_s006f01eQ0CKb0YGz
00Dm1Iro1Is31IsS1Iso0YSR1ItJ
00Dm006f1Iro1Is31IsS1Iso0YSR1ItJ
0ttd0ZAP1Itc
1Its1IuB
1IvA1Its1IuB
1IxT1Ixi
1IuS00Cw0IOy1Iuu1IvQ1Ivx01Ig05Wm1IwD1IwX06_q00Dm1Iw-1Ix-01JQ1C7o019f1IyJ1Iys006q0YBv01dk1IzA
1IuS00Cw0IOy1Iuu1IvQ1Ivx01Ig05Wm1IwD1IwX06_q00Dm1Iw-1Ix-01JQ1C7o019f1IyJ1Iys006f006q0YBv01dk1IzA
0gM60g8i0sbD05Sk1Izc
0M9K1Izv
00Cw0IRP1IzN0IOy1I-F01Ig05Wm00Dm01JQ019f0YBv
00Cw0IRP1IzN0IOy1I-F01Ig05Wm00Dm01JQ019f006f0YBv
1I_k0c1Z
1J0U1J0n
1J1k02b0
05Wm019f0TEC1IuB1J3s1J4C1J4V1J4i1J51
00Cw0IOy1I-j1I_E1Ivx01Ig05Wm1J011J1H1J2400Dm01JQ019f1J2b1J301J3W1J5c0YBv01dk
00Cw0IOy1I-j1I_E1Ivx01Ig05Wm1J011J1H1J2400Dm01JQ019f1J2b006f1J301J3W1J5c0YBv01dk
1J5v0B-f
0IOy1Ivx01Ig05Wm1J6600Dm01JQ019f0YBv1J6e01dk
0IOy1Ivx01Ig05Wm1J6600Dm01JQ019f006f0YBv1J6e01dk
1Iuu
1J7v1J8501JK019f0abV
00Cw1J7405Wm01K81J7Q1J8J019f0YHU01eQ0YGm1J8a0YBv04t3
00Cw1J7405Wm01K81J7Q1J8J019f006f0YHU01eQ0YGm1J8a0YBv04t3
0yju1J9g
1J8y1IzN05Wm01K80klB1J9600hb0YBv1J9s
1J8y1IzN05Wm01K80klB1J9600hb006f0YBv1J9s
1JAU
1J8y1JAE05Wm01K81JAp0YGz
1J8y1JAE05Wm01K81JAp006f0YGz
0B-f
0Xz20B-f
1JBx1JCB1JCO0YCA
1JBZ1JCa1JD11JDT
1JDp1JE4
1JBG1JEN
1JF8
1JFm1JG202b0
1JGo
0fSu0M8u1JH7
01e11JHM
1JGR1JHa1JHq
1JFT019f1JIB1JIU
1JIB1JIU
1Dqd1JIm1JJC
0pm01JEk1JJa1JIB
1JL51JLY1JLz1JMN1JMq1JNF1JNf1JO61JOX
1Dqd1JKI1JKn1JOx
1JSp1JKn
1JUF1JUa
1JVL1JVd
1JWL1JWh1JVL1JWy
1JVu1JXA1JXc
1JXc
1JBG1JUu1JXw0fSu1JYc
1JBG0ddB1JEN1JTn1JZ8
0pm01JPX1JPq1JQM1JQs1JRL1JRs1JSL1JTI1JL51JLY1JLz1JZl
1JBG1JbR1JEN
1JBG1Jc71JEN
1Dqd1Jbl19T21JcV
0pm00YF51Jcu1JdZ
1JPX1JJa1Jen1JIB
1JgH1JgX1Jgu
019f1Jhr1JiG
1Jiv
0B6T1JjW
1J8y1IzN1JJv1JaD1Jah05Wm1Jb11JeI01K81JfB1Jfj1Jg41JhN0zx90klB019f1JiX1J2b1Jj61Jjh0YBv
1J8y1IzN1JJv1JaD1Jah05Wm1Jb11JeI01K81JfB1Jfj1Jg41JhN0zx90klB019f1JiX1J2b006f1Jj61Jjh0YBv
04mR0abV
1Jk21JkJ0i-K1Jkc
1JmC
1JlR1Jlv1JmS
1Jlv1JgH1JgX1Jgu
1Jo81JoO
0lM11Jlv1Jog1Jp90Idp
1Jmx1Jng1JpS
1Jks1Jp-
1J8y1IzN1JJv1JaD1Jah05Wm1Jb11JeI01K81JfB1Jfj1Jg41JhN0zx90klB019f1JiX1J2b1JqX006f1Jj61Jjh0YBv
1JrG
1JsA
1Jtl
1Ju0
1JBG1Jc71JEN1JvS
0pm01Jv11Jvo1JwI
1JuS1JZl1Jj61Jwi
0fSu1JtV1JxL
0C2v1Jxu
1Jyk
1JuS1JZl1Jj61J4C1JzA1Jwi
1J8y1IzN05Wm01K81Jr30klB1Jrf019f1Jsc1Jt31JtE1JyK0YBv1Jzh
1J8y1IzN05Wm01K81Jr30klB1Jrf019f1Jsc006f1Jt31JtE1JyK0YBv1Jzh
019f1JtV
1J-E
0YrW0hsr1J_6
1J_N
1J_d
1K1P1K1l
1K2R
0jAc
1K2v1K3V1K3r
1J8y1IzN1J-X05Wm1K0A01K80klB019f1K0h1K191K210YBv1K4C
1J8y1IzN1J-X05Wm1K0A01K80klB019f1K0h006f1K191K210YBv1K4C
00Dm1IVJ05Sk
00Dm1IVJ006f05Sk
1K4j00Cw0IWn00Dm0IXi019f1K540H3H006q01dk
1K4j00Cw0IWn00Dm0IXi019f1K540H3H006f006q01dk
1K5I1K5f0IWn00Dm1K5s00Xa1K541K65006q01dk
1K5I1K5f0IWn00Dm1K5s00Xa1K541K65006f006q01dk
00Cw05Wm00Dm1K6I1K6Z1K6_1K7O019f08bM01eQ0CKb
00Cw05Wm00Dm1K6I1K6Z1K6_1K7O019f08bM006f01eQ0CKb
00Cw07Fr1K7g004h0ggG00Dm019f02VA1K7t01eQ0CKb0VCQ
00Cw07Fr1K7g004h0ggG00Dm019f006f1K7t01eQ0CKb0VCQ
1K870cAx004h00Dm1K8O006q
1K870cAx004h00Dm006f1K8O006q
0cAx00Dm0fhy
0cAx00Dm006f0fhy
00Cw004h0THC0YKr00Dm019f0YP101eQ0CKb
00Cw004h0THC0YKr00Dm019f006f0YP101eQ0CKb
1K9e12Vq
1K9r
1KAx1KBF
1KBW
00Cw07Fr004h00Dm1K8j019f1K8y1K9512Vq1K9H1KAN1KBu0Apn1KCO01GE01eQ0CKb0YBv0VCQ
00Cw07Fr004h00Dm1K8j019f1K8y1K9512Vq1K9H1KAN1KBu006f0Apn1KCO01GE01eQ0CKb0YBv0VCQ
0B-M0BN21KCX0iIy1KCn
0Zng1KDI0ZCw1KDc1KDt0Zoi
0BN213J71KEA
1KCx004h00Dm1KEZ0BR601GE0YSR0A6J
1KCx004h00Dm1KEZ006f0BR601GE0YSR0A6J
15CC00Cw0Mx91KE_1KFR1K7g1KFh0LNS004h0D1607Bt07C11KG800Dm1KGV1KGt1KHI1KHg1KH-0_pP0_Y70ytK1KIH1KIT1KIv0yyi1K7t01eQ0CKb
15CC00Cw0Mx91KE_1KFR1K7g1KFh0LNS004h0D1607Bt07C11KG800Dm1KGV1KGt1KHI1KHg1KH-0_pP0_Y70ytK1KIH006f1KIT1KIv0yyi1K7t01eQ0CKb
00Cw0zMl004h00Dm019f1KJO1K7t01eQ0CKb
00Cw0zMl004h00Dm019f006f1KJO1K7t01eQ0CKb
1KJc1KJp00Dm1KK0
1KJc1KJp00Dm1KK0006f
0eyO01W7
1KLr1KMC
1KMq1KMC
1KNf1KNp
1KL61KLU0ps91KMM1KNB1KOI1KOs1KP5
0D9D003n
019f1KQi0YFU0Apn
1KKH00Cw1K7g1KKk1KPK0abg004h1KPu04_X00Dm0Zlu1G-T1KQR019f1KQ_1KRI0Apn006q1K7t01eQ0CKb0YBv
1KKH00Cw1K7g1KKk1KPK0abg004h1KPu04_X00Dm0Zlu1G-T1KQR019f1KQ_1KRI006f0Apn006q1K7t01eQ0CKb0YBv
00Cw01QU00Dm
00Cw01QU00Dm006f
01QU00Dm1KRd019f0EuI02b0
01QU00Dm1KRd019f006f0EuI02b0
1KRp0fzu02b0
1KS400Cw0zMl1KFR1K7g0LNS004h00Dm0Zlu0GIH1KSN1KSd019f0LjT1KSu1KIH01eQ0CKb1DeE08Jm
1KS400Cw0zMl1KFR1K7g0LNS004h00Dm0Zlu0GIH1KSN1KSd019f0LjT1KSu1KIH006f01eQ0CKb1DeE08Jm
1KTD1KTa0zH71KTl0drY0zIC
00Dm1KK01KT_
00Dm1KK01KT_006f
00Cw1KUL1KUk0FNe00Dm00hb0Y_s1Bqz1KV71KVM01eQ0CKb
00Cw1KUL1KUk0FNe00Dm00hb0Y_s1Bqz1KV71KVM006f01eQ0CKb
00Cw004h00aY1KVb00Dm16HR0Zlu019f00z51KVw1K7t01eQ0CKb
00Cw004h00aY1KVb00Dm16HR0Zlu019f00z51KVw006f1K7t01eQ0CKb
00Dm1KK01KWB
00Dm1KK01KWB006f
00Cw004h0THC1KWM00Dm1KWB019f0YP11K7t
00Cw004h0THC1KWM00Dm1KWB019f006f0YP11K7t
1KAx00Dm1KWB
1KAx00Dm1KWB006f
0YF500Dm1KWB
0YF500Dm1KWB006f
1KWu0YF500Dm1KWB
1KWu0YF500Dm1KWB006f
00Cw00Dm074t019f1K7t
00Cw00Dm074t019f006f1K7t
00Dm1KK0074t1KXB
00Dm1KK0074t006f1KXB
00Dm16HR1KXT1KXp
00Dm16HR1KXT1KXp006f
00Dm1KXT1KY41KXp0aZl
00Dm1KXT1KY41KXp006f0aZl
00Dm1KXT1KYQ0sRf1KYq
00Dm1KXT1KYQ0sRf1KYq006f
0Iaz0IbF093k05Wm00Dm0rnO01eQ0CKb0YBv0ESd
0Iaz0IbF093k05Wm00Dm0rnO006f01eQ0CKb0YBv0ESd
1KZ8
1KZH093k05Wm00Dm0IcF0IcQ01eQ0CKb0ESd
1KZH093k05Wm00Dm0IcF0IcQ006f01eQ0CKb0ESd
1KZh
093k0f9P1KZx05Wm00Dm0Idc0Idp01eQ0CKb0ESd
093k0f9P1KZx05Wm00Dm0Idc0Idp006f01eQ0CKb0ESd
0Ie10IeJ093k0f9P05Wm00Dm01eQ0CKb0YBv0ESd
0Ie10IeJ093k0f9P05Wm00Dm006f01eQ0CKb0YBv0ESd
093k05Wm00Dm0rnO1KaX01eQ0CKb0Iey0IfB0ESd
093k05Wm00Dm0rnO1KaX006f01eQ0CKb0Iey0IfB0ESd
0IfR00Dm0YGz0IfB
0IfR00Dm006f0YGz0IfB
1KbA1KbL
0txK00Cw1Kat1Kba05Wm1Kbu01K80rnO019f00C601eQ0YGm0YBv
0txK00Cw1Kat1Kba05Wm1Kbu01K80rnO019f006f00C601eQ0YGm0YBv
01gk1Kc71KcU01jI1GkU01K81Kcl0YBv
01gk1Kc71KcU01jI1GkU01K8006f1Kcl0YBv
1KdZ
0C8r1Kek
1Kez1KfA
1Kcu00Cw05Wm1Kbu08ZH0c0X0sbx1Kdt01K809770rnO1KeP019f0_Y70_Rl0egr1KfN0ehD01eQ0YGm0YBv
1Kcu00Cw05Wm1Kbu08ZH0c0X0sbx1Kdt01K809770rnO1KeP019f0_Y70_Rl006f0egr1KfN0ehD01eQ0YGm0YBv
004h1BcP00Dm03Rd0Wr6007K
004h1BcP00Dm006f03Rd0Wr6007K
0cAx0jUp0YrW
00Dm1Kfs
00Dm006f1KgH
1Ki01KiF1KiN
1KiF1Kj0
1Ki01KjA
1KiZ1KjU
1Kju
1Kk51KkQ
0Mjh1KlB
1Ki01KiF1KjA0smf
1Klp1KmH
1Kmi
1Kmv1KnE
1Kkl1KlN1KnZ
1Koj1Ko_1KpK
1Kq71KqO1Kr3
004h1Kgi0UdH00Dm1KhC041P1KhR1Khb1Khq00hb0Y_s1Knt1KoL1Kpe01eQ0CKb0YFj1KrJ
004h1Kgi0UdH00Dm1KhC041P1KhR1Khb1Khq00hb0Y_s006f1Knt1KoL1Kpe01eQ0CKb0YFj1KrJ
00Cw004h05Wm00Dm1Krl1Ks01KsD00hb0Y_s0dVK01eQ0CKb0YSR
00Cw004h05Wm00Dm1Krl1Ks01KsD00hb0Y_s0dVK006f01eQ0CKb0YSR
1Kse1Ksl0M_S1Kt21Kt81KtF1KtL1KtS
1Kta
0KGt00Cw05Wm1Ktt00Dm00hb0Y_s1KuK01eQ0CKb0YSR
0KGt00Cw05Wm1Ktt00Dm00hb0Y_s1KuK006f01eQ0CKb0YSR
1KuX00Dm1Kuz0YSR
1KuX00Dm1Kuz006f0YSR
0Mjh1KvE00Cw0Uqc00Dm1Kvg1Bjc1KwJ1KwU0Mpk1Bk60Wr601eQ0CKb0YFj007K
0Mjh1KvE00Cw0Uqc00Dm1Kvg1Bjc1KwJ1KwU0Mpk006f1Bk60Wr601eQ0CKb0YFj007K
0zZe006f
1Kwz
1Kxa
1Kwi00Cw17X-01K80g8i0rt4019f006f1KxH1Kxt01eQ0YGm
1KzD1KzR0g8i
1Kzg
0z5Z1KyS1Kyn1Kz_
0MjO
1K_h
1K_41K_s
1KyG00Cw17X-01K81K-V0rt4019f1L0S006f1L0x006q1L1A01eQ0YGm0YBv1L1U1L1j02b0
1L220z5Z
00Cw1L2T17X-01K817aO019f006f0-sR1L2r01eQ0YGm
1L3o1L4B
1L3o1L4k0vV40YHU1L541L5E0ZDV
1L3o1L5n0YHU
1L3o01gk0GPr0YHU
1L3o06kP1L791L7S0YHU
1L3o1L891L8L0YHU0hJq
1L3o1L8z1L9A
1L9Y
1L3o0YHU
1L3o0YHU0iew0x5F10nW
1L3U1L4T1L5X1L601L6S1L6x1L7o1L8b1L9J1L9p1LAE1LAS
1LB11LBD
1LBl1LC1
1LBT0zaL1LCE
1LCg0oCE
0oCE037v
1LC1
1LDo0oCE037v
1LDo0oCE0ddY
1LBT0zaL1LEs1LFM
1LFl0oCE037v
1LBT0zaL
1LGS0oCE037v
1LCy1LDO1LE41LER1LG11LGk
1LAn1LHA01e11LHT
00Cw01Ig01K81L34019f006f1LHj01eQ0YGm
1LBT1LCE
1LIL0oCE
1LDo0oCE0B-f
1LId1LE41LJ31LJS1LJt
0KGt1LKF
00Cw17X-0fMF01K80rt41LHx019f1LKY006f01eQ0YGm
00Dm1LKy0SyH0YBv0tMq
00Dm1LKy006f0SyH0YBv0tMq
1LLx1LM91LMP
00Cw1LLN05Wm00Dm019f1LLh1LMh03vB01eQ0CKb
00Cw1LLN05Wm00Dm019f1LLh006f1LMh03vB01eQ0CKb
0EiV04AE07T3
1LNH
00Cw0ouX05Wm1LNf00Dm01eQ0CKb
00Cw0ouX05Wm1LNf00Dm006f01eQ0CKb
00Cw05Wm1LNy019f01eQ0YGm
00Cw05Wm1LNy019f006f01eQ0YGm
00Cw07KV00Dm019f01eQ0CKb
00Cw07KV00Dm019f006f01eQ0CKb
0BN200Dm0Yf9
0BN200Dm0Yf9006f
1LOD
0ouX
1LP-1LQE
1LQz0tZa0GLc0nMW
01JK1LPU1LQU1LRF
1LRw1LS81LSU
1LUK1LUl1LV1
1LW91LWV
1LV91LVh1LWc
1LXB
1LYO1LYa1LYq167t1LZ31LZP1LZe1LZu1La1
1LYO1Lag1LYa1Laz1LbA1LbQ1Lbf
1LYO1LYa1Laz1LcN1Lca1Lcl1Lc_
1Ldn1LYO1Lag1LYa1Le91Laz1LcN1Lca1LeN1LbQ1Led1Lf21LfV1Lfw1Lbf1LgN1Lgl1Lh11LhK1Lhf
1LYO1LYa1LZe
1LjG1LYa1LZe
1LaH1Lb-1LdH1Lhx1LiL1Lik1LjU
1Lki1Lkq
1Ll51Llc
1Llu1LmL1Lmb
1LSk1LTN1LTk1LTz1LXp1Ljt1Ezt1LkI019f1Lms1LnH
1Lnz0c1Z0y-X
1LoG03Ab
1LqS1Lqf1Lqz1LrJ1Lra1Lro1Ls21LsL1LsY1Lsp1Lt31LtJ1Ltb1Ltu1LuB1Lua1Luo
1LqS1Lqf1Lqz1LrJ1Lra1Lro1Ls21Lvf1Lvt1Lsp1Lt31LtJ1Ltb1Ltu1Lw81Lua1Luo
1LxA1LxU1Lxl1Lx-
1M1_
1Lps1Lv01LwX1LyG1Lyw1Lza1L-Q1L_D1M031M0h1M1L1M2G1M2s
1LpC1LpT1M3U0MzQ1M3_019f
1M5V1M5p1M6D1M6m1M79
1M4r1M5B1M7U1M7-1M8L1M8j
1MAB
1M9k1MAr
1MC41MCM
1EQ0
1MDM
1MEN
1MDs1MEj1MF5
1MFw
1MEj1MGW
1MJO0p201MJh
1MN21MNV1MNr1MOC1MOR1MOi1MOr
1MN21MNV1MOC1MOR
1MN21MNV1MQ21MOC1MOR
1MN21MNV1MNr1MOC1MOR
1MO_1MPV1MQW1MR51MRX
1MVs1MWM
1MWg
1MHm1MI01MIL1MIh1MJ11MK31MKf1ML61MLN1MLl1MEj1ML_1MMN1MMk1MS11MSR1MSt1MTH1MTn1MU61MUS1MUl1MUz1MVF1MVU1MX71MXf1MY21MYV0bsJ1MYs1MZB1MZX1MZz1MaQ1Man1Mb41MbY1Mby1McP1Mct1MdO
1MEj
1Men1MfA1Mfg1Mf_1MEj1MgT1Mgg1Mgy1MNV1MhK1MU61MOC1MOR1Mhe1Mh-1MiG1Mic1Mj31MjO
1Mky1MlB1Mlb1Mlz1MmE1MU61MOR
1MU61Mby1McP
1MFQ1MH71Mdf1Me81Mjo1MkN1MmV1Mm_
1MsZ1Msn1Mt1
1Mtk1Mt10dbz1Mty
1Mt1
1MpA1Mpg1Mpo1Mq81Mqb1Mqx1MrJ1MrY1Mrt1Ms21MsI1MtH1MuL1Muo1Mv31MvW1Mvr1Mvz1MwJ1Mwd1Mwu1Mx31MxL1Mxg1Mxz1MyE1MyL1Myd1My_1MzM1Mzc1Mzr1M-31M-E1M-U1M-g1M-v1M_61M_M1M_e1M_t1N0F1N0b1N0w1N1L1N1i1N23
1N2H1N2h
1N341N3Z1N3m
1N4b
1N5v1N6C1N6f1N6-
1N7p1N8C1N8b
1NA61MrJ1NAV1N8C1NAh1NAy1NBC1NBR1NBd1M-U1NBu1NC81M_e1N8b1N1L1NCS1N23
1N7p1NCq
1N7F1N911N9V1NDE
1N5X1NDm1N4b1NE9
1N5X1N4b
1Mfg1Mf_1MEj1NGq
1N2H
1NIK1NIb1NIr
1NHb1NHr1MEj1NJ4
1N411N4t1NEU1NE-1NFe1NGE1NH41NJa
1Mo01MoS1Mox1NK41NKW
01e11MnU1NKw
0Eu81NLe
1NMN1NMi
1NPS1NPs
1NQ2
1NNg1NO41LYO1NOM1NOd1NOq1NP71NQd1NR31NRH1NRW1NRv1NSF1NSf1NT11NTL1NTi1NU11NUE0nP41NUX1NUz1NVD1NVW1NVp1NW31NWN167t1NWf1NWx1LZ31NXI1NXW1NXu1NY31NYG1NYV1NYn1NYy1NZC
1Nc71NcI
1Nas1NbZ1NcU1Ncv1NdL
1Niw1Nj51NjZ
1NNg1NO41NZz1NaV1Nag1NOq1Ndn1NQd1NR31NRH1NeI1Neh1Nf21NfO1NUE0nP41NUX1Nfa1Nfp1Ng51NgF1Ngk1Nh81NhR167t1Nhi1LZ31NXI1NXW1Ni214Zv1NiC1NiR1Nii1Nk01NZC1Nkb
1NN71NZZ1Nku
1NlI1Nlj019f1Nlu1NmB1NmW1Nmk
1LnX1Lon1M4N1M9D1MBQ1MCq1NLE1NLx1Nmu
1LTN1NoA
1NpD
1NqA1Nqa
1Nog1Npg1Nr2
1NrZ
1Nnn1NsB1Nsd1Nsx
0FRs019f
0p201NvE
1NwG
1Nwt
1Nxd
1NxC1Nxm
1Nua1Nvh1NwN1Ny3
019f1Nyb
1NzR
1N_51N_L
1O001O0M1O0g
1O001O0g
1O2o1O2y1O3B1O3P
1O3Y1O3_
1Nz-1N-a1N_S1O171O1i1O2F1O4E
0MzQ019f1O4p
1O6p1O701O7J1O7U1O7m
1O811O8W
1OAQ1OAf
1Nz31O5H1O5h1O5z1O6F1O6Y1O8r1O9O1O9c1OA31OA-
1NtH1Nt_1NuO1OBP
1OCI1OCR1OCl
1ODY1ODr
02gJ0EFc1OEu0egr0YmZ
00Cw1LOR1LO_1LPG1LRX1NnK00Dm1OBq1OD21GO-1OEF019f00C61OEd01eQ0CKb0YBv1OFQ
00Cw1LOR1LO_1LPG1LRX1NnK00Dm1OBq1OD21GO-1OEF019f006f00C61OEd01eQ0CKb0YBv1OFQ
1OGn
1OHQ0n5f0FOQ
0tjG18RI
00Cw0Ifz1OFg00Dm0Igu1OG00IhT1OGN0Ihp1OGz019f0bvc1OHi01eQ0CKb0YBv02b01OHz
00Cw0Ifz1OFg00Dm0Igu1OG00IhT1OGN0Ihp1OGz019f006f0bvc1OHi01eQ0CKb0YBv02b01OHz
11cr
00Cw00Dm1OID01eQ0CKb0YBv1OIO
00Cw00Dm1OID006f01eQ0CKb0YBv1OIO
1OIq1OJW1OJy1OKJ
00Cw17nX00Dm1OKv019f1OLO01eQ0CKb0YBv
00Cw17nX00Dm1OKv019f006f1OLO01eQ0CKb0YBv
0ugG0BR6
1ONC1ONW0IGC
1OMt1ONq
1OLh1OM91OMR1OOE
01K81LP-1OOc1LQE0YSR
01K81LP-1OOc1LQE006f0YSR
00Cw00Dm0Ija00hb0Y_s01eQ0CKb1OPA
00Cw00Dm0Ija00hb0Y_s006f01eQ0CKb1OPA
1OPP00Cw0ybe0IkP1OPb05Wm0yju0Il208ZH1KG800Dm0g8i0yVj1OPr00hb0Y_s0Evk1OQI1OQi0yWi00yy0YmC0In415GA15GS15eE15H90wQ70yX-01eQ0CKb0YBv1OQw
1OPP00Cw0ybe0IkP1OPb05Wm0yju0Il208ZH1KG800Dm0g8i0yVj1OPr00hb0Y_s0Evk1OQI1OQi0yWi00yy006f0YmC0In415GA15GS15eE15H90wQ70yX-01eQ0CKb0YBv1OQw
1OPP00Cw0ybe0IkP1OPb05Wm0yju0Il208ZH1KG800Dm15DC0g8i0yVj1OPr00hb0Y_s0yqN0Evk1OQI1OQi0yWi00yy006f0YmC0In415GA15GS15eE15H90wQ70yX-01eQ0CKb0YBv1OQw
00Cw05Wm0yju08ZH1OR91ORc1OSA0Evk1OSm006q01eQ0YGm0YBv1OS_151i
00Cw05Wm0yju08ZH1OR91ORc1OSA0Evk1OSm006f006q01eQ0YGm0YBv1OS_151i
00Cw05Wm0z3z00Dm00hb0Y_s0qmH01eQ0CKb
00Cw05Wm0z3z00Dm00hb0Y_s0qmH006f01eQ0CKb
00Cw0Iq60BKE00Dm0g8i00hb0Y_s0Ae001eQ0CKb0YGz
00Cw0Iq60BKE00Dm0g8i00hb0Y_s006f0Ae001eQ0CKb0YGz
00Cw05Wm00Dm00hb0Y_s0YmZ01eQ0CKb00kb
00Cw05Wm00Dm00hb0Y_s006f0YmZ01eQ0CKb00kb
15gV00Cw1OTF00Dm0Ija01eQ0CKb0FNF
15gV00Cw1OTF00Dm0Ija006f01eQ0CKb0FNF
00Dm1OUQ
0IbY1OWL
1OXn1OXx10uD1OY81OYW1OYt1OZK1OZm1OZz1OaF1Oad
1ObV1Obe
0kYi1Oc40wbQ
1OdU0og90cG11Odm0FOQ
0ybJ00Cw1OTl0ybe1OUB1OUd1OV11OVR1OW21OWg1Kbu1OX91OXR00Dm0IvR1Oa-1Obp1OcJ1Ocz0ytK0BzK0SDg0ehD01eQ0CKb0YBv1Oe4
0ybJ00Cw1OTl0ybe1OUB1OUd1OV11OVR1OW21OWg1Kbu1OX91OXR00Dm0IvR1Oa-1Obp1OcJ1Ocz0ytK006f0BzK0SDg0ehD01eQ0CKb0YBv1Oe4
0ybJ00Cw1OTl0ybe1OUB1OUd1OV11OVR1OW21OWg1Kbu1OX91OXR00Dm0IvR1Oa-1Obp1OcJ1Ocz0ytK006f0BzK0SDg0ehD01eQ0CKb0YBv1OeL
0ybJ00Cw1OTl0ybe1OUB1OUd1OV11OVR1OW21OWg1Kbu1OX91OXR00Dm0IvR1Oa-1Obp1OcJ1Ocz0ytK006f1OeZ0BzK0J0P0SDg0ehD01eQ0CKb0YBv1OeL
00Cw1OTl1Oex05Wm1Kbu1OX900Dm0JMO019f01eQ0CKb
00Cw1OTl1Oex05Wm1Kbu1OX900Dm0JMO019f006f01eQ0CKb
00Cw1OTl1Oex05Wm1Kbu1OX900Dm0JMO019f006f0j5a01eQ0CKb
1Ofc1Ofr
0k3e1FgF0Tk6
0x7p
1Oia1Oiw
1Ohj1OiA1OjA
1Ojz
1OlG
1OfN1OgB1OgS1Ogn1OhF1OjY1OkO1Oko1Olf
0YF50gF3
1Omt0YF5
0T-Q0YF50DuI
1OmU1OnA1OnS
0k3e1On-0Tk61OoI1Oof1Oow
1Ogn1OhF1Oko1OpB
1Opq
1OqX
1Oq71Oqi0hJq
00Cw1EM00BQ01Of30Yrl1Om11One006f1OpS01eQ0YGm0YBv1Or3
04t3
1OsW1Ose
1Oso1Ot3
1OtB
1Os61Otj
0YYf1Oue
1Ouz15vp
1OvW
1OrW1Orp1OuA09770eRE1Ovz
1Owv1Ox0
1OxQ
1Ox91Oxv1Oy9
00Er1Oy-
1O-V1O-m
1Ozy1O--
1P0a1P101P1L
1P1a
1P2l
1P341P3T
1P3t
00Cw0J4o0J570J5i0J6J0J6p0J7H0J7n0J8A0J8v0J9g1OwM1OyS0BKE0JIj1OzA1Ozf1O_W1O_y00Dm1P0J1P1y1P2L1P4E1P4g01eQ0CKb0YBv0JJe0JK4
00Cw0J4o0J570J5i0J6J0J6p0J7H0J7n0J8A0J8v0J9g1OwM1OyS0BKE0JIj1OzA1Ozf1O_W1O_y00Dm1P0J1P1y1P2L1P4E1P4x006f1P4g01eQ0CKb0YBv0JJe0JK4
0yqN1Os61Otj
1OrW1Orp1P5J09770eRE1Ovz
00Cw0J4o0J570J5i0J6J0J6p0J7H0J7n0J8A0J8v0J9g1P5n1OyS0BKE0JIj1OzA1Ozf1O_W1O_y00Dm1P0J1P1y1P2L1P4E1P4x006f1P4g01eQ0CKb0YBv0JJe0JK4
00Cw0J4o0JAK0J570J5i0J6J0J6p0JAk0J7H0JBH0J7n0JBs0J8A0J8v0J9g1P5n1OyS0BKE0JIj1OzA1Ozf0JLh1O_W1O_y00Dm1P0J1P1y1P2L1P4E1P4x006f1P4g01eQ0CKb0YBv0JJe0JK4
0BQ01Ozf00Dm0Yf9
0BQ01Ozf00Dm0Yf9006f
00Cw05Wm00Dm1P6K0JMO019f1P6d
00Cw05Wm00Dm1P6K0JMO019f006f1P6d
1G12
1P7R0YmZ
1P6y1P7p
1P8a1P931P9a1PAB
1PDd1PEF1PEi1PFA1PFe1PGD1PGZ
1PAn1PBO1PBs1PCI1PCj1PDB1PGx
00Cw1Ozf05Wm00Dm1P8A1PHP1PHx1Oko01eQ0CKb0YBv
1PIE1P931P9a1PAB
1PDd1PEF1PEi1PFA1PFe1PJL1PGZ
1PIk1PBO1PBs1PCI1PCj1PDB1PJi
00Cw1Ozf05Wm00Dm1P8A006f1PKA1PHx1Oko01eQ0CKb0YBv
1PKi
00Cw1Ozf05Wm00Dm1P8A1PLG006f1PKA1PHx1Oko01eQ0CKb0YBv
1PLf1PIE1P931P9a1PAB
1PMD1PBO1PBs1PCI1PCj1PDB1PJi
00Cw1Ozf05Wm00Dm1P8A1PLG006f1PMq1PHx1Oko01eQ0CKb0YBv
1PNr1POG
1PPT0lzg
1PPC1PPg
1PQZ
1PNM1POh1PQ11PQw1PRS
1PMD1PBO1PSD1PSf1PCI1PCj1PT41PTW1PJi
00Cw1Ozf05Wm00Dm1PRp1PLG006f1PTx1PHx1Oko01eQ0CKb0YBv
0BQ000Dm1PUT
0BQ000Dm006f1PUT
1PUn
1PV1
0egr0YmZ
00Cw0J6p1PVI0BKE0JIj00Dm01eQ0CKb0YGz1PVq
00Cw0J6p1PVI0BKE0JIj00Dm006f01eQ0CKb0YGz1PVq
0BQ001K80lzg
0BQ001K8006f0lzg
00Cw0BQ01PWB1PWM019f1PWe006f0yX50YBv
00Cw0uiX1Orp00Dm0eRE01eQ0CKb1PWx0tMq
00Cw0uiX1Orp00Dm006f0eRE01eQ0CKb1PWx0tMq
1PY6
1PXH1PXb1PXo1PYb1PZ1
1PXb176l
1PZU1PZs
1Pb81PbT
1Pbj
0xgk
12Pb
1PeW
1PfP
00Cw1PaN1Pai05Wm00Dm1PcE1Pce1PdO1Pe81Pf0019f1Pfp1Oko01eQ0CKb0YBv01dk1Pg6
00Cw1PaN1Pai05Wm00Dm1PcE1Pce1PdO1Pe81Pf0019f1Pfp006f1Oko01eQ0CKb0YBv01dk1Pg6
1Pgd
00Cw0ZAP05Wm00Dm0JMO1Pgs019f01GE01eQ0CKb0YGz
00Cw0ZAP05Wm00Dm0JMO1Pgs019f006f01GE01eQ0CKb0YGz
00Cw05Wm00Dm0JMO019f1PhB01eQ0CKb0bFp
00Cw05Wm00Dm0JMO019f1PhB006f01eQ0CKb0bFp
1Pjx1Pk8
007r1PkO02U7
1Pkw0p_Z1GO-
1PlN1Plt1PmI1Pme1Pn3
1Phc1Pi900Cw004h1PiT1Pii1PjD1Pjb0kw400Dm0g2f1Pkb1PnR1Pnz1PoG1PoW1Pop019f1Pp31Ppb1Pq31PqM1Pqv1PrH0F071PrW1Prr1PsQ006q01eQ0CKb0YBv1Psq1PtE1PtV1Pu1
1Phc1Pi900Cw004h1PiT1Pii1PjD1Pjb0kw400Dm0g2f1Pkb1PnR1Pnz1PoG1PoW1Pop019f1Pp31Ppb1Pq3006f1PqM1Pqv1PrH0F071PrW1Prr1PsQ006q01eQ0CKb0YBv1Psq1PtE1PtV1Pu11Pub
0Z0p0CFi1Pv500Dm0CEt1DaF0GF_1PvQ1Pvt1PwU0Z1i01eQ0CKb0YBv
1PxO0Aho0MxV
0Z0p0CFi0JRl0JS71Px21Pxh1Pv500Dm0CEt1DaF0GF_006f0JUO1PyE0JUz1Pym1Pvt1PwU0pXl01eQ0CKb0YBv0JRa
14Bb0CFi1PzE006f0YGz
0tKg1Q12
1PzW15CC00Cw0gaW0_ko0_lD0_la0R_e0R_y0yeI0yhR1P-007KV08W308ZH0ykv0_nV04_m0ylM1P-Z00Dm0i311P-n1P_Q1Q030ZHB0_pP0_Y70S3B1Q0X1Q1I0yyi0_rQ0yzR0SDg01eQ0CKb0YBv0y-k
1PzW15CC00Cw0gaW0_ko0_lD0_la0R_e0R_y0yeI0yhR1P-007KV08W308ZH0ykv0_nV04_m0ylM1P-Z00Dm0i311P-n1P_Q1Q030ZHB0_pP0_Y70S3B006f1Q0X1Q1I0yyi0_rQ0yzR0SDg01eQ0CKb0YBv0y-k
00Cw1Q220R_I07KV0bGv1Q2X00Dm1Q2s01eQ0CKb
00Cw1Q220R_I07KV0bGv1Q2X00Dm006f1Q2s01eQ0CKb
07FC15CC00Cw0ybe0Mx90R_I0_sX07KV08W308ZH00Dm0ylz0ymC0ymY03QM1Q391Q030ZHB0_pP0_Y70_tJ0ytK0yyi07EJ07QC01eQ0CKb0YBv0_tb
07FC15CC00Cw0ybe0Mx90R_I0_sX07KV08W308ZH00Dm0ylz0ymC0ymY03QM1Q391Q030ZHB0_pP0_Y70_tJ0ytK006f0yyi07EJ07QC01eQ0CKb0YBv0_tb
079r07AA0f7507Aw0yYe07Bt07C100Dm05bt07Ct01470yZU07Dn006q07EJ0YSR00kb
079r07AA0f7507Aw0yYe07Bt07C100Dm05bt07Ct0147006f0yZU07Dn006q07EJ0YSR00kb
00Cw0yhR0yju08ZH0fbq0_uF0_uk00Dm0_vC006q0_vj0YBv
00Cw0yhR0yju08ZH0fbq0_uF0_uk00Dm006f0_vC006q0_vj0YBv
00Cw05Wm00Dm00hb0Y_s006f0YmZ01eQ0CKb
1Q5b
00Cw14ah07KV1Q3g1Q3v01K81Q4E1Q4b1Q4x1Q5J01eQ0YGm0YBv1Q60
00Cw14ah07KV1Q3g1Q3v01K81Q4E1Q4b1Q4x006f1Q5J01eQ0YGm0YBv1Q60
1Q6b1Q6v006f0zIu0YGz1Q7U0tMq1Ikq
03t20TU60AbE1Q7n1Q7z0TU_00vN1Q890AbQ
00Cw1Q8J00Dm1Q8Z01Co0ehD01eQ0CKb0tMq
00Cw1Q8J00Dm1Q8Z01Co006f0ehD01eQ0CKb0tMq
00Dm1Q8q0Z1i
00Dm1Q8q006f0Z1i
0zGv1Q9611l00zHK0zHX00Dm0zHk1Q8q0drY11rZ0KCZ11lD
0zGv1Q9611l00zHK0zHX00Dm0zHk1Q8q0drY006f11rZ0KCZ11lD
1Q9G1DVr16JS
00Cw1Q9X05Wm1DMJ00Dm1Q9r1QA81QAU1DSS1QAn1QB81QBb1QBv1QCF0JhS091R01Co0Jhh1DaF1QCY1QCt1QDI1QDZ0Z0U1DbN0Z1i01eQ0CKb
1Q9G1DVr16JS1QDv
00Cw1QEG05Wm1DMJ00Dm1Q9r1QA81QAU1DSS1QAn1QB81QBb1QBv1QCF0JhS091R01Co0Jhh1DaF1QCY1QCt1QDI1QDZ006f0Z0U1DbN0Z1i01eQ0CKb
00Cw1QEG05Wm1Ic81DMJ00Dm1Q9r1QA81QAU1DSS1QAn1QB81QBb1QBv1QCF0JhS091R01Co0Jhh1DaF1QCY1QCt1QDI1QDZ006f0Z0U1DbN0Z1i01eQ0CKb
1QEa1QF01QFN
00Cw1QEG1QFd05Wm1Ic81DMJ00Dm1Q9r1QA81QAU1DSS1QAn1QB81QBb1QBv1QCF0JhS091R01Co0Jhh1DaF1QCY1QCt1QDI1QDZ006f0Z0U1DbN0Z1i01eQ0CKb
1Q9G1DVr00Dm06YH11su006q
1Q9G1DVr00Dm06YH1QDv11su006f006q
1QGL11su1QGd0emF0YGz
1QGL11su1QGd0emF006f0YGz
00Dm11su1QHA1I7H
00Dm11su006f1QHA1I7H
1QIQ0BQ0
1QHV1QHy1QIq05Wm006f1QJW01eQ0YGm0YBv02b00Jq-
0Gvu02b0
0Jp000jT
1QM80D9D
1QMQ
0Yzv0Z1i
00Cw1QJt05Wm1QKC1QKd1QLC1QLZ1QMj00Dm019f1QN51QNX01eQ0CKb0YBv0Jq-0tMq
17ls
0AQ7
1QMQ1QP6
00Cw1QNy1QOZ1QJt05Wm1QKC1QKd1QLC1QLZ1QPq00Dm019f006f1QN51QQC01eQ0CKb0YBv0AvP0Juc0Jq-0JVF
1QQa
1QQp0908
1QR6
1QSO
1QSq1QTE1QTS
1QUR0TEC05Sk
1QVN
1QVj
1QWF1QWj
0B6T05Sk
1QRU1QRx1QTt1QUm1QWy1QXT1QXx1QYY1QZA
00Cw05Wm1QKd1QZk00Dm019f01eQ0CKb0Jq-
1QaA1QUR0TEC05Sk
1QRU1QRx1QTt1Qab1QWy1QXT1QXx1QYY1QZA
00Cw05Wm1QKd1QbC00Dm019f006f01eQ0CKb0Jq-
1Qbe1QRU1QRx1QTt1Qab1QWy1QXT1QXx1QYY1QZA
00Cw05Wm1QKd1Qc700Dm019f006f01eQ0CKb0Jq-
006f0YGz121t
1Qcp1Qd70sbD
1QdV
1QcZ00Dm1Qe2
1Qea1QcZ00Dm1Qe2006f
1QfG
1QfX0908
1Qf-
09081Qh8
1Qgt1QhT
1QiB1QiZ0oq6
0gM61QjY1A7U0drY0Eu81Qjs
1QkO1QkZ
0KGt1Qk51Qkm
1Qls
0zH711lD
1Qnk1Qnu
1QmC1QmX1Qmx1Qn91QnP1Qo2
0Yeg1QoK
0B6T1Qon
1QlV1QpD
1Qiq1QjI1Ql81Qpe
1Qqm
1QgS1Qhm1QqN1Qq-
00Cw1Qf405Wm1QKd00Dm019f1QrW1Qrt01eQ0CKb02b00Jq-
00Cw1Qf405Wm1QKd00Dm019f006f1QrW1Qrt01eQ0CKb02b00Jq-
02871Qs002U70EMB
1Qu41QuT
0zH70zIC
1QvZ1Qvu1QwJ1QwX1Qwn
0XDK
0YIf1Qus1Qx71QxM
1Qxo
00Cw1QsL1Qsp05Wm1Qt801K8019f1Qtg01eQ0YGm0YBv1QyS1Qz20Jq-
00Cw1QsL1Qsp05Wm1Qt801K8019f1Qtg006f01eQ0YGm0YBv1QyS1Qz20Jq-
1Q-y
05Wm1QcZ006f1Qzb01eQ0YGm0YGz1Qzz1Q-T1Q_Q0tMq
1R021R0Q1Dm3006f1R0f1R1201eQ0YGm0YBv
0Mjh
1R1e0wXk
0Unr1R1x
006f1R1F1R1S01eQ0YGm1R2M0YBv
1R2c1R2t1R3O0X0X1R3h1R3-1R4F00Dm08bM0ryQ1R4Y01GE0YSR
1R2c0K661R4o
0ZDA
00Cw1Q9G1R2t1R5A0X0X0K660KVl00Dm1R5T08bM0ryQ1R4Y01GE01eQ0CKb0YGz120D
00Cw1Q9G1R2t1R5A0X0X0K660KVl00Dm1R5T08bM0ryQ1R5n1R4Y01GE01eQ0CKb0YGz120D
1R69
1R6j1R741R7N1R7c
1R7n1R6j1R8B1R7N00vN
00Cw1R6L1R8X1R8t1R9G1R9Z1R3h004h1R3-00Dm0KDb121B01GE1R9x01eQ0CKb0YGz
1RA9
00Cw1RAM1R8X1R8t1R9G1R9Z1R3h004h1R3-00Dm0KDb121B01GE1R9x01eQ0CKb0YGz
1RAk
1R6j1R741R7N1RBJ
1RBU1R6j1R8B1R7N00vN
00Cw1RAx1RBu1R8t1R9G1R9Z1R3h004h1R3-00Dm0KDb121B01GE1R9x01eQ0CKb0YGz
00Cw1RCE1RCb05Wm0KYm0K5P00Dm1RCw01eQ0CKb0YBv
00Cw1RD51RDT1RDq1REC004h05Wm0K750K5P00Dm0K9K01GE01eQ0CKb0YBv
00Cw1RD51RDq1REC004h05Wm0K750K5P00Dm0K9K01GE01eQ0CKb0YBv
0K6600Dm0sRM01GE0pnU
1REY0KYm0K5P00Dm1RCw0YGz
1R9x1REw
14810TLE0TLQ
00Cw1RF205Wm0K5P00Dm1RFR1RFm1RFv0KaK01eQ0CKb0YBv02RK0eBB
00Cw1R2t1R5A0X0X0K661RGA1RGe01K808bM1R4Y01GE01eQ0YGm0YBv
00Cw1R2t1R5A0X0X0K661RGA1RGe01K808bM1R5n1R4Y01GE01eQ0YGm0YBv
00Cw05Wm00Dm01eQ0CKb0YBv
1RGx1RHD
00Cw1RHT05Wm0K5P00Dm0KbS0Kbj01eQ0CKb0YBv02RK
0KYm0K5P00Dm0KbH0YGz
0K661RHp1RI8
00Cw05Wm0K5P00Dm1RFR01eQ0CKb0YBv
00Cw1R2t1R5A0X0X0K661R3-00Dm08bM0ryQ1R4Y01GE01eQ0CKb0YBv1RIR
00Cw1R2t1R5A0X0X0K661R3-00Dm08bM0ryQ1R5n1R4Y01GE01eQ0CKb0YBv1RIR
0KYm0K5P00Dm1RCw0YGz1RIn
00Cw0X0X0K661R3-00Dm08bM1RJL0ryQ01eQ0CKb0YGz1RJb1RJy
0K5P00Dm0YGz1RJb
00Cw1R2t1R5A0X0X1R3h1R3-00Dm08bM1RKb0ryQ1R4Y01GE01eQ0CKb0YGz1RKp
00Cw1R2t1R5A0X0X1R3h1R3-00Dm08bM1RKb0ryQ1R5n1R4Y01GE01eQ0CKb0YGz1RKp
1RLM1RLm
00Cw1R2t1R5A0X0X0K661R3-00Dm1RM008bM0ryQ1R4Y01GE1RMK01eQ0CKb0YBv1RMa
1RMl1RNA1RNQ1RNh
00Cw1R2t1R5A0X0X0K661R3-00Dm1ROI08bM0ryQ1R4Y01GE1RMK01eQ0CKb0YBv1RMa
00Cw1R2t1R5A0X0X0K661R3-00Dm1ROI08bM0ryQ1R5n1R4Y01GE1RMK01eQ0CKb0YBv1RMa
1ROc00Cw01K81Dm301eQ0YGm
1ROc00Cw01K81Dm3006f01eQ0YGm
0A5R00Cw0gM611kL01K81Dm31ROz1RPD0drY0vDZ01eQ0YGm00kb
0A5R00Cw0gM611kL01K81Dm31ROz1RPD0drY006f0vDZ01eQ0YGm00kb
00Er1RPP
00Cw0r_w0qAF1RPP1RPx0Eu8
1RQ71RQT
0GLj1RR7
1RRZ00Cw0g0y019f01eQ0YGm
1RRy0YGz
1RPP1RSN
0YF50YBv
00Cw0YAw019f01eQ0YGm
0Ms_
1RT31RTd
00Cw00Dm0Kbu1RSn1RU80K5k0hqV0KeF0Kec01eQ0CKb0YBv
00Cw00Dm0Kbu1RSn1RU80K5k006f0hqV0KeF0Kec01eQ0CKb0YBv
00Cw00Dm019f0KeR01eQ0CKb0YBv
00Cw00Dm019f006f0KeR01eQ0CKb0YBv
00Cw00Dm0Yf90KeR0Kec0YBv
00Cw00Dm0Yf9006f0KeR0Kec0YBv
0g8i056s
1RVG0tCw0g8i
1RUo1RVx
1RUd1RWY0Unr
1RXV1RX_
1RPx0X721RYW
1RXA1RZ3
006f1RZJ1RZX0YAJ01eQ0YGm0YFj
1RZj
1RUo1Ra71RVx
1RUd1Raj0Unr
1Rbg1RXV1RcD
1RPx0X721Rck
1RbL1RdH
006f1RdX1RZX0YAJ01eQ0YGm0YFj
0Unr
1Rdl
1RUd1Raj1ReD0Unr
1RfD
1RPx0X721Rck1Rfh
1Reu1RgH
006f1RgX1RZX0YAJ01eQ0YGm0YFj
1RVG1Rgl0tCw0g8i
1Rhh1Ri3
1RUo1Ra71Rh41Rid
1RUd1RjE1ReD0Unr
1Rjs1RgH
006f1RkB1RZX0YAJ1RkP1Rkx01eQ0YGm0YFj
0g8i1Rlr
00Cw1RlL1Rm6006f0YHU01eQ0YGm0YGz
1RmQ01K8006f0YGz
06_q01K8006f006q0YGz
0SgC06_q01K8006f0GK_006q0YGz
0SgC06_q0IWn01K8006f0GK_006q0YGz
0b09
00Cw1Rn4019f006f01eQ0YGm0YBv
1Rno01e1
1RoB
1RpZ0sYQ
1Rqa
1O_y
1Rrs17_Y17_-
0KGt
1RtV
1Rt51Rtj
1Rsv1RuB1RuV
1Rsb1Ruk
0aaZ1RvN1Rvd1Rv-
0Y1u1Ru_1RwA
1Roj1RpC1Bot1Rps1Rqo1RrJ0scV1Rs41RwZ
0SgC1RnR1Rx30phO0wX40Zcv0sS71Rxc1Ry2
006f1RyK1RZX0YAJ01eQ0YGm0YBv
1Ryq0M9K0lzg
1Rz8
0Uqc
1S2S1S4w1S5900hb
1SAd1SAt1SBA1SBd
1SFA1SFe1SAd1SGD1SGR1SGu
0kYi1SHn1SIA
1SJA1SJl1SKK1SKY1SKl1SL31SLa
1SMW
1SNZ1SO51SMW
1SPE1SL3
1SPq1SPE1SL31SQF1SQS
1SRa1SPq1SPE
1SM21SN21SOc1SPS1SR51SS5
1SUV
0Kev1RyY1Rzj1R-C1R-Y0Kh41R-_00Cw1R_K1R_w1S0W07Fr09870Kjh1S191S1j1S2A1S2S0Klh1S2k004h1S311S3h1S481S4b0Ko30yg21S5c1S601S6F0aN51S6V01K81S6x1S7N1S7_1S8U1S8-1S9U0IbY0SCE1S9t1SBw1SCT0Kw10KwT0Kwe0Kwm1SCm1SD30KxY1SDH0KyA1SDc1SD-1SEP006f1SEk1SHI1SIY0L1d1SJ01SSY02Xk0L1-1ST01STT006q03Rt01eQ0YGm1SU00YBv1SUn
01K8006f05_m006q03Rt0YGz
1SXd1SXz1SYE1SYa1SYq1SZ2
00Cw0L3p1SVJ0L500L5n0L6I1SVw0Klh0Kly1SWU0L7Y004h0Kmt0KnJ1SWv05Wm0pPR06790L830L8n01K81SX80SCE1SZL0LBS1SZn0LCb0LCx0LD90Kw10KwT0Kwe1SaQ0LDz0KxY0LET0LFD0LFx0LGF006f0LGZ1Saj1SbB0LHi006q03Rt01eQ0YGm0LHr0LIU0hUB0YBv1Sbb
00Cw0L3p1SVJ0L500L5n0L6I1Sc21Scd0Klh0Kly1SWU0L7Y004h0Kmt0KnJ1SWv05Wm0pPR06790L830L8n01K81SX80SCE1SZL0LBS1SZn0LCb0LCx0LD90Kw10KwT0Kwe0SzO1SCm0LDz0KxY0LET0LFD0LFx0LGF006f0LGZ1Saj1SbB0LHi006q03Rt01eQ0YGm0LHr0LIU0hUB0YBv1Sbb
0wv5
1SeD1Sek1Sf41SfM1Sfw1SgH1SgX1SYq1Sgo
0LM40LMV00Cw0Mx917ls0LMx1S2S0Klh0LNS004h1SdB0KnJ1Sdr0LOg0LP90pPR01K80LPU1Sh60LRd0LRu0LSJ0LSs0LCb0LTB0LTe0LUA0Kw10KwT0Kwe0KxY006f1ShY006q03Rt1Shh1Shz0LVD01eQ0YGm0YBv0LVd
1Sit1SjO1Sju
00Cw1Sc21Scd1SiK0Klh1Sib004h1SkK1Skr1SlH1SWv0LYp0pPR06791Sln1Sl_1SmM0LZK01K80LbO1Smf1Sn50Lcj0SCE0LdD1Snb0LCx0Kw10KwT0Kwe0SzO1SCm0KxY006f0LdU0Ldl0Le51Sny0LHi1SoN006q03Rt0Lef0Lf001eQ0YGm0YBv0ruH0LfI
1Soh0M9K006f05Sk006q03Rt0YBv
0Hwg02U7
0E7y0Hwg0MCZ02U7
1Sqs1SrM0MCC1Srq0MD90ME51Ss5
00Cw0Mx917ls1So-1SpK004h1Spg1Sq01SqM0pPR01K81SsS0MFg0MGD0MGc0Kw10MH00MHE0MHT0KxY006f1Ssr1St2006q03Rt01eQ0YGm0YBv1StO
0E7y0Hwg0MHk02U7
0E7y0Hwg02U70MIM
1SuH1Sqs1SrM0MCC1Srq0MD90ME51SuZ1Ss5
00Cw0Mx917ls1So-1SpK004h1Spg1Sq01SqM0pPR01K81Sth1Stw1Sur0MFg0MGD0MGc0Kw10MH00MHE0MHT0KxY006f1Ssr1St2006q03Rt1SvE1SvT01eQ0YGm0YBv1StO
0Hwg02T-02U7
1SwW1SuH1Sqs1SrM0MCC1Srq0MD90ME51SuZ1Ss5
00Cw0Mx917ls1So-1SpK004h1Svq1Spg1Sq01SqM0pPR01K81Sth1Stw1SxE0MFg0MGD0MGc0Kw10MH00MHE0MHT0KxY006f1Ssr1St2006q03Rt1SvE1SvT01eQ0YGm0YBv1StO
00Cw0Mx917ls1So-1SpK004h1Svq1Spg1Sq01SqM0pPR0MKU01K81Sth1Stw1SxE0MFg0MGD0MGc0Kw10MH00MHE0MHT0KxY006f1Ssr1St2006q03Rt1SvE1SvT01eQ0YGm0YBv1StO
00Cw004h0pPR01K80Kwm1SaQ0MKw0MLP1Sxd0KxY006f006q03Rt01eQ0YGm0YBv
00Cw004h0pPR01K80SzO1SCm0MKw0MLP1Sxd0KxY006f006q03Rt01eQ0YGm0YBv
00Cw004h0pPR01K80SzO1SCm0MKw0MLP1Sxw1Sxd0KxY006f006q03Rt01eQ0YGm0YBv
1Syc1Syv
0YYf1Szf1S-G1S-q
1SyI00Cw1SzK07KV1S_a01K80g8i019f006f01eQ0YGm0YBv
0Gyj0ViC
1RUd1T0901QU
1RUd1T0901QU006f
1T0c0YF515ja15l6
0pYN15nF15nj1T1d
1FRE0p_Z04t3
1T2z0Sc9
15oZ15p415pU15pw15qJ0Ai71T2S1T3L15qb15qp15r315rh15sD
1T461T4G
1T4S
0p_Z1T4w
1T5w
15iw15jE1T1100Cw1T1-1T3h15t20MRx0MSH15v00MSg0DkE01QU15w215wp07KV0MTF08ZH00Dm0Yzv0MTU15xh15yB1T5M15zG1T6R01eQ0CKb0YBv15zj
1T6_
1T7H1T87
1T8-004v1T9K1T9Y
15iw15jE1T111T8b00Cw1T1-1T3h15t20MRx0MSH15v00MSg0DkE01QU15w215wp07KV0MTF08ZH00Dm1T9o0Yzv15xh15yB1T5M006f15zG1T6R01eQ0CKb0YBv15zj
1T7H1T871TAM
15iw15jE1T111TB100Cw1T1-1T3h15t20MRx0MSH15v00MSg0DkE01QU15w215wp07KV0MTF08ZH00Dm1T9o0Yzv15xh15yB1T5M006f15zG1T6R01eQ0CKb0YBv15zj
0p_Z1KVM1T9K1T9Y
1T0c0YF515ja1TBQ15l6
1TCO
15iw15jE1TBo1TB100Cw1T1-1T3h15t20MRx0MSH1TCl15v00MSg0DkE01QU15w215wp07KV0MTF08ZH00Dm1T9o0Yzv15xh15yB1T5M006f15zG1T6R01eQ0CKb0YBv15zj
0p_Z1TDN1KVM1T9K1T9Y
1T0c0YF515ja1TDZ15l6
15iw15jE1TDx1TB100Cw1T1-1T3h15t20MRx0MSH1TCl15v00MSg0DkE01QU15w215wp07KV0MTF08ZH00Dm1T9o0Yzv15xh15yB1T5M006f15zG1T6R01eQ0CKb0YBv15zj
0K4x05wo00Dm0YGz
0K4x05wo00Dm006f0YGz
1TFU
1TFo07KV
01QU1TGr0Unr
1TEX1TEs1TFA1TGJ05wo00Dm1TH11THV0YGz
1TEX1TEs1TFA1TGJ05wo00Dm1TH1006f1THV0YGz
0hsr10tG
1TH-00Dm1TIR1TIo1TJ01TJG1TJh
1TH-1TJx00Dm1TIR1TIo1TJ01TJG1TJh006f
01QU00Dm1TKD1TKR0YGz
01QU00Dm1TKD1TKR006f0YGz
05Wm01K8019f0Yf90Mao02b0
05Wm01K8019f0Yf90Mao006f02b0
00Cw0Mb40MRx05Wm01K803QM019f1TKj01eQ0YGm0YGz04t3
00Cw0Mb40MRx05Wm01K803QM019f006f1TKj01eQ0YGm0YGz04t3
1TLR00Wr
00Cw0Mb41TL20MRx05Wm1TLh01K803QM019f006f1TKj01eQ0YGm0YGz04t3
1TM6
00Cw0Mb41TL20MRx05Wm1TLh01K803QM019f006f1TKj01eQ0YGm0YGz04t31TMd
00Cw1TM_01Ig05Wm01K8019f006f1TNO01eQ0YGm
00Cw1TM_01Ig05Wm1TNi01K8019f006f1TNO01eQ0YGm
1TNx1TOE0Z6s1TOQ
0MgL05Wm01K8019f1TOi02b0
0MgL05Wm01K8019f006f1TP102b0
1TNx1TOQ
1TPt0VmF1TQB
0MgL05Wm1TPN1TQU01K8019f006f1TP102b0
01K8019f0egr0YmZ0YBv0tMq
01K8019f006f0egr0YmZ0YBv0tMq
0vKz1TR31TRF02b00GLc0nMW
09081TTg0B-f
0YeR1TUM1B_k
1TRR1TRl1TS81Syc1TSY0T-s05Wm1TS_1TTG1TTS1TTq00Dm019f1TU90zoG1TUV1TUw02b0
1TWB1HRf1TWQ1TWj1L891TX01TX81TXY0jbJ1TXs1TYH
0YYf1TYU
0Z_X0Z_k1Kek1Td51TdO0tsM02RK
0gm11TfB1TfS15qJ1Tfp1Tg51TgP
1Tgn1BcF1Th9
00Cw1TV61TVX1TVx1TYp1TZO1TZr1TaF1Tak1Taz1TbR1Tbq1TcG1Tci1Tdc1Tdw00Dm1TeJ1Tek1ThV019f1Ti31TUw1TiH01eQ0CKb1Tib
00Cw1TV61TVX1TVx1TYp1TZO1TZr1TaF1Tak1Taz1TbR1Tbq1TcG1Tci1Tdc1Tj41Tdw00Dm1TeJ1Tek1ThV01e11TUw1TiH01eQ0CKb1Tib
00Cw1TV61TVX1TVx1TYp1TZO1TZr1TaF1Tak1Taz1TbR1Tbq1TcG1Tci1Tdc1Tdw00Dm1TeJ1Tek1ThV01e11AVh1TUw1TiH01eQ0CKb0GLc1Tib0nMW
00Cw1TV61TVX1TVx1TYp1TZO1TZr1TaF1Tak1Taz1TbR1Tbq1TcG1Tci1Tdc1Tdw1TjN1Tjj00Dm1TeJ1Tek1ThV01e11TUw1Tk01TkH1TkZ1Tkm1TiH01eQ0CKb1Tib
0Z-v0Z_I0ymq10vR0a0K10wT
0Z-v0ymq0a0K10wT
1Tk-1TlF0Z-81TlQ0Mx91Tll1Tl-1TmC1TmQ10_G1Tmq1Tn71TnR0a1i1Tng00Dm1Tnt1TeJ1ToG0Ai71Tof1Tp21TpG01D90CHU0CHj0CI90GF_1TpN1Tpe1Tq21TqO1Tqi1Tr31TrU1Trp0ecz1TsC1Tsi1TtC1TUw03CS0Wr60JRM1Dc80YBv1TtT
1Ttr1Tu300Cw1TV61TVX1TVx1TYp1TZO1TZr1TaF1Tak1Taz1TbR1Tbq1TcG1Tci1Tdc1Tdw00Dm1TeJ1Tek1TuP1Tue1Tuq1ThV01e11TUw1TiH01eQ0CKb1Tib
1Tv300Cw1TV61TVX1TVx1TYp1TZO1TZr1TaF1Tak1Taz1TbR1Tbq1TcG1Tci1Tdc1Tdw00Dm1TeJ1Tek1ThV01e11TUw1TiH01eQ0CKb1Tib
00Cw1TV61TVX1TVx1TYp1TZO1TZr1TaF1Tak1Taz1TbR1Tbq1TcG1Tci1Tdc1Tdw00Dm1TeJ1Tek1ThV01e11TvN1Tve1TUw1TiH01eQ0CKb1Tib
00Cw1TV61TVX1TVx1TYp1TZO1TZr1TaF1Tak1Taz1TbR1Tbq1TcG1Tci1Tdc1Tdw00Dm1TeJ1Tek1ThV01e11TwA1TUw1TiH01eQ0CKb1Tib
1TwS1Twg00Dm0nP41TUw0pYB
00Cw1TV61TVX1TVx1TYp1TZO1TZr1TaF1Tak1Taz1TbR1Tbq1TcG1Tci1Tdc1Tdw00Dm1TeJ1Tek1ThV01e11TUw1TiH01eQ0CKb1Tib
1Ttr00Cw1TV61TVX1TVx1Twv1TYp1TZO1TZr1TaF1Tak1Taz1TbR1Tbq1TcG1Tci1Tdc1Tdw00Dm1TeJ1Tek1ThV1TxC01e11TxU1Txp1Ty31TUw1TiH01eQ0CKb1Tib
1TyN0SZJ00Dm1Tyd1TUw
0vKz1TR31TRF02b00n5f0nMW
0jyc00Cw1Ty-1TzJ1TzS1Tzw1T-R1Tak1T-_1T_T1T_z1U0B1U0d1U0_1U1L00Dm1U1d019f0Unr0uGJ1U1x01eQ0CKb0YSR1U2D1U2b0JRa
1U3500Dm1U3U1U3m0pYB
00Cw1U401U4L0Uqc1U4e1U4t00Dm0Mk20MkJ019f1U5L10uD006q01eQ0CKb0YBv
00Cw1U401U4L0Uqc1U4e1U4t00Dm0Mk20MkJ019f1U5L10uD01GE006q01eQ0CKb0YBv
1U5Z1U5p
0Mjh00Cw1U680Mjv00Dm0Mk20MkJ00Xa1U5p006q
0Mnb00Cw1U6Z1U751U7U00Dm0Mp00MpM0Mpk0Mq30MqQ0MrA
0MrO00Cw1U6Z1U751U7U00Dm0Mp00MpM0Mpk0Mq30Mrf0MrA
0MrO00Cw1U6Z1U751U7U00Dm0Mp00MpM0Mpk0Mq30Mrf0Ms50MrA
00u806vT01LB00ze
1U7j00Cw00Dm019f0MsX01eQ0CKb
00Cw0ttd05Wm00Dm019f0j5a01eQ0CKb02RK
00Dm0Mtb0j5a0Mt9
00Cw0ttd00Dm01eQ0CKb
1U7-
1U9m1UAK
0YmC0YmZ1UCa
1U8R1U8p01K81U9N1UAg1UBA1UBN1UBa1UBq1UCJ01eQ0YGm0YBv1UC_
1U8R1U8p01K81U9N1UAg1UBA1UBN1UBa1UBq1UCJ006f01eQ0YGm0YBv1UC_
1U8R1U8p01K81U9N1UAg1UBA1UBN1UBa1UBq1UCJ1UDK006f01eQ0YGm0YBv1UC_
0YmC0YmZ
01K81UDg006f006q0YGz00kb1UDw
1UEs0977
1UFM
11X31UEF1UEZ018W06_q1UE_1UFa1UG21UGF006f006q1UGb0YGz
1UI21UIE1UIT1UIf1UIs1UJA1UJJ1UJU1UJf
0YUV1UHr1UJo1UKB
00Cw1UHB0p_Z1UHd01K81UKO1UKl1UL21ULW0GqD01eQ0YGm0YBv
0YUV1UHr1ULk1UKB
00Cw1UHB0p_Z1UHd01K81UM81UKl1UL21ULW0GqD006f01eQ0YGm0YBv
1J8501K81G6t
1J8501K81G6t006f
01gk1UMW0Z910YYf00Dm
01gk1UMW0Z910YYf00Dm006f
01gk1UMk1UMy1UNC0YYf00Dm0YNP1UNj1UNv1UO7
01gk1UMk1UMy1UNC0YYf00Dm0YNP006f1UNj1UNv1UO7
1UOO0KHk1UOm
1UPL1UPU1UPo1UQ9
1UQb1UQi
0txK00Cw1UOx00Dm1UQI00hb0Y_s1UQr01eQ0CKb
0txK00Cw1UOx00Dm1UQI00hb0Y_s1UQr006f01eQ0CKb
0c4p01gk0YYf00Dm0cEV
0c4p01gk0YYf00Dm006f0cEV
01gk0vSu0YYf1URC00Dm1URS1URe1UR_00C6
01gk0vSu0YYf1URC00Dm1URS1URe1UR_006f00C6
1USX05Wm1USw1UTA1UTN0vVF1UTf
00Cw1UTs01eQ0YGm0rzd
00Cw1UTs006f01eQ0YGm0rzd
01gk1UUE00Dm0YHU
01gk1UUE00Dm006f0YHU
1UUe01gk1UNC0YYf00Dm1UUq
1UUe01gk1UNC0YYf00Dm006f1UUq
01gk0YYf00Dm1UV51UVe1UVr1UW3
01gk0YYf00Dm1UV5006f1UVe1UVr1UW3
00Cw1UWe1UX001K8019f01eQ0YGm
00Cw1UWe1UX001K8019f006f01eQ0YGm
0M9K0sga
1UYj0M9K
1UXL1UXw0Uql0p_Z1UYJ1UZ41UZg006f1Ua3
1QkO1UaS1Ual1Ub2006f
00Cw01K8019f01eQ0YGm
00Cw01K8019f006f01eQ0YGm
00Cw0scq01K81UbU1Ubo1Uc21UcR1Ucp1Ud2002G1UdO1Udh01eQ0YGm0YBv1UeD1Uea1Uf0
00Cw0scq01K81UbU1Ubo1Uc21UcR1Ucp1Ud2002G006f1UdO1Udh01eQ0YGm0YBv1UfO1Uea1Ufm
00Cw0scq1Ug901K81UbU1Ubo1Uc21UcR1Ucp1Ud2002G006f1UdO1Udh01eQ0YGm0YBv1UfO1Uea1Ufm
00Cw0scq1Ug901K81UbU1Ubo1Uc21UcR1Ucp1Ud2002G006f1UdO1Udh006q01eQ0YGm0YBv1UfO1Uea1Ufm1UgV
00Cw0scq01K81Ugp1Ubo1Ud21Uh7006f1Udh1UhY01eQ0YGm0YBv1UeD1Uf01Uhy
00Cw0scq1UbU1UiG1Uc2006f1UiZ1Uin1Uj401eQ0YGm0YBv
1Ujm1UkC
1UYj
0cAx0fq50sYQ0DuI
1Ul01Uli1UmH0m5-1Umi
1Unu
1Unf1Uo61UoU1Up5
1Unf0s0n1UoU1HXA0sNs1Upw1HYk1UqR
1UrN
1Unf0s0n1UoU1HXA0sNs1Upw1HYk1UqR1Hdv
1Ut11UtW
1Unf1Usi1Utt1UoU1Hda1G1i
1Unf1Uo61UoU1Up51Uu-
1UwM1Ut11Uwa1UtW
0BzK1Uxn
1Uvr1Unf1Usi1Uwx1UoU1UxJ1Hda1G1i1Uxz
1Unf1UoU
1UpJ1Uqm1Urg1Us61UuF1UvE1UyD1Uyt
17ap
0B-M1U-J0Ai71U-e
1U_c02RK
0iTV
1Uzs1U_61U_m0sFL0ilc01VT1V08
1FcJ1SQF
1V2I0BzK1Uxn
1V2c
0B-M0B-Y1U-J12w40B_70B_H01e11U-e
1V3g0C0Z13k20C0g1V460C280C2I
0C2v02RK
0C3g02RK
1V1h0Bxp0ByE0Bye0Byn1V381V4k1V541V5c0C4I0C4c0C4u01eQ0sH90sHN
1V6b19Xe0FAO1SJ01V6q
1V7f
1L79
0g3v0sLn1V971V9T0sMQ0sMi
1VAB
1VBM0sQT
1V0Z1V141V651V6y1Ujm1UkC1V7w1V8W1V9c1VAi1VBo1VCJ
00Cw05Wm1UjH1UjY1UkU00Dm0byB1UnB00hb0Y_s0YHU0Eu81UzO01eQ0CKb0EuI1VD60YBv
00Cw05Wm1UjH1UjY1UkU00Dm0byB1UnB00hb0Y_s006f0YHU0Eu81UzO01eQ0CKb0EuI1VD60YBv
00Cw00Dm019f1VDa0GHY14e40gqH01eQ0CKb
00Cw00Dm019f1VDa0GHY006f14e40gqH01eQ0CKb
1VEt1VF51VFM1VFY
1VDu00Cw04uS1VE91VEO1VEb1VFm006q03Rt0YBv1VG9
0fRt00Dm0E-c
0fRt00Dm006f0E-c
1VGP1VGZ
1VGi1VHL0g451VH-1VIE
1VIV
1VK01VKJ
1E5M00Cw1VIw004h1VJH01K81VJq1VKR006f01eQ0YGm0YBv0E-c
1VLH
1VKu1VLY
1VLp006f0YBv0E-c
0sRM006f1VM80YBv0E-c
00Cw1Oex00Dm019f01eQ0CKb0E-c
00Cw1Oex00Dm019f006f01eQ0CKb0E-c
1VMO
1VMf
1VNB154d
0BQ00egr0YmZ
1VOI
05ms00Cw1VMs01K805_m1VNU1VNw1VOV01eQ0YGm0YBv
05ms00Cw1VMs01K8006f05_m1VNU1VNw1VOV01eQ0YGm0YBv
1VOI1VOl
05ms00Cw1VMs01K8006f05_m1VNU1VNw1VOy01eQ0YGm0YBv
1VPC
1VMf1VPR
0lLp
1VQ4
05ms00Cw1VPl1VQO01K8006f05_m1VNU1VNw1VOy01eQ0YGm0YBv
1VKu
1VQg006f1VR71VRV0YBv
05ms00Cw00Dm0g8i1VRj0N0Q01eQ0CKb
05ms00Cw00Dm0g8i1VRj0N0Q006f01eQ0CKb
1VST
1VSF1VSh
1VSx1SBA0YFj0E-c
1VSx006f1SBA0YFj0E-c
1VSx1VTP006f1SBA1VU10YFj0E-c
00Dm1VUY0bYd
00Dm1VUY0bYd006f
1VUr
17ia
00Cw1VVH05Wm0pPR1VVq1VWM01K80t9W0tA301eQ0YGm0YBv
00Cw1VVH05Wm0pPR1VVq1VWM01K80t9W0tA3006f01eQ0YGm0YBv
00Cw0yhR00Dm12Pu00hb1VWk01eQ0CKb0YGz
00Cw0yhR00Dm12Pu00hb1VWk006f01eQ0CKb0YGz
1VXm0GkL
00Cw1VX200Dm1VXO1VY71VYf0YHU0cAJ01eQ0CKb0YGz
00Cw1VX200Dm1VXO1VY71VYf006f0YHU0cAJ01eQ0CKb0YGz
0N2D1VYu1VZE0YFj
0N2D1VYu006f1VZE0YFj
0eU91VZn1VaG1Vaf1Vav1VbI0N2D1VbZ0wd01Vbr0xKw0emq1S-G00Dm0en21Vc01VcM1Vcd1I7H
0eU91VZn1VaG1Vaf1Vcm1Vav1VbI1Vd40N2D1VbZ0wd01Vbr0xKw0emq1S-G00Dm0en21Vc01VcM1VdP1Vcd006f1I7H
1Vdk
1VeB
1Veo
1Vfe1Vg5
1VgM
1Vgz
1VfI1VhT
1ViR1Vib1Vij1Vis
1Viz1VjM1Vjh
1Vjv
1VkV
1Vk_
1Vhk1VlP1Vm4
1VmQ
1Vna0kur019f
1VoR1Vna
1VpH
1VqC
1Vr7
1Vsb0fM-
1VsG1Vsl
1VqU1VrN1VpW1Vs00DuI1VtF0dVT1Vsb
1VqU1VrN1VpW1Vs00DuI1VtF0dVT
1VqU1VrN1VpW0DuI1VtF0dVT
1Vtp1Vub1VvL
1Voz1VpW1Vw9
1Vw9
1VpW1Vw9
1Vwo1VxT1Vy5
1Vog1Vyj1Bwa
1Vzo0tY9
1V_L1V_d1V_v1W081W0Q
1W1O1V_d1V_v1W0Q
1W1O1V_d1W0Q
1W0m1W1i1W2P
1Vog1W2_1W3P
1W53
1W5N1W5w
1W421W4c1W6Q
1W751Vog1W3P1V_d1V_v1W081W0Q0tzN
1W8m1W8z
1W751Vog1W3P1W8A1W8T1V_v1W9D1W9d1W0Q
1WAY1W08
1WBP1WBZ03vB
1WAp1Vog1WBo1W3P1WCR1V_v1W081WCo1WD81WDV
1Vog1W3P1W081WDV0KC3
1WEs0kur
1W8m1WFD0wWA
1Vog1WBo1W3P1W8A1W8T1V_v1WFc1WG61WDV
1WH41Vog1WHb
1WHt1Vog1W3P1WIa1W081WDV
1W3c1W7c1WA11WDp1WEL1WGc1WIj
0X721WJW1WJi
1WJx
1WKi
1V-n1V_21WJB1WL803vB
1WM51WMc1WN4
1WNX1WFD1WNx
1WOy1WPC
1WOD019f1WOe1WPd
1WNX1WQn
1WRs1WPC
1WR3019f1WRU1WS6
1WNX1WNx
1WTu019f1WRU1WPd
1WQ51WSa1WTE1WUJ
1WWL
1Lra1WW21WWX1WWt1WX5
1WVo1WXT0fM-
1Voz1WXy
1WYM1WYo1WZ70YCA02RK
1WZu1WaK
1Wal
0fM-
1Wbv1WXy
0oan
1WbD1WcO1WYo1Wcq1WZ70YCA02RK
1Wdd1Wbv1WXy
1WbD1We21WYo1Wcq1WZ70YCA02RK
1WYM1WYo1WZ70YCA
1WXy
1WfE1WYo1Wfg1Wfx1WZ71WgC0YCA02RK
1Wgi1WXy
0Tl_1WhC1WYo1WZ70YCA
1WhC1WYo1WZ70YCA
1WZR1WdI1WeU1Wel1WgP1Whe1Wh-
1TzJ0fM-
1WlF0kur
1WjJ1Wjm1Wk91WkN1Wkd1Wkn1Wlp1WmJ0fM-1Wmr1Wm-1WnH
1Wip1Wna
1Wou1Wp81Wk91WkN1WpN1Wpa
1WoO1Wpm
1Wna
1WqV
1Wqy
03vB
1WrZ
1Wse1Wso
1WrF1Wrr1WsQ1Wt6
1Wqy1WsQ1Wt6
1WtO1Wtp1WuJ1Wul
1Wnx1Wq71WvB
1Wvi
1WYM1WwQ1Wwo0YCA
1Wxe0oan
1WbD1WcO1WwQ1WyC1Wwo0YCA02RK
1WbD1We21WwQ1WyC1Wwo0YCA02RK
1WfE1Wfg1Wfx1WwQ1Wwo1WgC0YCA
0Tl_1WhC1WwQ1Wwo0YCA
1WhC1WwQ1Wwo0YCA
1WxB1Wyg1Wy_1WzG1WzZ1Wzv
1Wq7
1W-n
1KbA1W_j
1X0R1X0q
1X1o1X2A
1X2T
1X181X3G
1X4M
1X4f
1X6J1X6e1X6x1X7E
1X7W1X7w
1X8G1X8u1X9K1X9a
1X5r1X9z
1XAF
1XBX1XBl
1X3v1X5K1XAy1XB_
1XCP1XCt019f0fzu1XDB
1XEd
1XFW1XFu
1XGU1XGi
0Bvy
1XGv1XHC
1XGC1XHa
1XF21XHs
1XJ8
0fM-1XJY
1XKQ1XKq
1XE01XEO1XIN1XIm1XJy1XL6
1Vog1XL_
1XMB1WVo1WXT
1XMW1XM_0fM-
1XOQ1XOz
1XQR1XQd0fM-
1XQR0fM-
1XQs1XRN1XRq1XSJ1XSo
1XP-1XTK1XTp1XU21XUJ1XUu1XVK1XVV0fM-
1Vog1XL_1XW31XWa
1Vog1XXS1XL_1XXm1XWa
1Vog1XL_1XYo1XWa
1XWq1XYH1XZJ
0kur1XL_
1Xbc1Vog1XL_1XW3
1Xbc1Vog1XL_1XXm
1Xd31Vog1XL_1XYo
1Xb11Xb-1Xca1Xda
1XZv1XaG1Xab1Xe8
1XeT
1Wse1XVV1XfY0fM-1Xfq
1Xgm1Vog1Xh8
0ddY
1XgW1Xhn1XiJ
1XjJ
1XkX1Xl2
1XjZ1Lra1WXT1XkA1XlN1Xlz
1TzJ1HUp
1Xiq1XmI03vB1Xmo
1WXT1XqZ0fM-
1Lqf1XoQ1Xop1Xp31XpJ1Xpd1Xpy1XqE1Xr0
1Xnl1Xo61XrI
1XsM1Xsb
1W751A7U1XtQ
1A7U1XL_
1Xtk1Xu6
1Xsv1XuT1Xuv1XvN1Xvm1XwW
1Xxy1Vog0be60fM-
1XL_0be60fM-
1XyK1Xyq
1XxY1XzJ1Xzm
1X-61X-b1X--
1XL_1Y0t
1Y0k1Y161WOe
1Y0V1Y1Q
1XDh1XLb1XNN1XNw1XPH1XVh1XfA1Xfz1XgG1XnI1Xro1Xx31X_K1X_e1X__1Y1p
1Y2k1Vog
1Vog0ddY
1Vog1Y421Y4J1WDV
1Y321Y3U1Y4a
1Y521Y5Y
1Y6I1Y521Y5Y
1Y761Y521Y5Y
1Y5o1Y6d1Y7R
1Y8R1Y8f
1Y8s1Y9E
1XDM1Y2E1Y7y1Y9T1Y9o1YA4
1YBY
1YAk1YBC1YBm
1YCd1YCy
1YDF
1YFd1YFs
1XuT1YG3
1YCA1XLb1XNN1YDx1Xfz1YEJ1YE-1XnI1YGe1X_K1Y1p
1XDM1YH71Y7y1Y9T1Y9o1YA4
1YIp1XZv1XaG1YJC
1YJc
1Xsv1XuT1Xuv1XvN
1YI31YIV1XLb1XNN1XNw1YKL1Xfz1YKj1YEJ1YE-1XnI1YLA1YLt1YMY1X_K1Y1p
1XDM1YN11Y7y1Y9T1Y9o1YA4
0zfi1YO01YOF
1XDM1YOW1Vna1Y9T1Y9o1YA4
1XDM1Vna1YA4
1YPx1YQI
1YQb
1YRh
1XuT
1YSw1YT21YTB1YTK
1YTS1YTl
1YRJ1Xfz1YRz1YSR1X_K1YU0
1TzJ1YUx1YV9
1YVS
1YVm0kur
1TzJ0kur
1YW21YWN
1YWf
1XL_1YX6
1YXP
1YXh
1XDM1YUR1Y7y1YYO1Y9T1Y9o1YA4
1XP-1XTp1XUJ1YZP1XUu1XVV0fM-
1YaK1YQI
1Yaf
1Xsv1XuT
1XNN1YZr1YbP1Ybn1X_K1X__1Y1p
1XDM1YcG1Y7y1Y9T1Y9o1YA4
1YdG1Xe8
1Ye41YeH
1Yeo1Yf4
1Vub1VvL
1Yfg1Yg8
1YeY1YfL1YgT1Ygq1YhI
1XVh1Ydi1Yh_1X_K1Y1p
1Yi_
1Yji
1Ykb1Ykj
1TzJ1Yk30kur1Ykz
0kur1Ylp
1YlM1Ym4
1YmP1Ymg
1YjS1Yn1
1YnR
1XDM1YiV1Yo81Y9T1Y9o1YA4
1XaG1YpA1Xe8
1YpZ
1TzJ
1Yqj
1YrF
1Yrg1YsJ
1YqL1Xfz1YRz1Ysh1X_K1Y1p1YU0
1XDM1YtB1Y7y1Y9T1Y9o1YA4
1TzJ1YUx
1YuD1YuW1Yup
1Yw91YwT1YQI
1Ywk
1YyG1Yz61Yzf1Y-S
1YvG1Yve1XVh1YxQ1Xfz1Yxo1Y-y1X_K
1XDM1Y_R1Y7y1Y9T1Y9o1YA4
0tzN
1Z0j0tzN
1Z0N1Z101Z1M1Z1h
1YQI
1Z2I
1Z1w1XVh1Z2_1X_K1Y1p1Z3N1Z3w1Z4R
1XDM1Z4-1Y9T1Y9o1YA4
1Z5x1Z6D1Z6f01e11Z6x1Z7F1Z7Y1Z7v1Z881Z8P1Z8h
1Z5x01e11Z9I1Z881Z8h
1Z5x01e11Z8802b01Z8h
1Z5x1ZAL01e11ZAi1Z88
1Z5x01e11Z881Z8h
1Z5x01e11ZC21Z881Z8h
1YaK1Z5x1ZCu01e11ZD61Z8802b01Z8h
1YaK1Z5x01e11ZDo02b01Z8h
1Z5x01e11Z8h
1YaK1Z5x01e1
1Z8z1Z9X1Z9v1ZB51ZBZ1ZCT1ZDK1ZE11ZEV1ZEz
1ZFn
1ZFN1ZF-
1XDM1Vna1ZGR1Y9T1Y9o1YA4
1YdG1ZHO1Xe8
1TzJ1X--02b00fM-
1ZKU
1YgT1Ygq1YhI1ZIB1ZIa1ZJ01ZJl1ZK51ZKw
1ZLq
1ZHp1ZLS1ZMJ
1ZNI1ZNh1Yn11ZO8
1ZOX
1XDM1ZMo1Y7y1ZPE1Y9T1Y9o1YA4
1ZQ81ZQU1ZQi1ZQ_
1ZRj1ZRz1ZSD1ZSS
1XgW1ZRD1ZSn
1ZTt
1Z6f1Z6x1Z7F1Z7Y1ZUz1Z8P
1ZVi0ddY
1ZWN1ZWZ0ddY
1ZVq1ZWn
1ZVC1ZXK
1ZYd
1ZYE1ZYx
1ZRD1ZSn
1Zay1XL_1XQd1ZbC
1Zay1XL_1ZbC
1ZbX1Zc4
1Zcs1XuT1Zdb1Xvm1XwW
1XPH1XVh1ZTJ1ZUb1ZXf1Xfz1ZZa1YE-1XnI1ZaF1YLt1ZcY1Xro1ZeH1X_K04t31Y1p1Z3N1Z3w
1XDM1Zem1Y7y1Y9T1Y9o1YA4
1YeH
1Zg6
1Zfk1ZgQ
1XZv1Xab1Xe8
1ZhL
1Xsv1XuT1Xvm1XwW
1XNN1XPH1XVh1Zgx1Zi21Xfz1Xro1ZiQ1X_K1X__1Y1p
1XDM1Ziv1Y7y1Y9T1Y9o1YA4
1Zjs1Xfq
1WVo1XL_0fM-
1ZkI1Zko
1Zln1Zm61ZmO
1Zmi
1Znp1ZoO
1A7U1Zpm
1ZpT1Zq81ZqU
1XL_1Zqm
1Zr4
1TzJ1Zs41ZsD
1ZsQ1Zsj1ZtA1Ztb1Zts1Zu8
1ZuO1Zuv
1Lqf1ZvK1WXT1Zvd1XqZ1Zvn1Zv-0fM-
1Zyc03vB
1ZwP1Zwm1ZxN1Zxt1ZyI1Zy_1Zzd1Z-91Z-c1Z_2
1XQR
1WVo1Z_v1a081a0g1a1F1a1i1a21
1WVo1a0g1a321a3F1a1F1a1i1a21
1a2U1a3W1a411a4Y
1ZlN1ZnR1Zou1Zrb1Z_V1a50
1Bwa
1YWf1YmP1Ymg
1XL_1a5w1a6C
1a6a
1a6r
1XDM1a5Q1a7Y1Y9T1Y9o1YA4
1aA1
1YaK1aBP1aBh
1aB_
1a8a1a981a9b1aAX1XLb1XNN1aB21XNw1aCk1Xfz0M8u1YMY1aD61Y1p
1XDM1aDL1Y7y1Y9T1Y9o1YA4
1aEK1aEk1aF3
1aFO
1aGY1aH61aHb
1XVh1aGA1aH_
1XDM1aIU1Y9T1Y9o1YA4
1XZv1aJW1aJp1aK8
1aJW1aLR1aLm
1aKT1aM5
1XVh1aMt1Xfz1X_K1Y1p1Z3N1Z3w1Z4R1aNF
1XDM1aNm1Y7y1Y9T1Y9o1YA4
1aOw
1aPa
1Ykb
1WXT0KC3
1aQV1aQ_
1aRV0bC9
1aP_1aRp
1WVo1XL_1aSI0fM-1Xfq
1aOm1aSg
1aTf1Xe8
1Vog1XL_1Vyj
1aUf
1aU01aU-
1YG31aW1
1XL_1aWt1aX9
1aXR
1ZwP1aYR1aYq1Zy_
1WVo1a321a3F1a1F1a1i
1aTF1aVf1Zou1aWO1aXn1aZ31aZT
1XL_1a6C
1YWf1Ymg
1aaN1aae
1aau
1XDM1aZt1abb1Y9T1Y9o1YA4
1acX1acq1ad7
1adP
1afS1agH
1XNw1YvG1XVh1ae51aeT1Xfz1aez1agj1X_K
1XDM1ahC1Y7y1Y9T1Y9o1YA4
1ajQ1ajp1Xe8
1akC
1alN1XuT
1amO
1ai81aio1XVh1ak_1Xfz1YEJ1YE-1alv1Y1p1amh
1XDM1anF1Y7y1Y9T1Y9o1YA4
1aoC1aoY
1aop
1apv1aq91aqY1aqn1ar51arL
1XNN1apX1Ybn1arb
1XDM1as41Y7y1Y9T1Y9o1YA4
1YAH1YHd1YNX1YP01YPY1YYx1Ycm1Yoh1Yth1Y_x1Z5U1ZGz1ZPn1ZfG1ZjP1a851aDr1aI-1aOG1ac81ahi1anl1asa
1WVX05Wm1WiL1Ww601e11W-G1W_B1WJW1X020YXS1at2
1Vn61Vnx1VzE1V-21WLe1WUy1atN
019f1aub
1au21aum1avH1avo
0Yeg0H3H
1axT1axj
00Er1ay5
1ayb
0N1-00Cw0N2D02Nr1ath00Dm0ROv05oT019f1awI1awf1ax21az1006q01eQ0CKb1azR0YBv
0N1-00Cw0N2D02Nr1aze00Dm0ROv05oT019f1awI1awf1ax2006f1az1006q01eQ0CKb1azR0YBv
1azx1a-e1a_L1a_t1b0L1b0n1b1N1b1m1b281b2P1b2_1b3I1b3w1b4B1b4n1b5V1b5m1b691b6R1b6l1b751b7N1b7y
00Cw0N2D1b8R1b8n006f01eQ0YGm
0TAt1azx1b9C1b9O1b9a1a-e1a_L1a_t1b0L1b0n1b9o1b1N1b1m1bA81b281b2P1b2_1b3I1b3w1b4B1bAL1b4n1bAT1bAl1b5V1bB71b5m1bBZ1b691b6R1b6l1b751bBl1b7N1bBu1bCG1b7y
00Cw0N2D1bCc1b8n006f01eQ0YGm
1bDC
1bHG
1bDZ1bE71bEp1bFS1bG21bGZ1bHa1bI61bIx1bJV
00Cw0N2D02Nr1bCy1bJ-1ath00Dm0ROv05oT019f1awI1awf1az11bKa006q01eQ0CKb1azR0YBv1bKv0Rvp
00Cw0N2D02Nr1bCy1bJ-1aze00Dm0ROv05oT019f1awI1awf006f1az11bKa006q01eQ0CKb1azR0YBv1bKv0Rvp
1bLG0YDX019f
1bLS
1bMR1bMi
1bNY1bO9
1bPL05Wm1bPX
1VoR1bQX1bQi
1bRc1VoR0kur
1bRp
1bSk
1bTZ
1VoR1bUN
1bVE
1bVN1bVs
1VoR1bWH
1VoR1bX4
1bQ_1bS91bT61bTv1bUg1bWZ1bXI
1bYz
1bZC1bZn1ba11baE1baq02b0
1bYi1bb51bbY
1E5M1bXr1bYK1bbu
01Kz00ze00wD
1bd11bdO019f1bdh
1bee1bdO1bep019f0axS
1bfj0siU1bQX1bg11bgK
1bdO1bep1bgd
1bdu1beF1bfG1bh3
1VoR0tsM1bhv
1bi6
1biY
1bj2
00Er1Fog0Rme1bk303vB
1VoR1bl20omf1blL
03vB1blo
00Cw0N2D1bM11bMx0RSG1bOi1bPr00Dm1bQI1bcB019f1bcg1awf1bhP1bja1bkO1bm901eQ0CKb
00Cw0N2D1bM11bMx0RSG1bOi1bPr00Dm1bQI1bcB019f1bcg1awf1bhP1bja006f1bkO1bm901eQ0CKb
00Cw0N2D1bM11bMx0RSG1bOi1bPr00Dm1bQI1bcB019f1bcg1awf1bhP1bja006f1bkO1bm901eQ0CKb1bmy
0cG11bnP
1bn61bnc0z5Z
05eP
1bpD
0g3v0oxi0dsm
1bqV
0oxi0dsm1brE
1brw
1btj0oxi0dsm
0g3v06YH
1buR0g3v0ZCo0ZHB
1bu-00C6
0g3v0oxi0ch6
0oxi0dsm
1bxS0g45
1boi1bpR1bpk1bq11bqm1brZ1bsB1bsS1bsn1bt31btM1btu1buB1buf1bvX1bvm1bw81bwU1bwm1bx71bxe
1byh
1bzL
00Cw0N2D1bo21boQ00Dm019f1bxy1byJ1byw01eQ0CKb02b01bzh
00Cw0N2D1bo21boQ00Dm019f1bxy1byJ006f1byw01eQ0CKb02b01bzh
00C61bpD
1boi1b-H1bpk1bq11bqm1brZ1bsB1bsS1bsn1bt31btM1btu1buB1buf1bvX1bvm1bw81bwU1bwm1bx71bxe
00Cw0N2D1bo21boQ00Dm019f1b-a1byJ006f1byw01eQ0CKb02b01bzh
00Cw0N2D02Nr1b-x1b_81b_O00Dm05oT01e11b_d1awf01eQ0CKb15hY
00Cw0N2D02Nr1b-x1b_81b_O00Dm05oT01e11b_d1awf006f01eQ0CKb15hY
0N2D1b-x01K81C611b_y
0N2D1b-x01K81C611b_y006f
00Cw0N2D05Wm0F2X00Dm0Rme
00Cw0N2D05Wm0F2X00Dm0Rme006f
00Cw0N2D0F2X00Dm1c0B0Rme
00Cw0N2D0F2X00Dm1c0B0Rme006f
1c1J1c1T
1c0Q1c0h1c0-0N2D01K81c1c13K-1c1w
1c0Q1c0h1c0-0N2D01K81c1c13K-1c1w006f
00Cw0N2D0RSG01K81c281c2O0c9q
00Cw0N2D0RSG01K81c281c2O0c9q006f
0N2D0YF51c2i006f1c381c3n
1c4H10pR
0N2D1c4X006f
00Cw0N2D1c4x1c5E01K81c5X0beU01eQ0YGm0YGz
00Cw0N2D1c4x1c5E01K81c5X0beU006f01eQ0YGm0YGz
1c6G1c6W
1c641c6l1c770ruH
1c5q1c7R1c7t
00Cw0N2D0RSG01K81c8H1c8Z
00Cw0N2D0RSG01K8006f1c8H1c8Z
0N2D1b8n13K-006f0knM
0N2D1c0B13K-0knM
0N2D1c0B13K-006f0knM
1c8o01e1
1CQX1cA701e1
1cAQ
1c9W1cAx1cBN
1Vn61Vnx1VzE1cBc1WLe1cCA1atN
1cD71cDZ
00Cw0N2D02Nr1cCm00Dm05oT019f1awf1cD_1bKa006q01eQ0CKb1cEP0YBv1bKv0Rvp
00Cw0N2D02Nr1cEe00Dm05oT019f1awf006f1cD_1bKa006q01eQ0CKb1cEP0YBv1bKv0Rvp
1J8500Cw0N2D01K81cEP1cEx
1J8500Cw0N2D01K8006f1cEP1cEx
1cFd1cFo1cG6
1cGw
1cH2
1cHc1cHv
1cHL1cIC
1Lxl
1cIs
1cJd1cJn1cK61cKG1cKb1cKo1cLA1cLL1cLh1cM11cMN1cMl1cN71cNI16481cNe
1cGR1cIa1cJG1cN-
00Cw0N2D1cFM1cOR02Nr00Dm05oT019f1awf006q01eQ0CKb0Rvd0YBv1cOr0Rvp
00Cw0N2D1cFM1cOR02Nr00Dm05oT019f1awf006f006q01eQ0CKb0Rvd0YBv1cOr0Rvp
00Cw0N2D0Uqc1cPC00Dm16tb0Rme1cPN1cPd0Dat1cP-
00Cw0N2D0Uqc1cPC00Dm16tb0Rme006f1cPN1cPd0XXy1cP-
0N2D1b8n13K-006f0FNF
00Cw1cQB0N2D1cQY01K8019f0YHU0bXs0YmZ01eQ0YGm0YBv1cQq
00Cw1cQB0N2D1cQY01K8019f006f0YHU0bXs0YmZ01eQ0YGm0YBv1cQq
00Cw1cR9019f1cRS006f06fu006q01eQ0YGm0bFp01dk
00Dm0H3H1cRl
00Dm0H3H006f1cRl
00Dm05Sk1cRl
00Dm006f05Sk1cRl
1cS500Cw00Dm019f1cSY01eQ0CKb0YGz
1cS500Cw00Dm019f1cSY006f01eQ0CKb0YGz
1cSt
1cS500Cw00Dm019f1cSY006f1cTe01eQ0CKb0YGz
00Dm1cUH1cUZ1cUw1cV81cVT1cVg1cVs006q0YGz
00Dm1cUH1cUZ006f1cUw1cV81cVT1cVg1cVs006q0YGz
19XP006f0FDH1cRl1cW4
00Dm
1cWG1cWb
1cWx
1cYI1cYc
1cZN1cZm
00Cw0UdH01K81cXK1cXp1cY41cYy06fu1caA006q01eQ0CKb0YBv
00Cw0UdH1cad01K81cXK1cXp1cY4006f1cYy06fu1caA006q01eQ0CKb0YBv
1cb600Dm
1cb600Dm006f
0_pr0_q81chP1chs0ywN
1civ0tKg1Q121cj71cjX1cjz
0bv60bvM1ckn
0yaU0yaq15CC00Cw0gaW1cbW0yc61cbq1ccI0_lD0_la0_m20R_y1ccl0yeI0yfd1cdC1cdU0_mN1cdx0ygE1ceV0yg_0yhR053C0yil1cem1cfI1cfg0yjK07KV0S4e0yk31cgB08ZH0ykW0ykv0_nV04_m0ylM1cgQ00Dm0Z_k0IbY0ynn0_ny1cgf0_od07LG0yoG0_p51ch10ypY0yqN0yrc0ys60ysg00yy0_pP0_Y70S3B1Q0X1ciK0yyM1ckF1clE0yyi0_rQ1clz0_vj0SDg01eQ0CKb0YBv0y-k
0yaU0yaq15CC00Cw0gaW1cbW0yc61cbq1ccI0_lD0_la0_m20R_y1ccl0yeI0yfd1cdC1cdU0_mN1cdx0ygE1ceV0yg_0yhR053C0yil1cem1cfI1cfg0yjK07KV0S4e0yk31cgB08ZH0ykW0ykv0_nV04_m0ylM1cgQ00Dm0Z_k0IbY0ynn0_ny1cgf0_od07LG0yoG0_p51ch10ypY0yqN0yrc0ys60ysg00yy0_pP0_Y70S3B006f1Q0X1ciK0yyM1ckF1clE0yyi0_rQ1clz0_vj0SDg01eQ0CKb0YBv0y-k
0yaU0yaq15CC00Cw0gaW1cbW0yc61cbq1ccI0_lD0_la0_m20R_y1ccl0yeI0yfd1cdC1cdU0_mN1cdx0ygE1ceV0yg_0yhR053C0yil1cem1cfI1cfg0yjK07KV0S4e0yk31cgB08ZH0ykW0ykv0_nV04_m0ylM1cgQ00Dm0Z_k0IbY0ynn0_ny1cgf0_od07LG0yoG0_p51ch10ypY0yqN0yrc0ys60ysg00yy0_pP0_Y70S3B006f1Q0X1ciK0yyM1ckF1clE0yyi0_rQ1clz0_vj0SDg01eQ0CKb0YBv07R00y-k
0yaU0yaq15CC00Cw0_b_0gaW1cbW0yc61cbq1ccI0_lD0_la0_m20R_y1ccl0yeI0yfd1cdC1cdU0_mN1cdx0ygE1ceV0yg_0yhR053C0yil1cem1cfI1cfg0yjK07KV0S4e0yk31cgB08ZH0ykW0ykv0_nV04_m0ylM1cgQ00Dm0Z_k0IbY0ynn0_ny1cgf0_od07LG0yoG0_p51ch10ypY0yqN0yrc0ys60ysg00yy0_pP0_Y70S3B006f1Q0X1ciK0yyM1ckF1clE0yyi0_rQ1clz0_vj0SDg01eQ0CKb0YBv07R00y-k
0yaU0yaq15CC00Cw0_b_0gaW1cbW0yc61cbq1ccI0_lD0_la0_m20R_y1ccl0yeI0yfd1cdC1cdU0_mN1cdx0ygE1ceV0yg_0yhR053C0yil1cem1cfI1cfg0yjK07KV0S4e0yk31cgB08ZH0ykW0ykv0_nV04_m0ylM1cgQ00Dm0Z_k0IbY0ynn0_ny1cgf0_od07LG0yoG0_p51ch10ypY0yqN0yrc0ys60ysg00yy0_pP0_Y70_Rl0S3B006f1Q0X1ciK0yyM1ckF1clE0yyi0_rQ1clz0_vj0SDg01eQ0CKb0YBv07R00y-k0y_A
1cmE00Dm1cmr17ia0ZGE05Sk
1cmE00Dm1cmr17ia0ZGE006f05Sk
00Cw1Q220R_I1cnC07KV1Q2X00Dm1Q2s01eQ0CKb
00Cw1Q220R_I1cnC07KV1Q2X00Dm006f1Q2s01eQ0CKb
15CC00Cw0ybe0Mx90yda0R_I0yeI0yeh1cna0ygE0_sX07KV0S4e08ZH0ykW0g3P00Dm0ylz0ymC0ymY05bt0ypB0ypY07NH1co00ys60ysg01470_pP0_Y70_tJ0_Rl07EJ01eQ0CKb0YBv0_tb
15CC00Cw0ybe0Mx90yda0R_I0yeI0yeh1cna0ygE0_sX07KV0S4e08ZH0ykW0g3P00Dm0ylz0ymC0ymY05bt0ypB0ypY07NH1co00ys60ysg01470_pP0_Y70_tJ0_Rl006f07EJ01eQ0CKb0YBv0_tb
15CC00Cw0ybe0Mx90yda0R_I0yeI0yeh1cna0ygE0_sX07KV0S4e08ZH0ykW0g3P00Dm0ylz0ymC0ymY05bt0ypB0ypY07NH1co00ys60ysg01470_pP0_Y70_tJ0_Rl006f07EJ01eQ0CKb0YBv0y_A0_tb
0f750z0j00Dm0YHU0YGz
0f751coX00Dm006f0YHU0YGz
079r0zE607Aw0zEJ07Bt07C101K80rnO07Ct0zEf0yZA0yZU1con07EJ07QC01eQ0YGm1cpQ0YSR00kb
079r0zE607Aw0zEJ07Bt07C101K80rnO07Ct0zEf006f0yZA0yZU1con07EJ07QC01eQ0YGm1cpQ0YSR00kb
00Cw093k1cq31cqn1crQ05Wm0S4e1OX90wZQ00Dm01AQ0IbY0DR51crt1cs31csO1csf0Wr601eQ0CKb0YBv
00Cw093k1cq31cqn1crQ05Wm0S4e1OX90wZQ00Dm01AQ0IbY0DR51crt1cs31csO006f1csf0Wr601eQ0CKb0YBv
1csy1ctC1ctc0M9K01K817ia0KxY0hsr10mz1ctt0vDZ02ZX006q1cu81cuP0YGz0AZT
1csy1ctC1ctc0M9K01K817ia0KxY006f0hsr10mz1ctt0vDZ02ZX006q1cu81cuP0YGz0AZT
00Cw1cdC0yhR07KV0yju0yk308ZH0ykW0g3P0fbq0_uF0_uk00Dm0_vC0_vj01eQ0CKb0YBv
00Cw1cdC0yhR07KV0yju0yk308ZH0ykW0g3P0fbq0_uF0_uk00Dm006f0_vC0_vj01eQ0CKb0YBv
04mR0fXe0YFj
04mR006f0fXe0YFj
1cui00Cw1cvE01K81cvU0IbY0vDZ01eQ0YGm0sbP0YGz
1cui00Cw1cvE01K81cvU0IbY006f0vDZ01eQ0YGm0sbP0YGz
1cui00Cw1cvE01K81cvo1cvU0IbY006f0vDZ01eQ0YGm0sbP0YBv
00Cw096H07I10IAW0DNg00Dm15qJ1cwC07N51cwO15YA15YR15Zf1cwd092q01GE01eQ0CKb0YBv15ad
00Cw096H07I10IAW0DNg00Dm15qJ1cwC07N51cwO15YA15YR15Zf006f1cwd092q01GE01eQ0CKb0YBv15ad
00Cw1cwv0f751cxG1cxj07KV1cyB1cyM0_Rl01eQ0YGm0YBv
00Cw1cwv0f751cxG1cxj07KV1cyB1cyM0_Rl006f01eQ0YGm0YBv
1cyY1cz400Dm
1cyY1cz400Dm006f
1d2l13EM17-d1d2_1d3F
0gXn1d7n0rrV
1czZ0ybJ1czy00Cw1c-R0Mx91c_20R_I0SQu0SRn1c_g1d0B1d0Y1d0-0Sba1d1S1cdC1d1l00aY1d280Z_X0Sf_1d2M0ykv1cgQ00Dm0IbY1d3X1d3s1d4G1d4g0_ny1d5E1d5i1cgf0_od1d6I1d6b0Evk1AvZ1d6n0ZHB0_Y70ytK0yyi1d721d7I1d7_0_rQ01eQ0CKb0YBv0y-k
1czZ0ybJ1czy00Cw1c-R0Mx91c_20R_I0SQu0SRn1c_g0SSd0SSz1d0-0Sba1d1S1cdC1d1l00aY1d281CDv07KV1d2M0ykv1cgQ00Dm0IbY1d3s1d4G1d4g0_ny1d5E1d5i1cgf0_od1d6I1d6b0Evk1AvZ1d6n0ZHB0_Y70ytK006f0yyi1d721d7I0_rQ01eQ0CKb0YBv0y-k
0R_I1d1l1d8Q00Dm0YBv
0R_I1d1l1d8Q00Dm006f0YBv
00Cw0R_I00Dm05bt1d4g1d8j1d8-01eQ0CKb
00Cw0R_I00Dm05bt1d4g1d8j006f1d8-01eQ0CKb
1d9L1d9b1d9y01K80SZm0SZ-
1d9L1d9b1d9y01K80SZm0SZ-006f
1d9L1dAE1dAg1dAw1d9y01K80SZm0SZ-
1d9L1dAE1dAg1dAw1d9y01K80SZm0SZ-006f
07FC0R_I1dBD00Dm01471dBU1dBn1dC60y-k
07FC0R_I1dBD00Dm0147006f1dBU1dBn1dC60y-k
1RUd1dCR0R_I1dCl0ggG1dD11dDC00Dm1dDN
1RUd1dCR0R_I1dCl0ggG1dD11dDC00Dm006f1dDN
00Cw0yZl0YYf0S8X00Dm019f1dDZ0i5L0yaF07Ez006q01eQ0CKb0YBv
00Cw0yZl0YYf0S8X00Dm019f006f1dDZ0i5L0yaF07Ez006q01eQ0CKb0YBv
00Cw1dDl1dEK00Dm01eQ0CKb
00Cw1dDl1dEK00Dm006f01eQ0CKb
00Cw0g0y1dEv1dFP1dFh1dG11dGS00Dm01eQ0CKb
00Cw0g0y1dEv1dFP1dFh1dG11dGS00Dm006f01eQ0CKb
1dGz1dHR
0api
1dK4
1dKw
1dLT
1dKY1dLB1dLu
0ioB1dHt0M9K1dIO14HI14Hc1dIi1dJ31dJZ006f1dMI01eQ0YGm
1cui00Cw05Wm1cvU0IbY0vDZ01eQ0YGm0sbP0YBv
1cui00Cw05Wm1cvU0IbY006f0vDZ01eQ0YGm0sbP0YBv
0clp0R_I01K817-d1d2_0ht7
0clp0R_I01K817-d1d2_006f0ht7
1d9b1dMl1dN1006f1dNZ1dO6
0Mjh0R_I0ET500Dm1dOf006q01Z5
0Mjh0R_I0ET500Dm1dOf006f006q01Z5
0R_I
1dPJ0R_I0Cji1dPU1AvZ
1dOv1dPh1dQ6
05Wm1BcF0S8L17mR00Dm019f0buk0SA21dQX
05Wm1BcF0S8L17mR00Dm019f006f0buk0SA21dQX
0R_I0gXn01K81dQx1dRW1dRr
0R_I0gXn01K81dQx006f1dRW1dRr
00Cw00Dm0IbY1dSH01eQ0CKb
00Cw00Dm0IbY006f1dSH01eQ0CKb
00Cw1dSj05Wm0g3P00Dm0ylz0ymC01eQ0CKb
00Cw1dSj05Wm0g3P00Dm0ylz0ymC006f01eQ0CKb
0R_I00Dm1dSz
0R_I00Dm006f1dSz
00Cw05Wm00Dm019f0YmZ01eQ0CKb
00Cw05Wm00Dm019f006f0YmZ01eQ0CKb
1WBP00Cw1dTK0R_I1dTb00Dm1dTr1dU301eQ0CKb
1WBP00Cw1dTK0R_I1dTb00Dm1dTr1dU3006f01eQ0CKb
0cZB0g3v0sLn00Dm1dUD0z5Z0lD80sMQ0YSR0sMi1dUX
0cZB0g3v0sLn00Dm1dUD006f0z5Z0lD80sMQ0YSR0sMi1dUX
1dUp1dVK1dVz01K80SdB
1dUp1dVK1dVz01K8006f0SdB
07FC00Cw1dBD00Dm1d6n01470YmZ1dC60y-k0SdB
07FC00Cw1dBD00Dm1d6n0147006f0YmZ1dC60y-k0SdB
1dWJ1dWm1dXL1dXj1dY81dYg00Cw0yg21dY-1cgQ00Dm0IbY1d2_1dZM0Sdl0Sd_01eQ0CKb
1dWJ1dWm1dXL1dXj1dY81dYg00Cw0yg21dY-1cgQ00Dm0IbY1d2_1dZM0Sdl0Sd_006f01eQ0CKb
1dZl1daS0SdT00Cw00Dm05bt1daz0Sd_1d8j0rrV1GoF
1dZl1daS0SdT00Cw00Dm05bt1daz0Sd_1d8j006f0rrV1GoF
1WBP00Cw1dTK00Dm1dU305Sk1dbE
1WBP00Cw1dTK00Dm1dU3006f05Sk1dbE
1dbk0wNY
0YF51dcn
00Cw1dbS1db_0Se-1dcP00Dm0tKg0Sd_00yy1dcw0ytK0egr0ehD01eQ0CKb0YBv1ddV0Sfl0SdB
00Cw1dbS1db_0Se-1dcP00Dm0tKg0Sd_00yy1dcw0ytK006f0egr0ehD01eQ0CKb0YBv1ddV0Sfl0SdB
00Cw1ddk1dd_01K801eQ0YGm0YSR
00Cw1ddk1dd_01K8006f01eQ0YGm0YSR
00Cw1deL1deb01K8019f01eQ0YGm0YGz
00Cw1deL1dem01K8019f006f01eQ0YGm0YGz
1dey
1dfd
0wQ7
0T-Q0jUp
1dgo1dhF
1Zvd1dht1dh_1di6
1dia1dif
1diF1dik
1djS1djd
1ddk1dkI
1djw1dkh
00Cw1df61dg50rnO019f1dgK1dhd1di_0YHU1dl01dlI01eQ0YGm0YBv
1dlh1dik
00Cw1df61dg50rnO019f1dgK1dhd006f1dm10YHU1dl01dlI01eQ0YGm0YBv
1dnI1dnP
1dny1do3
1dnW1dnh1doA1doP
00Cw1dmU05Wm1dmx019f1dog01eQ0YGm1dov0YBv
1dp11dpD1dpV1dpl
00Cw1dmU05Wm1dmx019f1dq1006f01eQ0YGm1dov0YBv
1dqH006f0e8-0Xz2
09080oCE04i3
1drR1drs
0BQ01ds71dsV
1dqq1dr51dsk1dsx1dtH
1dqX006f1dtc0e8-
1du6
1dug
1dva1dw21dwK
00Cw1duG1dvD05Wm0rnO1dwc1dwu019f006f1dxE01eQ0YGm
1dxY1dxm
1dyv0fSf
1dzJ1dzl
00Cw1dy51dyW05Wm0rnO019f1d-41c1w006f1RPx01eQ0YGm
1d-U05Wm019f006f0e8-1d-j
00Cw05Wm0rnO019f0SmM0Smf006f1dxE0Smo01eQ0YGm
05Wm019f1c1w006f1dxY1d_4
00Cw01K801eQ0YGm0YBv02b0
00Cw01K8006f01eQ0YGm0YBv02b0
1d_e
00Cw1d_N1d_v01K81e0A019f0Z6K01eQ0YGm
00Cw1d_N1d_v01K81e0A019f006f0Z6K01eQ0YGm
1e0b02b0
0g4502RK
00Cw1e0v05Wm00Dm019f1e1G01eQ0CKb0YFj
00Cw1e0v05Wm00Dm019f006f1e1G01eQ0CKb0YFj
1e1h00Dm05Sk0Apn0YGz
1e1h00Dm006f05Sk0Apn0YGz
00Cw1e1u0YYf00Dm1e2D019f1e2b1e341e3I01eQ0CKb
1e3a00Cw1e1u0YYf00Dm1e2D019f1e2b1e341e3I01eQ0CKb
1e401e4C0p_Z1e4T1e4d
1e5O1e5d
1e600gTr
00Cw0p_Z00Dm019f1e4r1e6O01eQ0CKb
1e6h1e71123-1e7L1e7q1e8I1e8i00Dm0CGX1e8w1e9F1e9Z0Sxu0GsP0SyH01GE0YBv0AvP0eSI1e9r
1e6h1e71123-1e7L1e7q1e8I1e8i00Dm0CGX1e8w1e9F1e9Z0Sxu0GsP006f0SyH01GE0YBv0AvP0eSI1e9r
1e6h1e71123-1e7L1e7q1e8I1e8i00Dm0CGX1e8w1e9F1e9Z0Sxu1eAI0GsP006f0SyH01GE0YBv0AvP0eSI1e9r
00Cw01K8019f0A6J
1eAb1eAr0aST019f
00Cw00Dm0Szi1eBB
00Cw1eBT1eBt1eCE1eCd0oxW1eD21eDH1eDd00Dm1eDl1eEI0x5x1eEe0ZHB1eBB0GK_1eEx1eFF1eFW04kB01eQ0CKb13RL02b0
00Cw1eBT1eBt1eCE1eCd0oxW1eD21eDH1eDd00Dm1eDl1eEI0x5x1eEe0ZHB1eBB0phO1eEx1eFF1eFW04kB01eQ0CKb13RL02b0
0fl_00Dm1eFt0YBv
1eG91eGc1eG_1eHF1eHW1eHj0fl_00Dm1eHr1eIJ019f0FNt1eIU1eIy03vB0YBv
00Cw15xF00Dm0T3t
1eJM019f0T3t
1ddk1eKM
0TMe0TMr0TNE
1eMY1eMk
0Uos1eMQ1eMx1eNG
0daU
1eJm1eK21eKd1eL71eLh1eLp1eNa1eOC00Dm1eOV1eP2019f1ePc1ePo0YBv0fNj02b01eQ40T3t
1eQe1eJM0fl_
1eRp1eS51eSL
0Uos1eMQ1eS-1eNG
1eQq1eRA1eRd1eSf1eTJ1eOC1eTo019f056s1eU81ePo1eUY0fNj02RK0BwP
1eV00YFj0T3t
1eVT00Dm01Co0Mto
1eVT00Dm01Co006f0Mto
00Cw00Dm01Co0Mto1eVv
00Cw00Dm01Co006f0Mto1eVv
1eWT1eWa1eWj0Z1i
00Cw1A7U1eWE00Dm1eWs01e11eXE1eXT0bXs01eQ0CKb0YBv
00Cw1A7U1eWE00Dm1eWs01e11eXE006f1eXT0bXs01eQ0CKb0YBv
00Cw1A7U1eWE00Dm1eWs01e11eXE006f1eXT1eXu0bXs01eQ0CKb1eYP0YBv
1eZ000Dm01Co0Mto
1eZ000Dm01Co006f0Mto
00Cw1eZN00Dm019f01eQ0CKb
00Cw1eZN00Dm019f006f01eQ0CKb
0KGt1eZZ1eZ-1eaN1eaj0T7Y1ea_0T8e00Dm019f0B6T1ebb
0KGt1eZZ1eZ-1eaN1eaj0T7Y1ea_0T8e00Dm019f0B6T1ebb006f
0KGt1eZZ1eZ-1eaN1eaj1ebl1ec71ecW1ea_0T8e1ecx00Dm019f0B6T1ebb006f
00Cw00Dm019f01Co0T9G01eQ0CKb
00Cw00Dm019f01Co006f0T9G01eQ0CKb
00Cw0T8e00Dm1edS019f0B6T01eQ0CKb0tMq
00Cw0T8e00Dm1edS019f0B6T006f01eQ0CKb0tMq
00Cw0b0c00Dm019f01Co0T9G01eQ0CKb
00Cw0b0c00Dm019f01Co006f0T9G01eQ0CKb
00Dm1edq0Mto
00Dm006f1edq0Mto
1eeX1eed0ZHB0ZDA
00Cw01QU00Dm01e101Co0T4k1eeK0T9G01eQ0CKb1eel0YBv
00Cw01QU00Dm01e101Co006f0T4k1eeK0T9G01eQ0CKb1eel0YBv
00Dm01e11ef20YGz0tMq
00Dm01e1006f1ef20YGz0tMq
00Cw0g291efM00Dm019f00Jr0A6J
00Cw0fl_00Dm019f1L1j1efY0ew8
00Dm1I7H0tMq1efy0T3t
0tMq1efy
00Cw0g291egB0g3P00Dm019f0Szi0TQH01eQ0CKb0YBv1egW00lD
00Cw0g291egB1egj0g3P00Dm019f0Szi0TQH01eQ0CKb0YBv1egW00lD
00Dm1ehD0YGz0tMq1efy0T3t
1ehm1ehz1C4E
1ehV01QU01K81ei60YGz
1ejG0YCb0xIB1ejY1eS50wv51ejo1ek70emq0en21ekE0xNY03CS1ekZ
1eld1elu1em91emG0RQ706vT1emV1emo06vb06vo1emu06nN03zV1enC
1eoQ00ze
1eiY1eiv1ekl1el61elO1enN1enm018W01QU1eo40FLf04_m1eoc1eox1epN1epk1eq01eqH01eQ0YGm1eqX1eqt0YBv1er81erQ1erg
1erw1esD1esW1esf1esw1etB1etL1etd1etl1et-1euC1euY03Ab1eup
1ewe019f
1eiY1eiv1ev01evQ1evh1evv1ewL018W01QU0FLf00Dm1ewr1exD1exi1epk1eq01ey21eqH01eQ0CKb1eyE1eyd0YFj1eyt1erQ1erg
00Cw01K8019f01Co0qpZ0Mto006q01Z501eQ0YGm0YBv
00Cw01K8019f01Co0qpZ006f0Mto006q01Z501eQ0YGm0YBv
00Cw01K8019f01Co0T9G006q01Z501eQ0YGm1I7H
00Cw01K8019f01Co006f0T9G006q01Z501eQ0YGm1I7H
01K8019f01Co0qpZ05Sk1ez80Apn006q01Z51I7H
01K8019f01Co0qpZ006f05Sk1ezV0Apn006q01Z51I7H
0GOc02T-
00Cw1ezt00Dm019f006q
00Cw1ezt00Dm019f0yqN006q01eQ0CKb
00Cw0BQ01e-H00Dm019f1e-g006q
00Cw0BQ01e-H00Dm019f1e-g006q01eQ0CKb
00Cw0BQ01e_300Dm019f006q
1f0O0j8N02b0
00Cw1e_P1e_l1f0400Dm019f1f0a006q1f0y1f1G
00Cw1e_P1e_l1f0400Dm019f1f0a006q01eQ0CKb1f0y1f1G
00Cw1f1Y1f1l00Dm1f1v01eQ0CKb0bFp
00Cw00Dm1f2L1f2j01eQ0CKb0bFp
00Cw1f1l00Dm1f3201eQ0CKb0bFp
1f4x1f4H
1f4Y1f5A
01QU1f3-1f4H0TJt1f5Z
1f3k1f5_1f6V0XDK
00Cw00Dm1f2j1f3P1f6q01eQ0CKb0bFp
0TTn0TU60TUJ0AJI0TUc0AKH0TU_0TVH0AKU0AKl09Rk0MDV0ALF
00Cw00Dm01Co1f7A1f7W01eQ0CKb0YBv0tMq
00Cw00Dm01Co1f7A006f1f7W01eQ0CKb0YBv0tMq
0TTn0TU60TUJ0AJI0TUc0AKH0TU_0TVH0AKU0AKl0MMb09Rk0MDV0ALF
00Cw00Dm01Co1f7A006f1f7l01eQ0CKb0YBv0tMq
1e8i00Dm0SyH0pXl0YBv
1e8i00Dm006f0SyH0pXl0YBv
1f7-1f8F1f8U1f8n1f941f9M1f9g1f9z1fAK
1fAa1fBA00Cw1fBS1fBs1fC8053C1fCO00Dm019f01eQ0CKb
1fAa1fBA00Cw1fBS1fBs1fC8053C1fCO00Dm019f006f01eQ0CKb
1fCe0gM61fCy0pZP00Dm
1fCe0gM61fCy0pZP00Dm006f
1fE11fEM1fEj1fF3
0tMq
000007e200Cw05Yj1fDF04_X0TX71fDb00Dm019f0TXL0a_f1fFU1fGC
000007e200Cw05Yj1fDF04_X0TX71fDb00Dm019f0TXL0a_f1fFU006f01eQ0CKb1fGC
00001fE11fEM00Dm1fEj1fF3
1fHC1fHW1fHq1fI81fIR
04ua1HGA02b00aoB
1fJy1fK41fKC
1fK4
1fK41Oow
1fJy1fK41Oow
1fJI0YF51fKi00Dm1fL31fLj0DuI01eQ1fMK
1fN11fNI
1fK40ZGE1fOG
1fOP
1fNu1fOt
0VJY
1fRV03vB
1fQu00Ar05Yj1fRg1fR-1fSK0B9L
0DuI01eQ
1fTS
1fQK1fSn1fT904ua0DuI0TEC1fU20fzu
0knM1fUe
1fVq1Rlr
1fW91fWz
1fXJ
0YYf1fYM
1fYy1fZE1fZW1fZy
1fGg1fH300Cw161Z0TbX0crR0Tbt1fIk0g3P1fJ204_m00Dm1fMe1fNZ1fP91fPm1fQ802VA1fUw1fVX1fXa01eQ0CKb15hY1fYa1faD1faY1far
1fGg1fH300Cw161Z0TbX0crR0Tcy0Tbt1fIk0g3P1fJ204_m00Dm1fMe1fNZ1fP91fPm1fQ8006f1fUw1fVX1fXa01eQ0CKb15hY1fYa1faD1faY1far
1fGg1fH300Cw161Z0TbX1fbA0crR0Tcy0Tbt1fIk0g3P1fJ204_m00Dm1fMe1fNZ1fP91fPm1fQ8006f1fUw1fVX1fXa01eQ0CKb15hY1fYa1faD1faY1far
1fbV05Yj0Tk6006f
05Yj0Tk600Dm0fzu
05Yj0Tk600Dm006f0fzu
02O50xKw04ua02b00aoB
1fbq0emF
0aN501JK
1fc81fcN
1fcf1fdB05Yj0Tk600Dm
1fcf1fdB05Yj0Tk600Dm006f
1fdI0k3e169B0DuI
1fdd
1fe91feX
1few
05Yj1fT900Dm019f1ffI
05Yj1fT900Dm019f006f1ffI
1ffr0q6F1fg90b9T04ua1fIR
05Yj1fgT0Tk600Dm
05Yj1fgT0Tk600Dm006f
1fgr1fh4
05Yj1fT900Dm019f03vB1fhC
05Yj1fT900Dm019f006f03vB1fhC
0Glb
1fhW1fhq
00Ar0k3e1fi705fM0DuI
1fiU
0DuI
05Yj1fin0YYf1fj900Dm1fjS019f1fju1fkC
05Yj1fin0YYf1fj900Dm1fjS019f1fju006f1fkC
1fkx
1fJy1fl_1fm8
1fmz1fnQ1Niw01eQ
1fnq1fmz1fnQ1Niw1fo1
1foU1foy
1foU1foy1Oow
1fJy1fl_1Oow
1flK1fmf1foE01JK1fpF1fps1fqT0fzu1fqf
05Yj1fkX0aST1fqz0YFj1frB
1frs1foy
1frs1foy1Oow
1flK1fmf1foE01JK1fsJ1fsw1fqT0fzu1fqf
05Yj1fkX0aST006f1ftX0YFj1frB
1ftl0emF
1fuP
1fuo1fvH
05Yj0Tk600Dm1fN11fu31fvh1fwG
05Yj0Tk600Dm006f1fN11fu31fvh1fwG
1fwX1fwq1fx8
1fxk1fy51fyd1fyq
1fK41fzf
1fy51fzt1fyd1fyq
1fxQ1fz21f-I
05Yj0Tk61f-t006f0YSR
1f_N0DuI01eQ
05Yj1f_d00Dm019f
05Yj1f_d00Dm019f006f
19UI1g091g0Q00Dm1g0h
19UI1g091g0Q00Dm1g1R
19UI1g091g0Q00Dm0hJq
05Yj1f_w00Dm1g121g1e1g1t
05Yj1f_w00Dm1g121g1e006f1g1t
1fdB00Cw0Tew1g261g2T1KbA1g2k1g301FxD1g3N1WVX0rM00g3P00Dm1g3h0IbY0mGH1g3p1g4K1g4e1g591SJ01g5a1g5p01eQ0CKb0prV1g65
1fdB00Cw0Tew1g261g2T1KbA1g2k1g301FxD1g3N1WVX0rM00g3P00Dm1g3h0IbY0mGH1g3p1g4K1g4e006f1g591SJ01g5a1g5p01eQ0CKb0prV1g65
1fK40KHk1fOG
1g6m
05Yj0Tk600Dm1g6P1g7E1g7V
05Yj0Tk600Dm1g6P006f1g7E1g7V
1g7f
05Yj00Dm1g7z
05Yj00Dm006f1g7z
05Yj00Dm0Yf9
05Yj00Dm0Yf9006f
1fE11fEM05Yj00Dm1fEj1fF3
1fE11fEM05Yj00Dm1fEj006f1fF30j5a
1g8_
0waG
1g9w0fzu
0fzu1gAg
1fQu1g8q05Yj1g9L1gAM1gAx0B9L
1gCO0DuI1gCe
1gDM1gDu
1g8E1gBO1gBm1gCu00Dm1gDB0TEC1gEU0fzu
05Yj00Dm0knM1gF41g7V
05Yj00Dm006f0knM1gF41g7V
05Yj0Tk600Dm1gFO
05Yj0Tk600Dm1gFO006f
1gFX1fWz
05Yj0Tk600Dm1gGL
1gGc1Rlr
1gGy1gHm1g26
05Yj0Tk600Dm006f1gIE
1gIc0fzu
05Yj0Tk600Dm1gIV1gIr
05Yj0Tk600Dm1gIV006f1gIr
0908
1gJr
1gKQ0ZDA
1gLC1gLl
1gMQ1gMd0ZDA1gMz1gNO
1gM41gNi
05Yj1gJQ0Tk600Dm1gJ_1gKd1gO11gON0TcM0Tce
05Yj1gJQ0Tk600Dm1gJ_1gKd006f1gO11gON0TcM0Tce
019f04t3
00Cw05Yj1gOf105j0aST1gOz04t3
00Cw05Yj1gOf105j0aST1gOz006f01eQ0YGm04t3
01eQ
1gPj
1gPF00Cw05Yj1g261g2T1gPN0Tvk0Tw00TwJ0Tww0TxB1KbA1g2k1g301FxD1g3N1WVX0rM00g3P00Dm09080IbY0mGH1g3p1g4K1g4e1gQ61g591SJ01g5a1g5p01eQ0CKb0prV1g65
1gPF00Cw05Yj1g261g2T1gPN0Tvk0Tw00TwJ0Tww0TxB1KbA1g2k1g301FxD1g3N1WVX0rM00g3P00Dm09080IbY0mGH1g3p1g4K1g4e1gQ6006f1g591SJ01g5a1g5p01eQ0CKb0prV1g65
0wv504ua1HGA02b00aoB
1gPF00Cw05Yj1g261gQa1gPN0Tvk0Tw00TwJ0Tww0TxB1gQs1gRE1gRZ1WVX1gRu1gS91gSZ1gSv1gTL1gTi1gTz04uS0Tk61gUI05f80exR0g3P1gUo00Dm09081gV11gVT05iV1gVj1gVx1gWH1gWp1gX81gQ61gXg0TyH1g590Eu81gXz1gYQ1gYo1gZD1g5p1gZY01eQ0CKb0prV1gZt
1gPF00Cw05Yj1g261gQa1gPN0Tvk0Tw00TwJ0Tww0TxB1gQs1gRE1gRZ1WVX1gRu1gS91gSZ1gSv1gTL1gTi1gTz04uS0Tk61gUI05f80exR0g3P1gUo00Dm09081gV11gVT05iV1gVj1gVx1gWH1gWp1gX81gQ6006f1gXg0TyH1g590Eu81gXz1gYQ1gYo1gZD1g5p1gZY01eQ0CKb0prV1gZt
1gap
1gcU1gcq
1gaC1gaW1gb41gbo00001gcF1gd401K80emF1gdL01eQ0YGm
1gaC1gaW1gb41gbo00001gcF1gd401K80emF006f1gdL01eQ0YGm
1gdd1ge5000001K80t9W1geY01eQ0YGm
1gdd1ge5000001K80t9W1geY006f01eQ0YGm
000001K80Yf9
000001K80Yf9006f
1gev1gfN00000M9K01K81gfq01eQ0YGm
1gev1gfN00000M9K01K81gfq006f01eQ0YGm
0ljT1fDb00Dm0Yf9
0ljT1fDb00Dm0Yf9006f
00Cw05Yj018W00Dm1gg61ggK01eQ0CKb
00Cw05Yj018W00Dm1gg61ggK006f01eQ0CKb
1ggp
1ghC1fKi1fT901JK03vB
05Yj00Dm1ghw
05Yj00Dm006f1ghw
12zh1giB
0Mjh019f1giO
0Mjh019f006f1giO
05Yj1fDF02VA
019f1gid1gj7
000007e200Cw1gjR04_X00Dm006q0YGz
000007e200Cw1gjR04_X00Dm006f006q0YGz
000007e200Cw1gjR04_X00Dm00Xa006f006q0YGz
019f0Yf9
00001gjl1gk300Dm1gkI0YFj
00001gjl1gk300Dm1gkI006f0YFj
05Yj0Unr1gkc
00001gkU006f1gl1
06kP1gmV
1gmp
0Yeg1gnA
1glG1glb1gm41gnj
000007e200Cw1goM00Dm019f
000007e200Cw1goM00Dm019f006f
00001fDb00Dm019f0Yf9
00001fDb00Dm019f0Yf9006f
0Tl_1grV1gri
0YYf1gsC
1gsh
1goz1gpQ1gq91gqs1gt7
1goz1gpQ1gq91gtW1gqs
1fhW1gv7
0Mjh00Er1gvN05fM1gvk0DuI
1gud1gw7
1gx10GK_
1gtv1guJ1gwf0YF51gxD1gxX
000000Cw1gom00Dm1gxr01eQ0CKb
000000Cw1gom00Dm006f1gxr01eQ0CKb
1goz1gpQ1gq91gyS1gqs1gt7
1goz1gpQ1gq91gyS1gz51gqs
0YF51gvN
1gud1gw71gzu
1gw71gzu
1gzU1guJ1g-Z0YF51gxD1g-x1gxX1g_b
000000Cw1gom00Dm006f1g_v01eQ0CKb
1h0q0ZCw
00Cw0C8r01K800Xa01Co1h0W006f1h1I006q01eQ0YGm0YGz
1h1g00Cw05Yj03EU01K80IbY00Xa01Co0DuI006f0YHU006q01Z501eQ0YGm0YGz
0C8r0Yf9006f
09870C8r01K80Zlu1h23145B0CEt01Co006f0Z0U006q01Z50Z1i0YBv00kb
1h2K
0BGY1h3C1XDB
1h2k0C8r1h3U1h3u006f
0AKl
1h4I00Cw0zN403EU0YtQ00Dm1h4Y1gg61QHA0Z1i
1h4I00Cw0zN403EU0YtQ00Dm1h4Y1gg6006f1QHA0Z1i
004h05VR0beU08bM1h4z
004h05VR0beU08bM006f1h4z
00Wr1h5H
1h62
1h6O02U7
1h701h7P
1h7n02U7
1h6d1h80
00Cw004h05VR1h5X05fM1h8Y1h940CK51h9P019f0beU08bM1h4z00Jr1h9e1h9v
019f0mQh02b0
1hAF
1hAU
1hAk
00Cw004h05VR1h5X05fM1h8Y1hA_1h940CK51h9P019f0beU08bM006f1h4z01eQ0YGm00Jr1h9e1h9v
0g3g1hAU
1hBH
00Cw004h05VR1h5X05fM1h8Y1hBY1h940CK51h9P019f0beU08bM006f1h4z01eQ0YGm00Jr1h9e1h9v
1hCK1hCd
1hCx02U7
1hDA
00Cw004h1hBq1hDo019f08bM
0g8i1hEK
00Cw004h1hEb105j1hDo019f08bM006f01eQ0YGm
00Cw004h1h5X105j1hDo019f08bM006f01eQ0YGm
1hF61h4z
006f1hF61h4z
1hFP
1hFv
006f0knM1hGE1h4z1h9e
019f0beU1hF61h4z
019f0beU006f1hF61h4z
006f0knM1hGE10nr1h9e
03EU1hGS1hGf1hGs0Idc0Idp006f01eQ0YGm1hH9
00Wr1hHV
1hIC
03EU1hGS1hGf1hGs1hHg0Idc0Idp1hIj006f01eQ0YGm1hH9
03EU1hHg105j006f01eQ0YGm1hJD1hH9
0Yf9006f1hJY
0-xS1hLI1hLQ0im0
1hMD1hMX1hMu
1hOh
1hPz
1On-1hLI1hO-1hPP1hPg1hQC1hLQ0im0
1hQf
1hRk
1hLg1hN71hNR1KCX0aBw1hNn1CFI0B3i1hO61hOO1hR11hRS1hS31hSO0UgV
1hSk1hT21hTU1hUE1hUm
037v
1hXc1hXp
1hWp1hY01hYo
0omq05Wm1hWK1hWa019f1hZX02b0
0beF02b0
05Wm1hWK019f1hcC1hci1hd8
1hLg1hVu1hZm1haK1haw1hbg1hdY1hdz1heF
1hfk1hg00C8r1hgR
1hhG1hO-1hha1hQC1hhz1hLQ0im0
1hgl1hiQ
1hjj
1EM00-xS0zfi1hio1hj71hjM1hjr
1OgS0rnO1hke
096r1hlM0977
096r1hmU
1hm61hmn
15qJ1hlj1hnJ0Ai71hns1hoN0w1j1hoi
1hpQ1hpw1hqK
1hfP1hkD1hkw1hp11hqn1hrD
1hLQ0im0
1ht9
0-xS0zfi1htX1hts
1huT1hud0rnO1hke
096r09771hvI0w1j
1hs51KCX1hsN1hsq1hu41huu1hvh
1hf91hra1hw8
1hwg1hx7
1hJt1hKG1hKY00Cw1hKs03EU1hVN0Ud_006f01eQ0YGm0YGz1hef1hxQ
0Ai71hy81hyW1hyu1hzP
0u341hxy00Cw079T00Dm1hzu1h-I01eQ0CKb1h-W
0u341hxy00Cw079T00Dm006f1hzu1h-I01eQ0CKb1h-W
1h_E1h_c1h__
1i101i1F1i1U
1i0Z1i1i
0ej4019f
1i1i1i3P
1h-r00Cw1i2B00Dm1i2q1i3n01eQ0CKb
1h-r00Cw1i2B00Dm1i2q1i3n006f01eQ0CKb
1B2q0eNq0z5Z
00Cw1i4P1i4n00Dm01eQ0CKb
00Cw1i4P1i4n00Dm006f01eQ0CKb
1KCX17571i581i5l
0v_9
1i6y1i7T
1i9A
1i9a
1i9K1i9i
1i8c1i9z1iAO1iAc1iB4
1dBD1iAO1iAc1iB4
1iBM1iBu
1iAO1iCs0im0
1iD9
0rnO1iDV
096r09770w1j1iEf
1iE-
1iFp1iGW0w22
1iHN
00Cw1i6H1i7z1iCJ1iD-00Dm1iFP00hb1iGy0YHU1iHo01eQ0CKb
00Cw1i6H1i7z1iCJ1iD-00Dm1iFP00hb1iGy006f0YHU1iHo01eQ0CKb
05Wm0Z_I1iIH
04M700Cw1iIZ1iIs00Dm
04M700Cw1iIZ1iIs00Dm006f
0rnO1iJs
00Cw05Wm1iIs1iJB00Dm1iJa1iKC0YHU01eQ0CKb
00Cw05Wm1iIs1iJB00Dm1iJa1iKC006f0YHU01eQ0CKb
0C8r18H1
1iLY
13yf13z3
1iND1iNe1iO01iOV
1iO-
0eNq
1h-r1iQx1iR9
0Ai71hy81iRy1hyu1hzP
1iSr1iTD
1iPO1iPz1iQU1iRX1iSJ1iTb1iT-
1iQU1iSJ1iT-
1iRX1iSJ1iT-
1iWD1iWk
1iXF
1iM51iMe0fTa1iUO1iUz1iVb0BzK1iXu
0C0g03vB
1iaT
1ibR0lzg03vB
1icv03vB
1ie603vB
1ifF1ifZ
1iZM1iZv1iau1ibl1icT1idY1ieY1ifq
1iPO1iPz1iRX1iSJ1iT-
1iRX1iSJ
1iiJ1iia
1ijV1ifZ1ijv
1ik-1ilJ1ilj
1iSJ
1iY-1igJ1igp1iM51iMe1ihO0fTa1iUO1iUz1iVb1ihm1iio0BzK1ikB1iXu1ike1im11ime
1inm1io8
1iSJ1ipa1iq11iqP
1ioc1ip21iqv0YmC
1isW
1iKc1iL100Cw16qr1iYR1inE01QU1irf1is500Dm0rnO1isu1itL1it-1iuW0YmZ1ivI01eQ0CKb0VCQ0tMq
1iKc1iL100Cw16qr1iYR1inE01QU1irf1is500Dm0rnO006f1isu1itL1it-1iuW0YmZ1ivI01eQ0CKb0VCQ0tMq
1ioc1ip21iqv0YmC1ivb
1iKc1iL100Cw16qr1iYR1inE01QU1iwN1is500Dm0rnO006f1isu1itL1it-1iuW0YmZ1ivI01eQ0CKb0VCQ0tMq
0rxH
1iwp
02b00ddY
1iys1izE02b01izh
1ixl1iyN1i-7
1i_M1ixl1i_r1izh
1ix71i-n1j0T
00Cw1j0_1j1T00Dm00hb01eQ0CKb
00Cw1j0_1j1T00Dm00hb006f01eQ0CKb
1j1r
1j2w1j391j3h
0rnO1j3y1j4S1hke
1j2W1j4l
1j5i1j62
1j71
1j6P1j7H1j7j1j831j8L0rnO
1j7j0rnO
1jCS1jCo03vB
1jEb
1jFH1jFa1jFv
1j9K1j9e1jAT1jAw1jBF1jBe1jC20Ai71jD81jDj1jEN1jEv1jGK1jGo1jH3
1j7j17ia
1j9K1j9e1jHw1jAw1jBF1jBe1jC20Ai71jD81jDj1jEN1jEv1jGK1jGo1hoi
00Cw1j591j8q00Dm0g8i00hb0Y_s1jHP1jIN01eQ0CKb
1j9K1j9e1jAT1jAw1jBF1jBe1jC20Ai71jD81jDj1jI_1jEv1jGK1jGo1jH3
1j9K1j9e1jHw1jAw1jBF1jBe1jC20Ai71jD81jDj1jI_1jEv1jGK1jGo1hoi
00Cw1j591j8q0C0g00Dm0g8i00hb0Y_s1jJD006f1jJk01eQ0CKb
1DFC1jKM
1j9K1jKi1j9e1jAT1jAw1jBF1jBe1jC20Ai71jD81jDj1jI_1jEv1jGK1jGo1jH3
1j9K1jKi1j9e1jHw1jAw1jBF1jBe1jC20Ai71jD81jDj1jI_1jEv1jGK1jGo1hoi
00Cw1j591j8q0C0g00Dm0g8i00hb0Y_s1jLK006f1jLr01eQ0CKb
1jMu
1jN5
1jNV1jNz1coX1jOG
1jPO1jPa1jPn
0rnO1jQ_0im0
1jQ01jQW1jRQ1jRu
1jSf1jT00J4Y1jTS
1jUt1jVQ1FGi
00Cw05Wm1jMT1jOW1jP200Dm1jS81jTr1jUL0YHU01eQ0CKb1jV-
00Cw05Wm1jMT1jOW1jP200Dm1jS81jTr1jUL006f0YHU01eQ0CKb1jV-
1jWq
1jXO
1jZA1jZJ1jZU
1jZx
1jYr1jaL1jaz1jbc1jbq1jc81jcQ1jcu1jd6
1jdq
0rnO1hke
00Cw1jWS1jYC1jdM1jeT00Dm1jf30YHU01eQ0CKb
00Cw1jWS1jYC1jdM1jeT00Dm1jf3006f0YHU01eQ0CKb
1ijv
00Cw1jfT1jfm1jg41jgG00Dm1jge01eQ0CKb
00Cw1jfT1jfm1jg41jgG00Dm006f1jge01eQ0CKb
1jh61jhH1jha1jhu1jiE1jg41jib006f1jiq01eQ0YGm0YBv
1KbA1jjk0VCQ
00Cw1jjO00Dm01eQ0CKb1jk0
00Cw1jjO00Dm006f01eQ0CKb1jk0
019f1jkz
1hXc1hXp019f1jmA
1jlB1jla1jmR1jn0
1joB1joh1iHN
1jpY1jpo
1jq2
1jrZ
1jst
1jsH1jtI1jtm
1jkg1jnY1jny1jp90gqH1jqb1jq-1juH
1jv91hVu1jvS1hrD
1iAO0im0
15qJ0Ai71hoi
0i6d1jzA15qJ0Ai70w1j1hoi
1j-e
1j_l
1j-K1j-x1j_M1j_-1hhz1hLQ0im0
1hgl1k0R
1EM00-xS0zfi1k0p1k181hjM1hjr
0-xS0rnO1hke
15qJ1hlj1hnJ0Ai71k2D1hoN0w1j1hoi
1k36
1k4K1hpw1k4p
1jvl1jwG1jwh1jw-1jxi1jyD1KCX1jyg1jza1k1M1k1n1k2j1k3V0YHU1k3t1k5F1k5h1k65
1k7S1k88
00Cw1jkO1juv06_q019f006f006q01eQ0YGm0YGz1k6P1k6w1k8R
00Cw05Wm0ej400Dm1iQx0YHU01eQ0CKb
00Cw05Wm0ej400Dm1iQx006f0YHU01eQ0CKb
00Cw1k8s1k941k9N00Dm0HbU1iQx1k9Y1k9k1k9-1kAB1kAV1kAm0A6J
0q3o00Cw1k8s1k941k9N00Dm0HbU1iQx1k9Y1k9k1k9-1kAB006f1kAV1kAm0A6J
1kB3
1kDv
1kFz1kGI
1kBg1kCJ1kCn1kDS1kEG1kEr1jbq1jc81kFV1jcu1kGe1jd6
1kHM
1kI7
0i5L
1kIQ1kIo
1kHk1kJB
1kL41kLX1kLn1kM31kMJ
0w1j1k65
1kMs1kNR1kO7
0IbY1hke0wQ7
1kQi1kRD
06_q1kGx1kJW1kJs1kKC1kKa1kMV1kOj1kPL1kPf1kP-1kQL006f0YHU1kRt01eQ0YGm
1kSK00Cw1kSk1kT41kTV019f006f0YHU01eQ0YGm0YBv1Pu1
00Cw1kSk1kTx00Dm1kUR0YHU01eQ0CKb1kUk1kV61kVU1Pu1
00Cw1kSk1kTx00Dm1kUR006f0YHU01eQ0CKb1kUk1kV61kVU1Pu1
1kWF
1kVr1kWs
1On-1kYI1hLQ0im0
1kYo
1ka1
1hNR1KCX1CFI1kXP1kXo0KHk1kZD1hRS1kZh1kaO
00Cw1kat1iGW0kw400Dm1kbA00hb1kbn01eQ0CKb0w22
1EM01kYo
1kcF1hNR1KCX1CFI1kXP1kXo0KHk1kZD1hRS1kZh1kaO
00Cw1kcr1iGW0kw400Dm1kbA00hb1kd8006f01eQ0CKb0w22
0ttd1kdc1kdu1keB006f1keW01eQ0YGm0bFp
1kev
1hke
1kfF1kfe1kg51kdu1kgZ1kgw006f0YSR
00Cw00Dm1khH1khq01eQ0CKb
00Cw00Dm1khH1khq006f01eQ0CKb
00Dm1khq1hF6
00Dm1khq006f1hF6
1kiG1kio1kj5
00Cw00Dm1kjX00hb01eQ0CKb
00Cw00Dm1kjX00hb006f01eQ0CKb
1kk81i6y1i7T
1h_E1h_c17571i581i5l
1i8c1i9z1klT1klm1kmE1kma1kmx1kn91knY1iAc1iB41ko5
1klT1dBD1klm1kmE1kma1kmx1kn91knY1iAc1iB41ko5
1koQ1koy
1kmx1iCs0im0
1kpr
0rnO1kqB
1kkV1KCX1kkq1kpN1kqg1krF1iGy0YHU1krm
1ksC1kso1kio1kj5
00Cw00Dm1ktK00hb006f01eQ0CKb
1kve
1ktx1kuI00Cw1kup1kvE00Dm1kwM09770rnO1kxA019f0CEt1kxZ0YHU1kxx0Z0U0pXl01eQ0CKb0VCQ15vp
1kuI00Cw1kup1kvE00Dm1kwM09770rnO1kxA019f0CEt1kxZ006f0YHU1kxx0Z0U0pXl01eQ0CKb0VCQ15vp
00Cw00Dm01e11kyA1kyN01eQ0CKb
00Cw00Dm01e11kyA1kyN006f01eQ0CKb
1kyZ
05Yj1k-004tc
00Cw00Dm1kz31kzf1k-E1k-w1k_I1UCJ00C601eQ0CKb
00Cw00Dm1kz31kzf1k-E1k-w1k_I1UCJ006f00C601eQ0CKb
09080KC3
1l0G0UeD1l0R1l0u
00Cw00Dm1k_h1l0205pD1l1O01eQ0CKb
00Cw00Dm1k_h1l0205pD006f1l1O01eQ0CKb
00Dm0fzu
00Dm006f0fzu
1l2b
1iND
1l41
1l4R1l50
0C8r
1l67
1l4R1iQU1l50
1iQU1l501iT-
1iRX1l501iT-
1l8q
1l9D
1l3r1l5Y1l6Z1l6_1l7a1l8C1l9k
1lAi
00Cw079T1l2900Dm1l301l3V05qQ1lAH1lAy01eQ0CKb0VCQ
00Cw079T1l2900Dm1l30006f1l3V05qQ1lAH1lAy01eQ0CKb0VCQ
00Cw00Dm1lBV1lC31lCc01eQ0CKb
00Cw00Dm006f1lBV1lC31lCc01eQ0CKb
1lEs
1lEJ1lFc
1lD61h_E1h_c1lDO1hVu1lE11lGF1lGk
1HTF1lHc
1lI01lIZ1iAO1hke
0Ai71iAO1lJI1lJj1lK51ijv1jH3
1lL-1lMH1lMT1lMz
1lNc
1hhG1j-x1hha1j_-1hhz1hLQ0im0
1hgl1lOO
1lPT
1EM01OgS1WVX1lOm1hj71lP51lPb
1lQO1lQo1lR9
1lRp1lSE
1OgS0IbY1hke
1lTa1lTu1lUU1ijv
1lVs
15qJ1lWg0Ai7
15qJ1hmU
1hm61lXQ
16ma1lX11lXy0Mwt1hns1hoN0w1j1jH3
1lYu
1hPz1lZg1lZy1laN1lag1Khq1lax
1lbY
1hpQ1iHN1hqK
1iAO1hke
1ldt1leE
1lH500Cw1jwG1lIt1lKP1lKy1lLW1jw-1jxi1jyD1KCX1lNB1hfP1lNy1lPz1lRS1lSg1lT81lUt1lVG006f1lWD1lYV1lZI0YHU1lb31lc11lcY01eQ0YGm1lc-0YBv1ldY1leQ
0C8r1lg2
1lgM
1iY-1igJ1igp1lgs1iMe1lhP0fTa1iUO1iUz1iVb1ihm1iio0BzK1ikB1iXu1ike1im11ime
00Cw079T1l2900Dm1lek1lfG01eQ0CKb1lfj1lhm
00Cw079T1l2900Dm006f1lek1lfG01eQ0CKb1lfj1lhm
06QC1liA
0Z5D0Z8d06QC0Z910FOc1lio1li-0Zcv0Z9J0Z9b
1ljf
0YmC1Uxn1Q7U0JVF
00Cw1liN00Dm1ljH1ljp1lkG1lkT1lkl
00Cw1liN00Dm1ljH006f1ljp1lkG1lkT1lkl
06QC1llG1liA
1C3H
1llU1lm4
0yWI
1lnj1lnx
1loD
1lom
00Cw0g0y00Dm1lmd1ln61lkG01eQ0CKb1lp71lpl1lq1
00Cw0g0y00Dm1lmd1ln6006f1lkG01eQ0CKb1lp71lpl1lq1
1LLx0UA000M90UAC0UAZ0DNv0UAg0UAy1lqI0UBV02VA0UBx0UCF1lqa1lqt0UDI0UDd01GE01eQ0YGm0UDm0YGz1lrJ
1lrk0ZGE
1ltQ0Bxp0ByE0Bye0Byn0Bzq0C371lu10C4I0C4c0C4u01eQ0sH90sHN
0ulp0Eu8
1lvz
00Er1lsx1luW1lux0sJf1lvU0sOG0YHU1lwU1lx8
00Cw05Wm10_X1lsB1lsi00Dm0g8i00hb0Y_s0dJc0hnJ0ru-03CS1lxZ
1lxs00Cw05Wm10_X1lsB1lsi00Dm0g8i00hb0Y_s006f0dJc0hnJ0ru-03CS1lxZ
00Cw018W00Dm1L3400hb0Y_s01GE01eQ0CKb0YGz
00Cw018W00Dm1L3400hb0Y_s006f01GE01eQ0CKb0YGz
00Cw05Wm00Dm0vDZ01eQ0CKb
00Cw05Wm00Dm006f0vDZ01eQ0CKb
00Dm0Yf91BAs
00Dm0Yf9006f1BAs
00Cw0ttd05Wm00Dm05iV019f1BAs01eQ0CKb02b001dk1lyI
00Cw0ttd05Wm00Dm05iV019f006f1BAs01eQ0CKb02b001dk1lyI
0IbY1lzC0Unr006q01Z5
00Cw05Wm1lyg00Dm0rnO00hb0Y_s0a_f1ax21lzY01eQ0CKb
00Cw05Wm1lyg00Dm0rnO00hb0Y_s0a_f1ax2006f1lzY01eQ0CKb
00Cw05Wm1lyg00Dm0rnO00hb0Y_s0a_f1ax2006f1lzY01eQ0CKb02RK
1fEM00Dm0Yf90lzg
1fEM00Dm0Yf9006f0lzg
1l-W1l-y0sDm
00Dm1lzp0UHw1l-91l_80UJN
00Dm006f1lzp0UHw1l-91l_80UJN
1l_Z1m0E00Dm006f1lzp1m0p1l-91m180UJN
00Cw1m1Z00Dm1m1x0UJN1m2D1m2V1m2r0prV1m3H
00Cw1m3b00Dm006f1m1x0UJN1m2D1m2V1m2r0prV1m3H
00Cw1m3b00Dm006f05VD1m1x0UJN1m2D1m2V1m2r0prV1m3H
00Dm0908006f0UJN0B-f
00Cw05Wm0zL200Dm0zLI00hb0Y_s01Co0zLo01eQ0CKb0YGz0JRa
00Cw05Wm0zL200Dm0zLI00hb0Y_s01Co006f0zLo01eQ0CKb0YGz0JRa
1m3-05Wm0zH700Dm1m4E1m4Z0drY1QHA1m4t1m5H1m5P0YSR0zIC02b0
1m3-05Wm0zH700Dm1m4E1m4Z0drY006f1QHA1m4t1m5H1m5P0YSR0zIC02b0
00Cw1m5s1m6E1m6i00Dm
00Cw1m5s1m6E1m6i00Dm006f
00Cw006f01eQ0YGm
00Cw0g0y00Dm04mR019f
00Cw0g0y00Dm04mR019f006f
1m7800Cw1m7U006f1m7n01eQ0YGm
0Xz21m8b
01JK1m91
1m9g1m9q
1m881m8M1m8p1m9G1m9_00Eh1mAH1mAf1mA_
1mBH02RK
1mEW1mEc1mEi1mEp1mEv
1mFK1UQb1UQi
1Cm-1mC11mCR1mCn1mDT1mE51mF01mFe1mFy1mGH1mGc1mH11mHN1mHZ1mHz1mIG1mIf1mJ21mJN1mJj1mK31mKW1mL61mLe1mMB1D1F1mMh1mN71D1a1D1x1mNW1mNu1D2a1mOC1mOQ1mOk1mPB1mPd
1mBm00Cw1mQ00g0y01K81mQI0YAJ1mQY1mQm01eQ0YGm
1mBm00Cw1mQ00g0y01K81mQI006f0YAJ1mQY1mQm01eQ0YGm
1mR0
0g291mRz1mSC
1mRH1mSP02b0
1mT8
1mSu00Cw1mTc0g0y006f0mM20YAJ1mQY1mQm01eQ0YGm
1mVJ
1mWH
1mX1
1mVS1mVj1mW01mWR1mWn1mXB019f1mXW1mXp1mYB
1mYP0UTh
1mUI1mUp1mYl
1mTu1mZQ1ma6
00Cw1maP05Wm00Dm019f
00Cw1maP05Wm00Dm019f006f
00Dm0Mtb0Mt90YFj
00Dm0Mtb006f0Mt90YFj
1mbA0c4d1mbP06791mbb
1mbA1KK00lzg
1mbq1mc8
1mcv1mdC02Qk
00Cw1maw1mcT05Wm1mdU0g8i019f006f01eQ0YGm
0z0j1mdj006f
00Dm1md_1meF
00Dm1md_006f1meF
00Cw00Dm1md_006f1meF
1mfw1Kt81KtL
1mgO1UQb1UQi
1meb1mf11mfR1mg01mgl1mh71mhW1mhv1mif1mjQ1mkJ1mlL1mm91mn01mnh1moA1moa1moq1mp91mpd1mq11mqR1mqs1mrG1mru1msU1mt41mtg1mu91mud1mvA1mvh1mwC1mwi1mxD1mxa1my11myU1my_1mzP1mzv1m-J1m-i1m_F1m_e1n041n0U1n0_1n1P1n1w1n2a1n3a1n4K1n5A1n601n6m1n7Z1n8K1n901n9k1nAY1nBI1nC51nCo1nDX1nEA1nEr1nFX1nG61nGg1nH31nHZ1nI01nIR1nIs1nJI1nJg1nKN1nLC1nLt1nMc1nNF1nNv1nOC1nOU1nOs1nPN1nPt
00Cw1nQK1nQe00Dm019f
00Cw1nQK1nQe00Dm019f006f
1meb1mC11mf11mCn1mDT1nQ-1nRp1mfR1mg01mgl1mh71mhW1mhv1mif1mjQ1mkJ1mlL1mm91mn01mnh1moA1moa1moq1mp91mpd1mq11mqR1mqs1mrG1mru1msU1mt41mtg1mu91mud1mvA1mvh1mwC1mwi1mxD1mxa1my11myU1my_1mzP1mzv1m-J1m-i1m_F1m_e1n041n0U1n0_1n1P1n1w1n2a1n3a1n4K1n5A1n601n6m1n7Z1n8K1n901n9k1nAY1nBI1nC51nCo1nDX1nEA1nEr1nFX1nG61nGg1nH31nHZ1nI01nIR1nIs1nJI1nJg1nKN1nLC1nLt1nMc1nNF1nNv1nOC1nOU1nOs1nPN1nPt
00Cw1nSf1nQe00Dm019f006f
00Dm1Kuz1nSz
00Dm1Kuz1nSz006f
0Mjh0wv500Dm1Bjy1nTA1nTN
0Mjh0wv500Dm1Bjy1nTA1nTN006f
1GNX
0zZe1nTe00Dm1nU20YBv
0zZe1nTe00Dm1nU2006f0YBv
00Cw00Dm1m91
00Cw00Dm1m91006f
1nUf1nUt1nV900M91nVc00Dm1nVw1nWJ1nWc1nWv0FYB
1nUf1nUt1nV900M91nVc00Dm006f1nVw1nWJ1nWc1nWv0FYB
1nXI01K80UTh1nXe1nXv
1nXI01K8006f0UTh1nXe1nXv
00Dm1nXe0YGz
00Dm006f1nXe0YGz
00Cw00Dm006f1nXe0YGz
0pbp1RPx0gTE1nYB
01K81nYU
01K8006f1nYU
1nYk1nYy08nL
0YHU
0vkp0H3H
1nZU1nZz
0EWt009R
1nZB1naO1nal01K81nb10gTE1nYB
1nZB1naO1nal01K81nb1006f0gTE1nYB
1fK40B9L
1nby1ncG
0GK_00C6
1nbQ1nca0Unr1nd5
00Cw1nde01K81nd_0tF701eQ0YGm0YBv
00Cw1nde01K81nd_006f0tF701eQ0YGm0YBv
0gTE1nYB
1nZB1nfi0gTE1nYB
1nfB1nfz
1h4I00Cw01K81neU1neq05_m0tF71ngX1ngn1nhB1nhY1nh_1niI01eQ0YGm0YBv
1h4I00Cw01K8006f1neU1neq05_m0tF71ngX1ngn1nhB1nhY1nh_1niI01eQ0YGm0YBv
1nid1nj50f2I1njb1njq
1nk71nkn
1nlP1nlm01K81nhB1nm0
1nlP1nlm01K8006f1nhB1nm0
01gk1nmH00Dm019f04on0paD0UXI01eQ0CKb0YBv
01gk1nmY00Dm019f04on0paD006f0UXI01eQ0CKb0YBv
01gk1nmq00Dm019f04on0paD006f0UXI01eQ0CKb0YBv
00Cw05Wm0UZk00Dm019f01eQ0CKb
00Cw05Wm0UZk00Dm019f006f01eQ0CKb
1nn600Dm06YH1nnL
1nn600Dm06YH006f1nnL
00Cw05Wm0UZV00Dm019f01eQ0CKb1nnZ
00Cw05Wm0UZV00Dm019f006f01eQ0CKb1nnZ
00Cw05Wm0UZV00Dm019f01eQ0CKb
00Cw05Wm0UZV00Dm019f006f01eQ0CKb
0ew802b0
1nng0Uca1no2
1noh1eFF02RK
1noh
00Cw05Wm1noK0g3P1np01npW00Dm019f1nq701eQ0CKb04t3
00Cw05Wm1noK0g3P1np01npW00Dm019f1nq7006f01eQ0CKb04t3
0ofw00Dm0Mto1I7H
0ofw00Dm006f0Mto1I7H
0Uc-0UdH00Dm02Rk1nqO0UgF0UeD006q15hY02b0
0Uc-0UdH00Dm02Rk1nqO0UgF0UeD006f006q15hY02b0
0YF500Dm00kK
00Cw02Nr0UdH00Dm019f0ugG01eQ0CKb15hY
00Cw02Nr0UdH00Dm019f0ugG006f01eQ0CKb15hY
0Uc-1nqc00Dm0UgF0Vn21nqo1nr615hY02b01nrR
0Uc-1nqc00Dm0UgF0Vn2006f1nqo1nr615hY02b01nrR
0Uc-00Dm0UgF0CKK1nro1I7H
0Uc-00Dm0UgF0CKK1nro006f1I7H
05Wm1nsK01e11nsp0pbD02RK
0Uc-00Cw02Nr0UdH1ns40Ugy00Dm019f0VJY1ntB006q1ntu1nuG1nuY01eQ0CKb15hY02b0
0Uc-00Cw02Nr0UdH1ns40Ugy00Dm019f0VJY1ntB006f006q1ntu1nuG1nuY01eQ0CKb15hY02b0
0Uc-00Dm0UgF0UeD1nuo1I7H
0Uc-00Dm0UgF0UeD006f1nuo1I7H
01Kz029n01Lo
09081nzZ0KC3
1n-t0pe20peT1n_41n_T0wGO
0Uc-00Cw1nv902Nr00Dm1nve1nvv1nwO1nwg1nxK019f1nxd1nxz1nyD1nyP1nyc1nyr1l0R1nz51nzv1n-Q1n_x006q01Z501eQ0CKb15hY00Jr
0Uc-00Cw1nv902Nr00Dm1nve1nvv1nwO1nwg1nxK019f1nxd1nxz1nyD1nyP1nyc1nyr1l0R1nz51nzv006f1n-Q1n_x006q01Z501eQ0CKb15hY00Jr
0Uc-0pm002Nr0UdH1nsK1o0g00Dm00hb0UeD1o0s1nsp0pbD15hY02RK
0Uc-0pm002Nr0UdH1nsK1o0g00Dm00hb0UeD1o0s006f1nsp0pbD15hY02RK
1o1I019f19KG02RK0abV
0Uc-1o1X0UdH00Dm019f15hY
0Uc-1o1X0UdH00Dm019f006f15hY
0pm000Dm090802Rk15hY0B-f
0pm000Dm090802Rk006f15hY0B-f
00Dm0ryQ1o1u1o2H0Mto1o2f1o2w1I7H
00Dm006f0ryQ1o1u1o2H0Mto1o2f1o2w1I7H
0Uj100Cw05Wm01K8019f01eQ0YGm
0Uj100Cw05Wm01K8019f006f01eQ0YGm
00Cw1o3B05Wm01K8019f01eQ0YGm
00Cw1o3B05Wm01K8019f006f01eQ0YGm
01gk1o3P
01gk1o3P006f
1o3l01K81o431o4N1o4d006f
0UkB00Cw0UkP00Dm1o4s0UoD1o541o5I0M_v0UlO0UnN0ddY
0UkB00Cw0UkP00Dm1o4s0UoD006f1o541o5I0M_v0UlO0UnN0ddY
0Ukg01K81o4s0UoD0Unr0M_v0UlO0UoR0ddY
0fFe0Ukg01K81o4s0UoD006f0M_v0UlO0UoR0ddY
01K80j5a006q
01K8006f0j5a006q
00Cw00Dm1o5a
00Cw00Dm006f1o5a
1o5r
1o7b
00Cw1o6300Dm1o6W019f1o6q1o7I1o7_
00Cw1o6300Dm1o6W019f006f1o6q1o7I1o7_
1o8S05eP00Dm
1o8S05eP00Dm006f
00Cw05eP00Dm0YSR
00Cw05eP00Dm006f0YSR
1o8i05eP00Dm1o96
1o8i05eP00Dm1o96006f
1Jtl1o9Q1o9i
00Cw1o9y0Uql0YYf00Dm1oAS1oAy019f1oBF
00Cw1o9y0Uql0YYf00Dm1oAS1oAy019f006f1oBF
00Dm1URS1oBh0oWi1oC7
00Dm1URS1oBh0oWi006f1oC7
00Dm1URS019f0Yf9
00Dm1URS019f0Yf9006f
00Cw11cr00Dm019f0Yf9
00Cw11cr00Dm019f0Yf9006f
0qfz0r2F1oCK
1oD41oCK1L541L5E0aaj1oC7
06kP1oDc1oCK1oC7
0cAx0pZP0g8i1oEV1oCK1oC7
1L891oCK0hJq
1oCK0X721oC7
1oG01oCK1oC7
1oCW1oCx00Cw1oDF0YYf00Dm1oDv019f1oEG1o5a1oEq1oF71oFN1oFh1L1U1oGK
1oCW1oCx00Cw1oDF0YYf00Dm1oDv019f1oEG006f1o5a1oEq1oF71oFN1oFh1L1U1oGK
00Cw1oGj00Dm019f0vVF0dvL
00Cw1oGj00Dm019f006f0vVF0dvL
01K81oGr
01K8006f1oGr
1oHC
1oI3
1oHY1oIW00Dm1oJ0
1oHY1oIW00Dm006f1oJ0
1oJF1oJd1o5r
1o6W1oKP
1oLN
1oM7
1oM-1oNO
1oO51oOZ
00Cw0Uql1oJy00Dm1oKu1oLh1oMU01eQ0CKb1oNe1oP0
00Cw0Uql1oJy00Dm006f1oKu1oLh1oMU01eQ0CKb1oNe1oP0
1oPO1o9Q1oPp
1oQD
007Y
1oQn0YYf1oRL1oRw1UZg1oSZ1oBF
0Uql1oT41UYJ00Dm
0Uql1oT41UYJ00Dm006f
1oTt05Wm0pPR1G1i
00Cw1oTY17X-05Wm00Dm0rt401eQ0CKb1oUM
00Cw1oTY17X-05Wm00Dm0rt4006f01eQ0CKb1oUM
1oUb00Dm1oU-0YGz
1oUb00Dm1oU-006f0YGz
00Cw00Dm0Uyo1oV401eQ0CKb
00Cw00Dm0Uyo006f1oV401eQ0CKb
1oVl1oWD1oWi1oX71oXe1oY4006q1oYX
00Cw1oVL1oYi0V0z00Dm0RwF01eQ0CKb0V1F
00Cw1oVL1oYi0V0z00Dm0RwF006f01eQ0CKb0V1k0V1F
1oZG0V0z00Dm
1oZG0V0z00Dm006f
1o8i0V0z00Dm1oZi
1o8i0V0z00Dm1oZi006f
0V0z00Dm0Yf90sRf
0V0z00Dm0Yf90sRf006f
1oa0
02T-
00Cw1oaO1oaf1dBD006f1oau01eQ0YGm0YGz
006f1ob701eQ0YGm1obP00771obd
006f05Sk1obd
1obs0rnO02RK
018W1ocR00Dm019f01eQ0CKb
00Cw018W1ocR00Dm019f006f01eQ0CKb
1od00daU
00Cw018W05Wm00Dm019f1odT0YBv
00Cw018W05Wm00Dm019f006f1odT0YBv
1od_0s1t1oeP
00Cw018W0fRt00M91ocR00Dm1oei00hb0Y_s0qtS0V4F0YHU1ofE006q01eQ0CKb0YBv1ofh02RK08Yw
00Cw018W0fRt00M91ocR00Dm1oei00hb0Y_s0qtS006f0V4F0YHU1ofE006q01eQ0CKb0YBv1ofh02RK08Yw
0KGt01K805Sk0YBv
01K81ogD1ogR0YGz
01K80YHU0YBv
1ogs0YAw0xNY
1oh70YF501K8
00Cw00Dm019f05Sk01eQ0CKb
1ohY00Dm1ohn0jAc1ohz1oiL0wX401eQ0CKb
1oii00Dm1oj0
1ojO01K80j5a
05Yj0DuI
1ojd
05Yj09080abV
1oki
0V5j004h1ojs00Dm1okE1KhR0V670V6M0V6Z0V6y1hf90V7R0V7k0V8O0V8o0V9K1okx006q03Rt
0V5j004h1ojs00Dm1okE1KhR0V670V6M0V6Z0V6y1hf90V7R006f0V7k0V8O0V8o0V9K1okx006q03Rt
00Cw00Dm00hb0Y_s0V6Z1olE0VAV1olT1om3006q01eQ0CKb01dk0VBR
00Cw00Dm00hb0Y_s0V6Z1olE006f0VAV1olT1om31omW006q01eQ0CKb01dk0VBR
0KGt00Dm0H3H1hf91omt1I6C1I6T
0KGt00Dm0H3H1hf91omt006f1I6C1I6T
01K8019f
0Mjh00Dm10pc0YGz
0Mjh00Dm006f10pc0YGz
1onB1ond00Cw1oo11oob1op91opj1oqH00Dm019f1CB91oqk1or61orT1orw
1onB1ond00Cw1oo11oob1op91opj1oqH00Dm019f1CB91oqk1or6006f1orT1orw
1UX01osQ1osk1otE00Dm1ott1ouF
1UX01osQ1osk1otE00Dm1ott006f1ouF
1ouf1ovI1ovx1owd00Cw1owv1oxJ1oxo0ej41oy51oyV1oyj1ozJ1ozv1o-Y1o_41o_c00Dm1fVq1p0B1p0l1p1J00hb0Y_s02Rk0a_f1p1w1p2G1p2n1p3I01eQ0CKb1p3s
1ouf1ovI1ovx1owd00Cw1owv1oxJ1oxo0ej41oy51oyV1oyj1ozJ1ozv1o-Y1o_41o_c00Dm1fVq1p0B1p0l1p1J00hb0Y_s02Rk0a_f006f1p1w1p2G1p2n1p3I01eQ0CKb1p3s
1ouf1ovI1ovx1owd00Cw1owv1oxJ1oxo0ej41oy51oyV1oyj1ozJ1ozv1o-Y1o_41o_c00Dm1fVq1p0B1p0l1p1J1p4900hb0Y_s02Rk0a_f006f1p1w1p2G1p2n1p3I01eQ0CKb1p3s
00Er00Dm0Yf9
00Er00Dm0Yf9006f
00Er00Dm02Rk0Yf9
00Er00Dm02Rk0Yf9006f
00Cw1p4Y1p551oxo0f2I1p5d1p611p6I00Dm01Co1p6g0drY1p721p7Q1p7i1p7z0hJq
00Cw1p4Y1p551oxo0f2I1p5d1p611p6I00Dm01Co1p6g0drY1p721p7Q006f1p7i1p7z0hJq
05Yj00Dm0DuI
05Yj00Dm0DuI006f
0Z-v0Z_I10uQ0ymq0IbY10vR0a050a0K10wT
0Z-v10uQ0ymq0IbY0a050a0K10wT
1p9R1p9Y0Mx91pA110_G0a1i1IKC1pAR09771DT71pAt1DWs1IL11pB51ILq0JRM01eQ1DeE0y-k0h9M
04ua01e105bR
0gye0gz60gza0gzw0g-Z0g-v0g_K0g_Y0h0A0h0Z0h0v0h1L0h1k0h1_0h3I0h3o0h490h4i0h5G0h640h6X0h7G0h7p
0Aho1pCe0Ai70IGC1pDA0JRM1pDP
1pB-1pDl
11Qh
1pFW
0i6d1p8M0geJ11F_19F11p8c00Dm1p8u11QC1pBW1pE20grx1pEY1pF311TJ11PB1pF_1ILq1pGd01eQ0CKb1pGz11U80hD01pHG11V_0YBv11Wc11Wq1pHn
0i6d1p8M0geJ11F_19F11p8c00Dm1p8u11QC1pBW1pE20grx1pEY1pF311TJ006f11PB1pF_1ILq1pGd01eQ0CKb1pGz11U80hD01pHG11V_0YBv11Wc11Wq1pHn
1DEa00Cw1DEi0Mx916RY1DHT1DIC1DJK1DJi1DKL1DKs1DLB1DLd1DM11DMJ1DMh1DNK0G7z1DNq09UP1DO31DOV00Dm1DOu11Pg0G9m0Mwt1DSS1DSp1DT71pI91DTK1DU21DV91DVc1DWR091R0GDK1DWs1DXA1DXf0CHU1DZg1DaF0CI90GF_1DaU1Day0Z0U1DbN1pIP1pIi1pDA1pGd1pJ00JRM01eQ0CKb1Dc81I7H1DcK1Cbu1DcY1pJD1DRF1Dd10y-k1pHn
0Z-v1DVr1pJS11su
0FeI0AKl
1DEa00Cw1DEi0Mx91DHT1DJK1DKL1DKs1DLB1DLd1DM11DMJ1DMh1DNK0g3P0G7z1DNq09UP1DO31DOV00Dm1DOu11Pg0G9m0Mwt1DSS1DSp1DT71pI91DTK1DU21DV91DVc1pJo091R0GDK1DWs1DdH1DXA1pKD1DXf0CHU1DZg1DaF0CI90GF_006f1DaU1Day0Z0U1DbN1pIP1pIi1pDA1pGd1pJ00JRM01eQ0CKb1Dc81I7H1DeE1Cbu1DcY1pJD1DRF1Dd10y-k1pHn
1DEa00Cw1DEi0Mx91DHT1Der1DKL1DKs1DLB1DLd1DM11DMJ1DMh1DNK0g3P0G7z1DNq09UP1DO31DOV00Dm1DOu11Pg0G9m0Mwt1DSS1DSp1DT71pI91DTK1DU21DV91DVc1pJo091R0GDK1DWs1DdH1DXA1pKD1DXf0CHU1DZg1DaF0CI90GF_006f1DaU1Dhh1Day0Z0U1DbN1pIP1pIi1pDA1pGd1pJ00JRM01eQ0CKb1Dc81I7H1DeE1Cbu1DcY1pJD1DRF1Dd10y-k1pHn
00Cw1oxJ1pKl1pL71pLO1pLc00Dm1pM01fVq1pMc1pMw00hb0Y_s0a_f1pNN1pNq1pOD1pOW01eQ0CKb0YBv0VCQ1pOy
00Cw1oxJ1pKl1pL71pLO1pLc00Dm1pM01fVq1pMc1pMw00hb0Y_s0a_f1pNN1pNq1pOD006f1pOW01eQ0CKb0YBv0VCQ1pOy
00Dm0Yf91EQj
00Dm0Yf91EQj006f
00Dm1EQj1pPQ
00Dm1EQj1pPQ006f
00Dm1EQj1pPo
00Dm1EQj1pPo006f
1pQ405Wm1pQN1pQh17mR00Dm01e11pQs1pRC01eQ0CKb
1pQ405Wm1pQN1pQh17mR00Dm01e1006f1pQs1pRC01eQ0CKb
0hsr0ht71pUM
1pRY00Cw0CFi1pS11pSL1pSv1pTG00Dm1pTb1pTr1pU8019f1pUZ0paD0sDm1pU_01eQ0CKb1pVI1pVc
1pRY00Cw0CFi1pS11pSL1pWA1pSv1pTG00Dm1pTr1pU8019f1pUZ0paD006f0sDm1pU_01eQ0CKb1pVI1pVc
1pWT00Dm19Bc
1pWT00Dm19Bc006f
090801e1037v
0Cp601Kz00ze00wD
00Cw1pWi0ttd01Ig1pXC00M90VD51pXV1pXm1pY41pYC00Dm1pYP019f02Rk1pYh1pYz1pZD1pZW006q01eQ0CKb0Zyy0XCQ
00Cw1pWi0ttd01Ig1pXC00M90VD51pXV1pXm1pY41pYC00Dm1pYP019f02Rk1pYh1pYz1pZD006f1pZW006q01eQ0CKb0Zyy0XCQ
1pZo1paG05Wm0SJt0YYf10_X00Dm019f0buk0dJz1paQ0ru-01eQ0CKb
1pZo1paG05Wm0SJt0YYf10_X00Dm019f006f0buk0dJz1paQ0ru-01eQ0CKb
05Wm00Dm01e11pal06fu1pb41pbO
05Wm00Dm01e11pal006f06fu1pb41pbO
0VDf1pcy
0Y0o1pdn0HEL
1peR1pev
1o431pgR1pgp
1pfM0g291pfq1pg50VDf1ph81phe1phy1pcy0f8c1KDt
1pit01e1
1pdF1pdz1piK1pj1
00Cw1pbb05Wm00Dm1pbu1pcC01e10TEC1pcR1pVI1pcm1pjd0dI91pbO1pkE
00Cw1pbb05Wm00Dm1pbu1pcC01e10TEC006f1pcR1pVI1pcm1pjd0dI91pbO1pkE
1pkW004Z1pkp05Wm1pl100Dm1plH1pla019f1pll01eQ0CKb14Zv02b00aTj1ply1pmA0A6J
1pkW004Z1pkp05Wm1pmU00Dm1plH1pla019f1pll006f01eQ0CKb14Zv02b00aTj1ply1pmA0A6J
1pml1pn51pnR1pnl1po6
16qa019f1pra
1poW1pot1ppC1ppn00Cw05Wm1pqP00Dm05W_019f0VJE1pqp1pr81prn01eQ0CKb
1poW1pot1ppC1ppn00Cw1ps505Wm1pqP00Dm05W_019f0VJE006f1pqp1pr81prn01eQ0CKb
1pWT00Dm1pss
1pWT00Dm1pss006f
0cAx0g8i0DuI0Unr1pt5
00Dm019f1ptK
00Dm019f006f1ptK
1ptl
0cAx1puG0g8i0DuI0Unr1pt5
00Dm019f006f1pur
00Cw00Dm1pvG1pvU006q
00Cw00Dm006f1pvG1pvU006q
1E5M00Cw0ej400Dm01eQ0CKb02b0
1E5M00Cw0ej400Dm006f01eQ0CKb02b0
1pvl
0VOI00Cw0VPV1pw100Dm019f02b0
0VOI00Cw0VPV1pw100Dm019f006f02b0
1pwr1pxB
1py81pyM
1pxe1pyc
1pwU1pz6
0VPV00Dm1pzM
0VPV00Dm006f1pzM
1pzu1p-7
1p-n1p_1
1q0X1q0k
1q0z0fSu
0kYi1p_1
1p-P1p_O1p_o1q081q1L1q1k
00Cw1pze01K8019f1q270SA201eQ0YGm1q2R
00Cw1pze01K8019f1q27006f0SA201eQ0YGm1q2R
0g8i019f006q01Z5
00Cw05VR0VXV00Dm0VXr1q2h006q01eQ0CKb0YBv
00Cw05VR0VXV00Dm0VXr1q2-1q3E006q01eQ0CKb0YBv
1q3V0VDf1q3m1q470YHU1q4Q
1q4i
1q5u1q691q6J1q6b1q720YCA
019f0UJN1nnL
1q7h
1q5400Cw1q5N0ej41q5e00Dm1q7D1q7-019f01eQ0CKb
1q5400Cw1q5N0ej41q5e00Dm1q7D1q7-019f006f01eQ0CKb
01K81q8M1q920g1B02b01q9g
02U70EMB1qAi
1q9x0UdH1qAT019f1qAw01eQ0YGm0YBv
1q9x0UdH1qAT019f006f1qAw01eQ0YGm0YBv
00Dm0VmF1qBJ0Vn20VnI0Mt90Zyy0YGz
00Dm0VmF1qBJ0Vn20VnI006f0Mt90wXk0YGz
1qC51qCO
1qCY1Y9E
0Ve00Vgt1qBf0Bx705Wm01K80VmF019f1qCx0Wr601eQ0YGm
0Ve00Vgt1qBf00Cw0Bx705Wm01K80VmF019f1qCx006f0Wr601eQ0YGm
007Y1qDJ01K80X72
007Y1qDJ01K8006f0X72
007Y01K80Vn20VnI
007Y01K80Vn20VnI006f
007Y1qDg01K8
007Y1qDg01K8006f
019f0ZCw
1qE100Dm0VmF1qBJ0YGz
1qE100Dm0VmF1qBJ006f0YGz
019f0ZoN
1qEl0VmF1qBJ006f0YFj
1qFQ
09081qFb
1qFt00Dm0VmF006q03Rt
1qFt00Dm0VmF006f006q03Rt
00Dm0VmF1qGD1qGZ1qBJ0YGz
00Dm0VmF1qGD1qGZ1qBJ006f0YGz
0VmF1qGw1qBJ006f0YFj
00Cw01Ig05Wm00Dm0VmF019f1qHI1qHX01eQ0CKb0pnU
00Cw01Ig05Wm00Dm0VmF019f006f1qHI1qHX01eQ0CKb0pnU
00Dm1qHr0VmF1qBJ0YGz
00Dm1qHr0VmF1qBJ006f0YGz
1qI61qIq
00Dm0VmF1qBJ1qJA0YGz
00Dm0VmF1qBJ1qJA006f0YGz
0VmF006f0YFU006q0YGz
1qJh1qK314q01qKa
1qKz
00Cw0Bx701K80VmF019f01eQ0YGm1qLT1qM9
00Cw0Bx701K80VmF019f006f01eQ0YGm1qLT1qM9
1qMc0VoB00Dm
1qMc0VoB00Dm006f
00Cw1qMn0VoB00Dm1qN10g2f1qNI11su1qNW0Z_s1qNw01eQ0CKb0zCp0mHk1qOF093I1qOT
00Cw1qMn0VoB00Dm1qN10g2f1qNI11su1qNW006f0Z_s1qNw01eQ0CKb0zCp0mHk1qOF093I1qOT
1qPE
00Cw1qOr1qPm0VoB00Dm1qQD0cG101eQ0CKb0YBv0FOQ
00Cw1qOr1qPm0VoB00Dm1qQD0cG1006f01eQ0CKb0YBv0FOQ
1qSW
1c6G1c6W1pzu1qUX
1qVj1qW801QU0YWj0cG119T20FOQ
0xXl00Cw1qQT1qRC0xpf1Tmq07pK0m741qRv1qSG1qSl1qTH1qTb1qTr1qUD00Dm1qUp1qVM1qWV1qX91qXc1qXz01eQ0CKb1qYN0YSR
0xXl00Cw1qQT1qRC0xpf1Tmq07pK0m741qRv1qSG1qSl1qTH1qTb1qTr1qUD00Dm1qUp1qVM006f1qWV1qX91qXc1qXz01eQ0CKb1qYN0YSR
1qaI1qaa00B30Mw4
00Cw1qOr0Tu51qPm1qYg1qYw1qZJ1qZd0VoB1qZt00Dm1qN10g8i1qQD1qan1qbL1qbi0F2l0iMH1qbw0YHU1qcC01eQ0CKb0YBv1qcM
00Cw1qOr0Tu51qPm1qYg1qYw1qZJ1qZd0VoB1qZt00Dm1qN10g8i1qQD1qan1qbL1qbi0F2l0iMH006f1qbw0YHU1qcC01eQ0CKb0YBv1qcM
1qcl1qdB00Cw1qOr1qdV0Tu51qPm1qdn1qYw1qZJ1qZd0VoB1qZt00Dm1qe51qN10g8i1qQD1qbL1qbi1qeR0F2l0iMH1qbw0YHU1qel01eQ0CKb0YBv1qf21qcM
1qcl1qdB00Cw1qOr1qdV0Tu51qPm1qdn1qYw1qZJ1qZd0VoB1qZt00Dm1qe51qN10g8i1qQD1qbL1qbi1qeR0F2l0iMH006f1qbw0YHU1qel01eQ0CKb0YBv1qf21qcM
00Cw1qMn1qMc0VoB00Dm1qN10g2f1qNI11su1qNW1qfM0Z_s01eQ0CKb0zCp0mHk1qfm093I1qgC1qga094h
00Cw1qMn1qMc0VoB00Dm1qN10g2f1qNI11su1qNW1qfM006f0Z_s01eQ0CKb0zCp0mHk1qfm093I1qgC1qga094h
00Cw00Dm0Uyo1qgr1qhK1Oow01eQ0CKb
00Cw00Dm0Uyo006f1qgr1qhK1Oow01eQ0CKb
1qhh0Vnz0VoB00Dm
1qhh0Vnz0VoB00Dm006f
00Cw0zMC0Mx90MxV0zGv0YtQ0zNI1qht0zNY0zOH00Dm0zHk0VsW0zPU0zPj0zQG09aV01Co0zQh01eQ0CKb0YGz0tMq
00Cw0zMC0Mx90MxV0VpR0YtQ0zNI1qht0zNY0zOH00Dm0VsC0VsW0zPU0zPj0zQG09aV01Co0zQh006f01eQ0CKb0YGz0tMq
00Cw0zMC0Mx90MxV0VpR0YtQ0zNI1qht0zNY0zOH00Dm1qiL1qig0VsC0VsW0zVp0zPU0zW80zPj0zQG09aV01Co0zQh006f01eQ0CKb0YGz0tMq
00Cw05Wm00Dm00hb0Y_s01eQ0CKb1qj1
00Cw05Wm00Dm00hb0Y_s006f01eQ0CKb1qj1
0-tl0g8i
1qjm
1qm40aBW1qmM1qmd
1qnZ0kur
1qpI1qpS1qpi1qpx
0YmC0zIu00kb
00Cw1qkA1qkc1qk-1qlF0kw41qlT1qlv00Dm019f1qm-0fBN1Hs41HsH1qnL1qnw1qoF1qoc006q1qos01eQ0CKb1qqA1qqR19Tr
1qm40aBW1qqo1qmM1qmd
0ddB
1qnZ0kur1qrV
1Hu50YmC0zIu00kb
00Cw1qkA1qkc1qk-1qlF0kw41qlT1qlv00Dm019f006f1qr80fBN1Hs41HsH1qnL1qru1qoF1qoc006q1qos01eQ0CKb1qqA1qsD19Tr
00Cw1qkA1qkc1qk-1qlF0kw41qlT1qlv00Dm0g8i019f006f1qr80fBN1Hs41HsH1qnL1qru1qoF1qoc006q1qos01eQ0CKb1qqA1qsD19Tr
00Cw0F2L00Dm019f01eQ0CKb
00Cw0F2L00Dm019f006f01eQ0CKb
1qsa1qso0F2L0F2X00Dm
1qsa1qso0F2L0F2X00Dm006f
0cAx0YF5
1qve
1qs_00Cw0T-Q1qtK1qte1qu91quT07KV0IuE1qun01K81qv31qw2019f0yqN0YWT1qwc00yy0_Rl0S3B006f01eQ0YGm0YBv0nMW1qwo0z7B
1qxD1qxj
1qs_00Cw0T-Q1qtK1qte1qu91quT07KV0IuE1qun01K81qv31qw21qxv019f0yqN0YWT1qwc00yy0_Rl0S3B006f01eQ0YGm0YBv0nMW1qwo0z7B
1qyN00Cw07Fr05Yj1qtK1qte1qu91quT07KV01K81qv31qw2019f0yqN1qyi0cG100yy0_Rl1KIv01eQ0YGm0YBv0FOQ1qwo0z7B
1qyN00Cw07Fr05Yj1qtK1qte1qu91quT07KV01K81qv31qw2019f0yqN1qyi0cG100yy0_Rl006f1KIv01eQ0YGm0YBv0FOQ1qwo0z7B
1qyN00Cw07Fr05Yj1qtK1qte1qu91quT07KV01K81qv31qw21qxv019f0yqN1qyi0cG100yy0_Rl006f1KIv01eQ0YGm0YBv0FOQ1qwo0z7B
0cAx1qyy1oEV
1qzI
0SQf1q-G
1q-U
1q_P1q_g1r061r0L1r0n1r16
1r2b1fyd0Uni
1r2t
1fyd0Uni
1r3v
1r261r2M1r341r3a1r46
1q-w1r1Q06_q1r1p1r4a1r551r5J
1r6L
1r8k019f
1rA81rAU1rAl
1r9u1rA81rBM1rB_1rCG
1rBM1rD6
0ET51r961r9X1rCd1rDZ090e1rE3
1rEI
00Cw03EU1qzi0kw40rnO1r5Z019f1r5z1r6m1r7K0Sm_1r7m1r8E01GE01eQ0YGm1rEq0YBv
00Cw03EU1qzi0kw40rnO1r5Z019f1r5z1r6m1r7K0Sm_1r7m006f1r8E01GE01eQ0YGm1rEq0YBv
00Cw0ET500Dm0IbY0Vw_01eQ0CKb
00Cw0ET500Dm0IbY006f0Vw_01eQ0CKb
0clp0g8N0rnO1oEV
1rFo
1rFI1rGF
1rHj1rIO
1rJZ01e102b0
1rJy
00Cw0ET500Dm1rH11rJ21rKW090e01eQ0CKb
00Cw0ET500Dm1rH1006f1rJ21rKW090e01eQ0CKb
0p3r0im01rL6
00Cw1rKp00Dm1rLT0p201jEN01eQ0CKb0YSR
00Cw1rKp00Dm1rLT0p201jEN006f01eQ0CKb0YSR
00Cw1rLx00Dm0p2001eQ0CKb0YBv1rMB1rMY
00Cw1rLx00Dm0p20006f01eQ0CKb0YBv1rMB1rMY
00Cw1rLx00Dm0p201rMr01eQ0CKb0YBv1rN11rMY
00Cw1rLx00Dm0p201rMr006f01eQ0CKb0YBv1rN11rMY
00Cw1rLx00Dm0p2001eQ0CKb1rNP1rNt1rOH
00Cw1rLx00Dm0p20006f01eQ0CKb1rNP1rNt1rOH
1rOj0EuI
0vkp1rOR1rOs1rPR00Dm0Wtk1rPo1Bwa0W8q
0vkp1rOR1rOs1rPR00Dm0Wtk1rPo006f1Bwa0W8q
1rQC1rQR00Cw1rQh05Wm00Dm1rQz1rRH0W8q006q01eQ0CKb
1rQC1rQR00Cw1rQh05Wm00Dm1rQz1rRH006f0W8q006q01eQ0CKb
1rRd00Cw1rRs1rS61C2_05Wm00Dm1rSS0YNP01eQ0CKb1rSj
1rRd00Cw1rRs1rS61C2_05Wm00Dm1rSS0YNP006f01eQ0CKb1rSj
0if71rSs1rQz1rTE1rTU1rTt1rRH0Y3j
1rVA1rVW
1rQC00Cw1rUA1maw00Dm1rUX1rUn1rVo01eQ0CKb0n5f
1rWA0s7V
1rWP
1rQC00Cw1rUA1maw1rWn00Dm1rUX006f1rUn1rVo01eQ0CKb0YBv0GLc
00Cw05Wm1rXB1rXS1rXn1rY9006f0W8q01eQ0YGm
00Cw1rYO1rYY00Dm0l_q1rYs01eQ0CKb
00Cw1rYO1rYY00Dm0l_q1rYs006f01eQ0CKb
1rZ60egr0zIu1rZX0JVF
1rcX1rcr1rd41rdO
1reL
0fTa1rgl
1rg-1rhS
00Cw0tUk0wd0053C07KV1rZr0GJq0g3P1raI1raU1rXn00Dm1rah1rb51rUX1rbO1rbz1rdu1eXE1reu1rfN1rfl1rgF01eQ0CKb0GLc1rho
00Cw0tUk0wd0053C07KV1rZr0GJq0g3P1raI1raU1rXn00Dm1rah1rb51rUX1rbO1rbz1rdu1eXE006f1reu1rfN1rfl1rgF01eQ0CKb0GLc1rho
00Cw0tUk0wd0053C07KV1rZr0GJq0g3P1raI1raU1rXn00Dm1rah1rb50Yzv1rUX1rbO1rbz1rdu1eXE006f1reu1rfN1rfl1rgF01eQ0CKb0GLc1rho
0b0900Dm0W8q1riF0FNF
0b0900Dm006f0W8q1riF0FNF
00Cw1rOR1riT1rPR00Dm0Wtk1rPo0knM0W8q01eQ0CKb0bFp0FNF
00Cw1rOR1riT1rPR00Dm0Wtk1rPo006f0knM0W8q01eQ0CKb0bFp0FNF
0Vgt1rjI1Bwa
1rjY
1rlF
1ri-00Cw1rk2006f01eQ0YGm1rkb1rl11rlT
0egr0YmZ1Q7U0tMq
1rlq
1ri-00Cw1rm11rk2006f01eQ0YGm1rkb1rl11rlT
1rmR1rmi006f0YXS1rmw
18F90ZCw
0T-Q04hg
1rn81rnc
1ro301e11rof1ro_
01e11ro_0bC91KDt
1ro301e11rof1ro_02b0
01e11ro_
01e11ro_1rrM
1rpN1rpr1rqL1rqs1rre02b0
00Cw05Wm00Dm1rs51rsa01eQ0CKb
00Cw05Wm00Dm1rs5006f1rsa01eQ0CKb
1rss1rt81rtT
11cr1ru90ZDA0zIu
1rwS0ZHB1rwn0ZDA0zIu
11vC0ZHB1rwn0ZDA
0ZHB0ZDA1ryW1rys1rzD1rzX0zIu
1r-90g8i
1rtp1R3O1ruW05Wm1ruv1rvL1rvl1rw20bGv00Dm1rx51rxd1ryD1rzn0YmC1r-f01eQ0CKb0YBv1r_71r_Z
1rtp1R3O1ruW05Wm1ruv1rvL1rvl1rw20bGv00Dm1rx51rxd1ryD1rzn006f0YmC1r-f01eQ0CKb0YBv1r_71r_Z
03EU1s020UdH00Dm05oT02Rk1ryD1s0J01eQ0CKb1s0n1s1D1s1e
03EU1s020UdH00Dm05oT02Rk1ryD006f1s0J01eQ0CKb1s0n1s1D1s1e
01Kz1s3A1s3d1s3z1s4O
1s2603EU05Wm1s2f00Dm05oT1s2v01eQ0CKb1s4y
1s2603EU05Wm1s2f00Dm05oT1s2v006f01eQ0CKb1s4y
0clp1s6m0YF50DuI
1P0a1s5a1s5-1s6W1s71
1s7G00Dm1s1e
1s7G00Dm006f1s1e
00Dm1s1e1s7e
00Dm006f1s1e1s7e
0HQh
0o1r0cHc0Z910bFB1s950Zcv0o2F1s9a
0o1r0cHc0Z910bFB0Zcv0o2F1s9a
05Wm1s8C1s8d00Dm1s9w1sAc1sA_1r-f01eQ0CKb0YBv1sBO1sBl
05Wm1s8C1s8d00Dm1s9w1sAc1sA_006f1r-f01eQ0CKb0YBv1sBO1sBl
1sCR
1sCB1sCm0Z7A
1sEA1sCR
1sEs1sF4
1sFr1sF4
1sFQ1sG4
1sDs1sEP0FOc1sGX
1sDD1sGw
1sHX01K81sHu1sIB
1sHX01K81sHu1sIB006f
05Wm0oFB
0Mn90yNL
1sIr1sJB1sJU
1sIb1sJm
01Ig1sK901K80F5s1sHu
01Ig1sK901K80F5s1sHu006f
00Cw05Wm01K81sKT01eQ0YGm1sKm
00Cw1sLD05Wm01K81sKT006f01eQ0YGm1sKm
01Ig05Wm01K81sHu1sLb0oFB
01Ig05Wm01K81sHu1sLb006f0oFB
1sLx01K81sME1sHu
1sMT01K81sME1sHu006f
0Z_I1sMn00Dm06YH0j5a1sN10YGz10qr
0Z_I1sMn00Dm06YH006f0j5a1sN10YGz10qr
00Cw0zRJ0VpR0zRt0zSH0zSh0zT81sNZ0zTp0zU900Dm1sNy1qiL1qig0WCq0VsC0zVA0zVp0zW80WDU01Co01eQ0CKb
00Cw0zRJ0VpR0zRt0zSH0zSh0zT81sNZ0zTp0zU900Dm1sNy1qiL1qig0WCq0VsC0zVA0zVp0zW80WDU01Co006f01eQ0CKb
01K81sOG0ryQ0pXl01eQ0YGm0YBv0JVF
01K81sOG006f0ryQ0pXl01eQ0YGm0YBv0JVF
0Gnt1sOp01K81sP10YBv
0Gnt1sOp01K81sP1006f0YBv
00Cw1f4x1sPW00Dm1sPu1sQT1sQs1sRB01Co01eQ0CKb
00Cw1f4x1sPW00Dm1sPu1sQT1sQs1sRB01Co006f01eQ0CKb
1sRR00Dm0tMq
1sRR00Dm006f0tMq
03zV0Wmt
1sU91sUi1sV61sVT1sVg1sVy1sWQ1sWi
1sRk1sSP01K81sSx1sTQ0ZGE1sTl006f1sW-01GE0WX801eQ0YGm0YBv1sXP0tMq1sX_1sYP
1sYp1sZA
1sbX1eed0pXl
00Cw0wwS0GKQ0WHT1sZy00Dm0Yzv0EFc01Co0a_f0WJ91saK0WJo1sai18e30egr0dbz1sbA0WLx01GE1sbf0ehD01eQ0CKb0YBv1sc70tMq
00Cw0wwS0GKQ0WHT1sZy00Dm0Yzv0EFc01Co0a_f0WJ91saK006f0WJo1sai18e30egr0dbz1sbA0WLx01GE1sbf0ehD01eQ0CKb0YBv1sc70tMq
1sYp1sZA1scS1sct
00Cw0wwS0GKQ0WHT1sdQ00Dm0Yzv0EFc01Co0a_f0WJ91saK006f0WJo1sai18e30egr0dbz1sbA0WLx01GE1sbf0ehD01eQ0CKb0YBv1sc70tMq
00Dm0MjO1sdo1seD
00Dm006f0MjO1sdo1seD
1seZ1sev00Dm1sfO01GE0eSI1sfj
1seZ1sev00Dm1sfO006f01GE0eSI1sfj
00Dm0a_f0YGz0MjO
00Dm0a_f006f0YGz0MjO
1sg80MjO
1sg8006f0MjO
00Dm0SyH0MjO
00Dm006f0SyH0MjO
00Dm1sgV1QHA0MjO
00Dm006f1sgV1QHA0MjO
00ze03zV00wD01Lo
1sg-1shL00Cw02gJ0WPo1shj00Dm0WQE1siC1sih1sj00UlO1sjd01GE1sjt1skN01eQ0CKb0YBv
1sg-1shL00Cw02gJ0WPo1shj00Dm0WQE1siC1sih1sj0006f0UlO1sjd01GE1sjt1skN01eQ0CKb0YBv
00Dm0CKK1sdo
00Dm0CKK006f1sdo
1nnL0YSR0aRC
006f1nnL0YSR0aRC
00Dm0Z1i0YGz0MjO
00Dm006f0Z1i0YGz0MjO
00Cw1skk0WTD0WTw05Wm1skv00Dm1slF0WVQ0WVs0WWv01eQ0CKb15BB0YBv
00Cw1skk0WTD0WTw05Wm1skv00Dm1slj1slF0WVQ0WVs006f0WWv01eQ0CKb15BB0YBv
00Cw1sm10Mjv00Dm00Xa0rsW
10751smV1sn41snb1so600Cw1soZ1soo1skk05Wm00Dm1sp10Wau1C7o0WbB1spI1spc1sp_01GE01eQ0CKb0YBv
10751smV1sn41snb1so600Cw1soZ1soo1skk05Wm00Dm1sp10Wau1C7o0WbB1spI1spc006f1sp_01GE01eQ0CKb0YBv
0Mto0Rxl1sqM06fu
10751smV1sn41snb1so600Cw1soZ1soo1skk05Wm00Dm1sp10Wau1C7o0WbB1spI1spc006f1sp_1sqf01GE01eQ0CKb0YBv
0vV41srE
1sr51srR00Dm1ss20WdS0Wic0YGz
1sr51srR00Dm1ss20WdS1ssN006f0YGz
1sr505Wm0WiH00Dm1ssg0WdS1ssN07Pd01lo0Apn
1sr505Wm0WiH00Dm1ssg0WdS1ssN006f07Pd01lo0Apn
1sr505Wm0WiH00Dm1ssg0WdS1ssN006f07Pd01lo0Apn01eQ0CKb
0Wi90WiH00Dm0WdS0Wic
0Wi90WiH00Dm0WdS0Wic006f
00Cw05Wm00Dm1st504-S1slF01Co01eQ0CKb0YBv
00Cw05Wm00Dm1st504-S1slF01Co006f01eQ0CKb0YBv
1std
00Cw05Wm00Dm1st504-S1slF1su401Co006f01eQ0CKb0YBv
00Cw00Dm1suh1sut0WUn1sv204-S01Co01GE01eQ0CKb0YBv
00Cw00Dm1suh1sut0WUn1sv204-S01Co006f01GE01eQ0CKb0YBv
00Cw05Wm00Dm1suh1sut0Wau04-S1svW01eQ0CKb0YBv
00Cw05Wm00Dm1suh1sut0Wau04-S1svW006f01eQ0CKb0YBv
0VpR00Dm1qiL1qig0YGz0tMq
0VpR00Dm1qiL1qig006f0YGz0tMq
1svk00Dm1swJ1swW0VsC0zVp0zW81sww0YGz0tMq
1svk00Dm1swJ1swW0VsC0zVp0zW81sww006f0YGz0tMq
0gM600Dm1sx81sxI0Eu80bg6
0gM600Dm1sx81sxI006f0Eu80bg6
1sxj
1sxS1syG0wwS00Dm0Wq60WqO1syb1syq01eQ0CKb0YBv0tMq
1sxS1syG0wwS00Dm0Wq60WqO1syb006f1syq01eQ0CKb0YBv0tMq
1sxS1syG0wwS00Dm1szA0Az11szR1syq01eQ0CKb0YFj00kb1szg
1sxS1syG0wwS00Dm1szA0Az11szR006f1syq01eQ0CKb0YFj00kb1szg
1syG00Dm1syq1szg
1syG00Dm006f1syq1szg
1s-700Cw1s-Q1s-j1s_81s_R0G3Z01eQ0YGm0YBv
1s-700Cw1s-Q1s-j006f1s_81s_R0G3Z01eQ0YGm0YBv
00Cw1s_v1t081t0I1t0k0Z1i01eQ0YGm0YGz00kb
00Cw1s_v1t08006f1t0I1t0k0Z1i01eQ0YGm0YGz00kb
1t111t1D
00Cw1t1f1t1-1t2M121B1t2f1s_81t350CFF01eQ0YGm0YGz00kb
00Cw1t1f1t1-1t2M121B006f1t2f1s_81t350CFF01eQ0YGm0YGz00kb
1t0k0SyH0YGz
006f1t0k0SyH0YGz
1t0k0YGz0tMq
006f1t0k0YGz0tMq
00Cw1t3T0zpi05Wm11l001K81t3g0M_A1t3v1QHA1m4t01eQ0YGm11lD
00Cw1t3T0zpi05Wm11l001K81t3g0M_A1t3v006f1QHA1m4t01eQ0YGm11lD
1t4P1t4j006f1QHA
1QHA01GE0YGz0tMq
006f1QHA01GE0YGz0tMq
00Cw0b0c00Dm0ryQ0Wtu1t5201eQ0CKb
00Cw0b0c00Dm006f0ryQ0Wtu1t5201eQ0CKb
00Dm0Yf90Wtu03CS0YBv
00Dm0Yf9006f0Wtu03CS0YBv
00Cw004h01QU01K81t5V006f006q01eQ0YGm1t5r1t68
1t6S
1t760BwP
1t7X
1t6h1t7u
00Cw004h1t8900Dm077v0Ww8019f00yy0drY1t8a0Wxo01eQ0CKb0YBv
00Cw004h1t8900Dm077v0Ww8019f00yy0drY006f1t8a0Wxo01eQ0CKb0YBv
1t8q0BwP
1t9F
1t6h1t9f
1tAY0dUf0DuI
1tAG1tAk019f
0dUf0DuI
1tAG1tBR
1tB00aaZ1tBj
1tC4
1t9z00Cw00Dm0WwN1tCR019f0B6T0mM20Wwz01eQ0CKb0YBv
1t9z00Cw00Dm0WwN1tCR019f0B6T006f0mM20Wwz01eQ0CKb0YBv
01QU17eS
1tET
1tDn1tE71tEh
1tCj00Cw01K8019f1tDW0ZHJ1tF01tFh1tGE01eQ0YGm0YBv04t3
1tCj00Cw1Spg1tGk1tH91tHa01K8019f1tDW0ZHJ006f1tF01tFh1tGE01eQ0YGm0YBv04t3
00Cw01K80Yzv019f0egr006q0YmZ01eQ0YGm0YBv0tMq
00Cw01K80Yzv1tI2019f006f0egr006q0YmZ01eQ0YGm0YBv0tMq
00Cw01K80Yzv1tI2019f006f1tIT0egr006q0YmZ01eQ0YGm0YBv0tMq
00Cw0-R40Z4w1Spg0WxW00Dm019f006q01eQ0CKb0YBv
00Cw0-R40Z4w1Spg0WxW00Dm019f006f006q01eQ0CKb0YBv
00Cw0-R40Z4w1Spg0WxW00Dm1tJ0019f006f006q01eQ0CKb0YBv
00Cw0-R400Dm019f01eQ0CKb
00Cw0-R400Dm019f006f01eQ0CKb
00Cw0WxW01K80ln20WzV01eQ0YGm0YGz
00Cw0WxW01K8006f0ln20WzV01eQ0YGm0YGz
00Cw0WxW01K81saK006f0ln20WzV01eQ0YGm0YGz
00Cw05VR0MAG0WxW00Dm0Wwz0WzV006q01eQ0CKb0YBv
00Cw05VR0MAG0WxW00Dm006f0Wwz0WzV006q01eQ0CKb0YBv
00Cw05VR00Dm0tjG0WzV006q01eQ0CKb0YBv0Ymo
00Cw05VR00Dm006f0tjG0WzV006q01eQ0CKb0YBv0Ymo
1tJP1sct
00Cw05VR1tJp00Dm1saK006f0tjG0WzV006q01eQ0CKb0YBv0Ymo
0KC3
0YYf19bt1tKB1tKh1tL60ZCw00yy0ZHJ1tLQ1tLk
1tMB0Yzv1tMa00yy0ZHJ0ZrX1tN7
00Cw1tNP00Dm019f006q01eQ0CKb0YBv02b0
00Cw1tNP00Dm019f006f006q01eQ0CKb0YBv02b0
01JK00yy
00Dm1tNi1t8q0YGz
00Dm006f1tNi1t8q0YGz
006f01eQ0YGm0Au311_t02b00X4e
1tXn0uu01tY0
1tYL
0X3F02870X3c0X3x02U70EMB
00Cw0X0X0X0r1tN_1tOY1tOv00Dm1tPH1tPj1tQ91tQb1tQw1tRK1tRn1tSE1tST01eQ0CKb0Au30AvP1tSq1tTV1tTo1tU51tUT1tUx1tVP1tVu1tWZ1tWy1tXK1tYu1tZO1tZy1tab1tbD1tbm1tcK1tcz1tdb1te81teZ1tf41tff1tg71tgX1tg_1thI1thb1thz1tiR1tiv1tjO1tk31tkS1tkq1tlH1tln1tmL1tm-1tnc1to91toj1tpM1tp-1tqX1tqy1trT1ts21tsW1tsw1ttO02b01ttr10J-
1tuB1tuU1tup1tXn0uu01tY0
1tvC
00Cw0X0X0X0r1tN_1tOY1tOv00Dm1tPH1tPj1tQ91tQb1tQw006f1tRK1tRn1tSE1tST01eQ0CKb0Au30AvP1tSq1tTV1tTo1tU51tUT1tUx1tVP1tVu1tWZ1tWy1tXK1tvl1tZO1tZy1tab1tbD1tbm1tcK1tcz1tdb1te81teZ1tf41tff1tg71tgX1tg_1thI1thb1thz1tiR1tiv1tjO1tk31tkS1tkq1twF1tln1tmL1tm-1tnc1to91toj1tpM1tp-1tqX1tqy1trT1ts21tsW1tsw1twl1ttO02b01ttr1tx410J-
11EJ00Dm1txR
11EJ00Dm006f1txR
0X5d00Cw0Aho00Dm01eQ0CKb0JRa
0X5d00Cw0Aho00Dm006f01eQ0CKb0JRa
00Dm0tMq1txm
00Dm006f0tMq1txm
00Dm0SyH0YGz1txm
00Dm006f0SyH0YGz1txm
1ty202b0
1tyA1tyb1ty-1tzF
00Cw1tzc00Dm019f
00Cw1t-100Dm019f
00Cw00Dm1t-V019f
1t-x1t_602b0
00Cw00Dm0beF019f1t_H1t_b1t_n01eQ0CKb
1tyA1t__1tzF
00Cw00Dm019f1u0N
00Cw00Dm019f1u0o
00Cw00Dm0beF019f1t_H01eQ0CKb
1u1C0B6T1u1V02RK
1u1g00Cw00Dm0beF019f01eQ0CKb
0oWL1tyA0tsM1tzF
00Cw00Dm019f1u22
1tyA1tzF
00Cw00Dm019f1u2S
1u3k
1u3R1u49
1u571u5Q0B6T1u1V02RK
00Cw1u3000Dm1u4b0beF019f1u5s01eQ0CKb
00Cw00Dm019f1u65
1tzc00Dm019f
1tzc00Dm019f006f
1t-100Dm019f
1t-100Dm019f006f
00Cw00Dm1u6V019f
00Cw00Dm1u6V019f006f
00Cw00Dm0beF019f1u6w1t_b1t_n01eQ0CKb
00Cw00Dm0beF019f1u6w1t_b1t_n006f01eQ0CKb
00Dm019f1u0N
00Dm019f1u0N006f
00Dm019f1u0o
00Dm019f1u0o006f
00Cw00Dm0beF019f1u6w01eQ0CKb
00Cw00Dm0beF019f1u6w006f01eQ0CKb
1u1g00Cw00Dm0beF019f006f01eQ0CKb
00Cw00Dm019f006f1u22
00Dm019f1u7D
00Dm019f006f1u7D
00Cw1u3000Dm1u4b0beF019f1u7m01eQ0CKb
00Cw1u3000Dm1u4b0beF019f006f1u7m01eQ0CKb
00Dm05Sk0YSR1u7-
00Dm006f05Sk0YSR1u7-
00Dm019f1u8C
00Dm019f006f1u8C
1u8b0X721u8n
1u8b006f0X721u8n
1u9300Cw05Wm00Dm1u9H1u9d00hb0Y_s0X7201eQ0CKb
1u9300Cw05Wm00Dm1u9H1u9d00hb0Y_s006f0X7201eQ0CKb
1u9r
00Cw05Wm00Dm1u9d00hb0Y_s1uA50X7201eQ0CKb
00Cw05Wm00Dm1u9d00hb0Y_s006f1uA50X7201eQ0CKb
0ttd0ZAP0908
1uB3
1uBT
1uCJ1uCl1uD0
1uDP
1uC11uDr1uE71uER1uEn
1uFM
1uFd
1uH60qfz
1uGv1uHR
1uIx
1uJX1uJn1uK6
1uKR1uKr1uL4
1uL4
1uJX1uM31uMO
1uMj1uKr1uL4
1uH6
1uJX1uOj
1uOG1uP01uKr1uIx
1uRO
1uIR1uJG1uLP1uLj1uN71uNO1uNq1uPQ1uPm1uQ31uQS1uQs1uRk1uS7
0B6T02b0
1uSS1tyb1uSt1uT8
1uU91uHR
1uH60qfz1uUx
00Er1uV7
09080X72
1uSS1u9r1uT8
00Er1uSS1uT8
0oWL1uSS0tsM1uT8
1uSS1uYn1uT8
1uSS1uT8
1uHx1uTe1uUR1uVk1uWL1uWt1uXP1uYB1uZ61uZd
1ua7
1uaT1uHx1uTe1uUR1uVk1uWL1uat1ubH1uWt1uXP1uYB1uZ61uZd
1ubg
1uc01uHx1uTe1uUR1uVk1uWL1ucQ1ucq1uWt1uXP1uYB1uZ61uZd
1udD
019f1uT8
1uT8
1uf61ufP1ufo1ug51ugT1uNO1uNq1ugi1uh81uhZ1uhy
1uem1uiH1uie1uHR0b5l1uj1
1udZ1uHx1uTe1uUR1uVk1uWL1udz1ueN1ujY1uWt1uXP1uYB1uZ61uZd
1ukP0beF1ukt
1uF31uGA019f0B6T1uGb1uk31ulJ
00Cw1Qf41uAb05Wm00Dm1u9d00hb0Y_s1uln0X7201eQ0CKb1ulJ
1uF31uGA019f0B6T1uGb1ul_1ulJ
00Cw1Qf41uAb05Wm00Dm1u9d00hb0Y_s006f1umH1umV0X7201eQ0CKb1ulJ
0oYc1ums
1umj1un21unL
1und
1uo31uoT
1upE
1uC11uDr1uE71uER1uEn1upY
1upt1uGA019f0B6T1uGb1ul_1ulJ
00Cw1Qf41uAb05Wm00Dm1u9d1uok00hb0Y_s006f1uqA1umV0X7201eQ0CKb1ulJ
1uqt
1urO1urm1usF1usc1ut4
1utf
1uvt1uw6
0KGt1uux1uvP1uwK
1uwc
1uC11uDr
1uyK1uyc
1u-N
04mR
1u-d1u_21u_Q1u_r1v051v0b
1v1V1v1p
1v2X019f1v2q
1v2X04mR1v2q
1v3h1v3z
1v271v371v3Q1v4F
1uzJ1uza1uzz1v101v4d
1v611u_r1v6S
1uza1v5p1v6t1v4d
1v811v8S
1v571v7M1v8m1v9Z1u_Q1L8L1v0b
1vAL019f
1v9n019f1vAl1uj10XCB05bR
00Er1vAl
1udZ1uHx1uTe1uUR1uVk1uWL1vBI1udz1ueN1ujY1uWt1uXP1vBx1uYB1uZ61uZd
1uy11uGA1uuU019f1uyt0B6T1uGb1vCc1ulJ
1uqO00Cw1ut_0X7a1uGA1uuU1uAb1ux31uxc05Wm00Dm1u9d00hb0Y_s1vCy1vDA0X7201eQ0CKb1vDN1ulJ
1uy11uGA1uuU019f1uyt0B6T1uGb1vDf1ulJ
1uqO00Cw1ut_0X7a1uGA1uuU1uAb1ux31uxc05Wm00Dm1u9d00hb0Y_s006f1vDx1vDA0X7201eQ0CKb1vDN1ulJ
1vE91uGA1uuU019f1uyt0B6T1uGb1vDf1ulJ
1uqO00Cw1ut_0X7a1uGA1uuU1uAb1ux31uxc05Wm00Dm1u9d1uok00hb0Y_s006f1vES1vDA0X7201eQ0CKb1vDN1ulJ
00Dm05Sk0YSR1vEg
00Dm006f05Sk0YSR1vEg
1vG6
1vFf1vGK
0eyO1vGr1vHB
1vFL1vHQ
1uPm1uQ31uQS1uS7
00Dm1vEv1vHj1vI805Sk
00Dm1vEv1vHj1vI8006f05Sk
1vIc
1vIz
1uCJ1uCl1vJj
1vK6
1vJU1vKV1vKk1vK_1vLI
1vLn
1vN31vNI
1vOD
1uGv1vOp
1vQA
1vQk1uJn1uK6
1vQx1uKr1uL4
1vQk1uM31uMO
1vRZ1uKr1uL4
1vQk1vSz
1uOG1vTH1uKr1vQA
1vPj1vQW1vRI1uLj1vRw1vSB1vSa1vTe1vTx1vUB1Rvd1vUX1vV01vVM
1vVe1tyb1uSt1vW0
1uU91vOp
00Er1vXO
1vY_1vZN1vZi1u_r1va41vaX
1vbL1vbi1vby1vcA
1uzJ1uza1uzz1vav1vcV
1vdb
1vdr1veS1vei
1ve_
1vfI1vfr
1vZi1u_r1vaX
1uza1v5p1vgy1vcV
1vi01v8S
1vcy1vgE1vhO1viS1v9Z1vZi1vjC1vaX
1vk1019f
1vVe1u9r1vW0
00Er1vVe1vW0
0oWL1vVe0tsM1vW0
1vVe1vmd1vW0
1vVe1vW0
1vPG1vWT1vWx1vXy1vYW1vks1vlL1vm41vmz1vnR
1vjT019f1vkO1vnu0XCB05bR
019f1vW0
1vW0
1vp_1vqC1vqS1vqo1vr21vrN1vSB1vSa1vrZ1vry1vsK1vsg
1vpf1vsy1vtH1vOp0b5l1vnu
00Er1vu91vkO
1vOS1vPG1vWT1vWx1vXy1vYW1voM1voy1vpJ1vth1vks1vlL1vuW1vm41vmz1vnR
1vLX1vMH1vMf019f1vNW0B6T006f1vNv1vv80YBv1vvR1vEg
019f1vkO0XCB05bR
00Er1vkO
1vvs1vwI0B6T006f1vwc0YAJ0YBv1vEg
1vcy1vgE1vhO1viS
1vx4019f1vkO0XCB05bR
1vxe1vwI0B6T006f1vwc0YAJ0YBv1vvR1vEg
1vz102b0
00Cw1vy41vyO02Nr1vye0ej400Dm1vzI05oT019f1vzm1v-4
0YeR0ej41v-c00Dm1v-p
01QU1v_4006f
02GF00wD01Lo
1v_N01QU04-S1v_p1v_41w051w0c006f
1w0s0Uqc1w170F2L1w1N019f1v_4006f01GE
00Cw1w1x1w2D1w2a1w2u0XX90XHc1w3U0g8i1w3x1w4E0SmM006f01GE01eQ0YGm0YGz
0xIB1w4a0TMr1w4l1w0s0pPR0Uqc1w170emq1w1N1w4z1w5a0YW51w610en21w6E1w6i019f1w781v_41qwc006f01GE1w7I1w7S04bx1w7f1ekZ
0l1v01K808bM01GE01eQ0YGm0YGz
0l1v01K808bM006f01GE01eQ0YGm0YGz
01QU1w7t
0YIf0Wr6
1w9v03vB1wAN
1wB61wBT1wBr1wCA1wCV
1wDo1wE91wEX1wEq1wF91wFS1wFl1wG6
1wH81wHa1wHo1wIC1wId
1w8L07e21w8v0XG-0XX90XHK0XHc07g10XHu00Dm1w9d0GK51wAg1wCs0ehD01eQ0CKb1wDR1wGW1wJE1wJu1wKR0XSn1wKt
1w8L07e21w8v0XG-0XX90XHK0XHc07g10XHu00Dm1w9d006f0GK51wAg1wCs0ehD01eQ0CKb1Dc81wDR1wGW1wJE1wJu1wKR0XSn1wKt
1wL90MjO
1wLX1wL-
1wMU1wDo1wE91wEX1wEq1wF91wFS1wFl1wG6
1w8L07e21w8v0XG-0XX90XHK0XHc07g10XHu00Dm1w9d006f0GK51wAg1wCs0ehD01eQ0CKb1Dc81wDR1wN11wJE1wJu1wKR0XSn1wKt
05Wm0Eu8
05Wm00Dm019f1wNf01eQ0CKb
05Wm00Dm019f006f1wNf01eQ0CKb
1wNu02U7
1wOd
1wPI1wPf1wQ01wQQ
1wS31wSZ1wT8
1wO91K7g1wP01wQo004h0g0y07fn1wRA1wRM0Uyo006f1wRX1wRn01GE01eQ0YGm1wTd0YBv
1wVU1wVp1wWB1wWR1wX9
1K7g0XWu07fn00Dm074t1wU101GE01eQ0CKb0YBv0FNF1wUZ1wV51wXX
1K7g0XWu07fn00Dm074t006f1wU101GE01eQ0CKb0YBv0FNF1wUZ1wV51wXX
1cui1wY21wYT1wYl1wZ701eQ0YGm
1cui1wY21wYT1wYl1wZ7006f01eQ0YGm
1wZV1wZt006f
1wcR1wci1wd31wdJ
1weU1wez
1wbm1wc71wda1wdy1weE1wfS
1wab1wb01wbP1wfy
1cui1wY21wZ71wa505Wm0pPR1wgU01eQ0YGm
1cui1wY21wZ71wa505Wm0pPR1wgU006f01eQ0YGm
1wh61wZt006f
1whc1wh_0uqJ1wiT1wZt006f01eQ0YGm
05Wm19Dy
1cui1wY21wZ705Wm0pPR1wit1wjH01eQ0YGm
1cui1wY21wZ705Wm0pPR1wit1wjH006f01eQ0YGm
1wjY1wZt006f
1wY21wjy0bXs0YmZ01eQ0YGm0tMq
1wY21wjy006f0bXs0YmZ01eQ0YGm0tMq
1wkK1wZt006f
1cui1Dvx1wki1wl5018W1wZ71wa50aN50Mwt1wit1wlL1wjy1wln1wl_1wmI006f1wmZ1wmq03Rt01eQ0YGm0YBv1wnA1wnT1wo1
1vQk1woM
05Yj1s6m1wou0jUp1wpC
1wpV
1cui1wY21wZ70ej41woY1wph006f1wmq01eQ0YGm
1wZt006f1wq6
0b090I8U1wqS1wql1wr30R-K
1wY21wrE006f01eQ0YGm1wnA
1wZt006f1ItJ
1wY21F_A01eQ0YGm1wnT
1wY21F_A006f01eQ0YGm1wnT
1wZt006f1wrZ
05eP01e10ZCw
1ws71wsQ
1wv-1wwN1wwn1wx1
1cui1wY21wsj1wtR1wZ71wth1wu11wuY1wus1wvS1wvj01eQ0YGm1wxG1wxl1wo1
1cui1wY21wsj1wtR1wZ71wth1wu11wuY1wus1wvS1wvj006f01eQ0YGm1wxG1wxl1wo1
1wZt006f1wy1
00Dm0Gvu02b0
00Dm0Gvu006f02b0
1wyh1wy_
00Cw1wyM0F2X00Dm1wzP01eQ0CKb
00Cw1wyM0F2X00Dm1wzP006f01eQ0CKb
1wzy1w-Q
1w-v
019f006f1w_G
1w_U05oT0sRM0sRf1w_z
1w_U05oT0sRM0sRf1w_z006f
00Cw0e0T1x0K0oxi0alE00Dm0B6T1x0Y05Sk1x0q0BR61x1101eQ0CKb1x1H1x1T
00Cw0e0T1x0K0oxi0alE00Dm0B6T006f1x0Y05Sk1x0q0BR61x1101eQ0CKb1x1H1x1T
0gM601K8006f0YFj
"""#,
    types: #"""
daws_account_primary_contact 0000000000000000000000000000
daws_account_regions --------000-000-000-000-000-
daws_accountaccess_application ------------------------001P
daws_accountaccess_entitlements ------------------------003F
daws_acm_certificate 003W004D004D004D004D004D004D
daws_acmpca_certificate 004-005J005J005J005J005J005J
daws_acmpca_certificate_authority 006J007C008h008h008h008h008h
daws_agentregistry_registry ------------------------00Bi
daws_alb 00D900FI00FI00FI00Hd00Hd00Hd
daws_alb_listener 00N100On00On00On00On00On00On
daws_alb_target_group 00QS00Rv00Rv00Rv00Rv00Rv00Rv
daws_ami 00U100Wg00Wg00Wg00Wg00Wg00Wg
daws_ami_ids 00ZR00a000a000a000a000a000a0
daws_api_gateway_api_key 00af00bI00bI00bI00bI00bI00bI
daws_api_gateway_api_keys 00ce00cv00cv00cv00cv00cv00cv
daws_api_gateway_authorizer 00dE00d_00d_00d_00d_00d_00d_
daws_api_gateway_authorizers 00eq00f100f100f100f100f100f1
daws_api_gateway_domain_name 00fR00gW00hf00hf00hf00hf00hf
daws_api_gateway_export 00is00jR00jR00jR00jR00jR00jR
daws_api_gateway_resource 00k400kP00kP00kP00kP00kP00kP
daws_api_gateway_rest_api 00k_00lm00lm00lm00lm00mb00mb
daws_api_gateway_sdk 00nY00o300o300o300o300o300o3
daws_api_gateway_vpc_link 00oe00p900p900p900p900p900p9
daws_apigatewayv2_api 00q700r400r400r400r400r400r4
daws_apigatewayv2_apis 00s500sQ00sQ00sQ00sQ00sQ00sQ
daws_apigatewayv2_export 00sp00tK00tK00tK00tK00tK00tK
daws_apigatewayv2_vpc_link 00tv00uM00uM00uM00uM00uM00uM
daws_appconfig_application ----00ut00ut00ut00ut00ut00ut
daws_appconfig_configuration_profile 00vL00w600w600w600w600w600w6
daws_appconfig_configuration_profiles 00wx00x800x800x800x800x800x8
daws_appconfig_environment 00xY00y700y700y700y700y700y7
daws_appconfig_environments 00ym00yz00yz00yz00yz00yz00yz
daws_appintegrations_event_integration 00zJ00zm00zm00zm00zm00zm00zm
daws_appmesh_gateway_route 011O012501250125012501250125
daws_appmesh_mesh 0139013k013k013k013k013k013k
daws_appmesh_route 017X018E018E018E018E018E018E
daws_appmesh_virtual_gateway 01DG01Dv01Dv01Dv01Dv01Dv01Dv
daws_appmesh_virtual_node 01Gz01Hc01Hc01Hc01Hc01Hc01Hc
daws_appmesh_virtual_router 01IT01J601J601J601J601J601J6
daws_appmesh_virtual_service 01KB01Kq01Kq01Kq01Kq01Kq01Kq
daws_apprunner_hosted_zone_id 01LX01LX01LX01LX01LX01LX01LX
daws_appstream_image 01N201OB01OB01OB01OB01OB01OB
daws_arcregionswitch_plan --------01PO01PO01PO01PO01PO
daws_arcregionswitch_route53_health_checks --------01QY01QY01QY01QY01QY
daws_arn 01Ql01Ql01Ql01Ql01Ql01Ql01Ql
daws_athena_named_query 01RC01Rb01Rb01Rb01Rb01Rb01Rb
daws_auditmanager_control 01Si01T_01T_01T_01T_01T_01T_
daws_auditmanager_framework 01U-01Vn01Vn01Vn01Vn01Vn01Vn
daws_autoscaling_group 01aB01c801c801c801c801c801c8
daws_autoscaling_groups 01eI01eZ01eZ01eZ01eZ01eZ01eZ
daws_availability_zone 01eu01fr01fr01fr01fr01fr01fr
daws_availability_zones 01gs01hV01hV01hV01hV01hV01hV
daws_backup_framework 01il01jK01jK01jK01jK01jK01jK
daws_backup_plan 01ky01mW01mW01mW01mW01mW01mW
daws_backup_report_plan 01nh01oG01oG01oG01oG01oG01oG
daws_backup_selection 01ov01pI01pI01pI01pI01pI01pI
daws_backup_vault 01pl01q801q801q801q801q801q8
daws_batch_compute_environment 01qk01rR01rR01rR01rR01rR01rR
daws_batch_job_definition 01zo01-h021G021G021G021G021G
daws_batch_job_queue 022d023K023K023K023K023K023K
daws_batch_scheduling_policy 024R024m024m024m024m024m024m
daws_bedrock_custom_model 025T026Y026Y026Y026Y026Y026Y
daws_bedrock_custom_models 027u028102810281028102810281
daws_bedrock_foundation_model 028E028t028t028t028t028t028t
daws_bedrock_foundation_model_agreement_offers --------------------02Ad02Ad
daws_bedrock_foundation_models 02BT02Bs02Bs02Bs02Bs02Bs02Bs
daws_bedrock_inference_profile 02CO02Cz02Cz02Cz02Cz02Cz02Cz
daws_bedrock_inference_profiles 02EB02EG02EG02EG02EG02EG02EG
daws_bedrock_use_case_for_model_access --------------------02ET02ET
daws_bedrockagent_agent_versions 02F802FH02FH02FH02FH02FH02FH
daws_billing_service_account 02FU02FU02FU02FU02FU02FU02FU
daws_billing_views ----02Fy02Fy02Fy02Fy02Fy02Fy
daws_budgets_budget 02I502JE02JE02JE02JE02JE02JE
daws_caller_identity 02KR02KR02KR02KR02KR02KR02KR
daws_canonical_user_id 02Ki02Ki02Ki02Ki02Ki02Ki02Ki
daws_ce_cost_category 02Mr02Mr02Mr02Mr02Mr02Mr02Mr
daws_ce_tags 02OZ02OZ02OZ02OZ02OZ02OZ02OZ
daws_chatbot_slack_workspace 02P002P902P902P902P902P902P9
daws_cloudcontrolapi_resource 02PM02Pl02Pl02Pl02Pl02Pl02Pl
daws_cloudformation_export 02QC02QT02QT02QT02QT02QT02QT
daws_cloudformation_stack 02Qo02RZ02RZ02RZ02RZ02RZ02RZ
daws_cloudformation_type 02SX02Tc02Tc02Tc02Tc02Tc02Tc
daws_cloudfront_cache_policy 02Va02Va02Va02Va02Va02Va02Va
daws_cloudfront_connection_group --------02W902W902W902W902W9
daws_cloudfront_distribution 02Ww02Xh02Xh02Xh02Xh02Xh02Xh
daws_cloudfront_distribution_tenant --------02ZQ02ZQ02ZQ02ZQ02ZQ
daws_cloudfront_function 02aJ02aJ02aJ02aJ02aJ02aJ02aJ
daws_cloudfront_log_delivery_canonical_user_id 02b002b002b002b002b002b002b0
daws_cloudfront_origin_access_control 02b902b902b902b902b902b902b9
daws_cloudfront_origin_access_identities 02bg02bg02bg02bg02bg02bg02bg
daws_cloudfront_origin_access_identity 02b_02b_02b_02b_02b_02b_02b_
daws_cloudfront_origin_request_policy 02cW02cW02cW02cW02cW02cW02cW
daws_cloudfront_realtime_log_config 02dJ02dJ02dJ02dJ02dJ02dJ02dJ
daws_cloudfront_response_headers_policy 02g902g902g902g902g902g902g9
daws_cloudhsm_v2_cluster 02h702ha02ha02ha02ha02ha02ha
daws_cloudtrail_service_account 02i502iI02iI02iI02iI02iI02iI
daws_cloudwatch_contributor_managed_insight_rules 02ir02i-02i-02i-02i-02i-02i-
daws_cloudwatch_event_bus 02jB02jj02jj02jj02jj02jj02jj
daws_cloudwatch_event_buses 02kd02km02km02km02km02km02km
daws_cloudwatch_event_connection 02kz02lM02lM02lM02lM02lM02lM
daws_cloudwatch_event_source 02lp02mC02mC02mC02mC02mC02mC
daws_cloudwatch_log_data_protection_policy_document 02nq02nq02nq02nq02nq02nq02nq
daws_cloudwatch_log_group 02oH02oo02oo02oo02oo02oo02oo
daws_cloudwatch_log_groups 02pR02pi02pi02pi02pi02pi02pi
daws_codeartifact_authorization_token 02q102qQ02qQ02qQ02qQ02qQ02qQ
daws_codeartifact_repository_endpoint 02qt02rG02rG02rG02rG02rG02rG
daws_codebuild_fleet 02so02u802u802u802u802u802u8
daws_codecatalyst_dev_environment 02va02wX02wX02wX02wX02wX02wX
daws_codecommit_approval_rule_template 02xY02y702y702y702y702y702y7
daws_codecommit_repository 02ym02zD02zD02zD02zD02zD02zD
daws_codeguruprofiler_profiling_group 02-902-k02-k02-k02-k02-k02-k
daws_codestarconnections_connection 02_N02_q02_q02_q02_q02_q02_q
daws_cognito_identity_pool 030Y031F031F031F031F031F031F
daws_cognito_user_group 0320032P032P032P032P032P032P
daws_cognito_user_groups 0337033K033K033K033K033K033K
daws_cognito_user_pool 036g038F038F038F038F038F038F
daws_cognito_user_pool_client 03AZ03C803C803C803C803C803C8
daws_cognito_user_pool_clients 03Dn03E203E203E203E203E203E2
daws_cognito_user_pool_signing_certificate 03EN03Ea03Ea03Ea03Ea03Ea03Ea
daws_cognito_user_pools 03Er03F603F603F603F603F603F6
daws_connect_bot_association 03Fa03Fn03Fn03Fn03Fn03Fn03Fn
daws_connect_contact_flow 03G203Gd03Gd03Gd03Gd03Gd03Gd
daws_connect_contact_flow_module 03HG03Hv03Hv03Hv03Hv03Hv03Hv
daws_connect_hours_of_operation 03Iy03JX03JX03JX03JX03JX03JX
daws_connect_instance 03KA03LB03LB03LB03LB03LB03LB
daws_connect_instance_storage_config 03NI03Nd03Nd03Nd03Nd03Nd03Nd
daws_connect_lambda_function_association 03O003OD03OD03OD03OD03OD03OD
daws_connect_prompt 03OU03Op03Op03Op03Op03Op03Op
daws_connect_queue 03PP03Q603Q603Q603Q603Q603Q6
daws_connect_quick_connect 03RV03S003S003S003S003S003S0
daws_connect_routing_profile 03T703U203U203U203U203U203U2
daws_connect_security_profile 03Ul03VK03VK03VK03VK03VK03VK
daws_connect_user 03WV03XG03XG03XG03XG03XG03XG
daws_connect_user_hierarchy_group 03Yd03Z803Z803Z803Z803Z803Z8
daws_connect_user_hierarchy_structure 03Zj03Zw03Zw03Zw03Zw03Zw03Zw
daws_connect_vocabulary 03aB03au03au03au03au03au03au
daws_controltower_controls 03bf03bs03bs03bs03bs03bs03bs
daws_cur_report_definition 03c703c703c703c703c703c703c7
daws_customer_gateway 03cy03df03df03df03df03df03df
daws_datapipeline_pipeline 03eQ03el03el03el03el03el03el
daws_datapipeline_pipeline_definition 03fz03gI03gI03gI03gI03gI03gI
daws_datazone_domain 03gh03hK03i103i103i103i103i1
daws_datazone_environment_blueprint 03io03jB03jB03jB03jB03jB03jB
daws_db_cluster_snapshot 03je03kz03kz03kz03kz03kz03kz
daws_db_event_categories 03mM03mZ03mZ03mZ03mZ03mZ03mZ
daws_db_instance 03n103po03sd03sd03sd03sd03sd
daws_db_instances 03vW03vr03vr03vr03vr03vr03vr
daws_db_parameter_group 03wE03wZ03wZ03wZ03wZ03wZ03wZ
daws_db_proxy 03xL03yA03z703z703z703z703z7
daws_db_snapshot 03-C03_r03_r03_r03_r03_r03_r
daws_db_subnet_group 041Y042304230423042304230423
daws_default_tags 042e042e042e042e042e042e042e
daws_devopsguru_notification_channel 042_043C043C043C043C043C043C
daws_devopsguru_resource_collection 043h044A044A044A044A044A044A
daws_directory_service_directory 045Y046d046d046d046d046d046d
daws_dms_certificate 047m048X048X048X048X048X048X
daws_dms_endpoint 04G604JX04JX04Ll04Ll04Ll04Ll
daws_dms_replication_instance 04NW04Of04Of04Of04Of04Of04Of
daws_dms_replication_subnet_group 04Ps04QN04QN04QN04QN04QN04QN
daws_dms_replication_task 04Qy04Rr04Rr04Rr04Rr04Rr04Rr
daws_docdb_engine_version 04So04TR04TR04TR04TR04TR04TR
daws_docdb_orderable_db_instance 04U804Uf04Uf04Uf04Uf04Uf04Uf
daws_dx_connection 04VE04V_04V_04V_04V_04V_04X5
daws_dx_gateway 04YE04YE04YZ04YZ04YZ04YZ04YZ
daws_dx_location 04Yy04ZL04ZL04ZL04ZL04ZL04ZL
daws_dx_locations 04Zo04Zx04Zx04Zx04Zx04Zx04Zx
daws_dx_router_configuration 04aX04aw04aw04aw04aw04aw04aw
daws_dynamodb_backups ------------04c004c004c004c0
daws_dynamodb_table 04e104gC04iZ04iZ04iZ04iZ04iZ
daws_dynamodb_table_item 04k804kX04kX04kX04kX04kX04kX
daws_dynamodb_tables 04k-04l304l304l304l304l304l3
daws_ebs_default_kms_key 04lC04lP04lP04lP04lP04lP04lP
daws_ebs_encryption_by_default 04lg04lt04lt04lt04lt04lt04lt
daws_ebs_snapshot 04m804nX04nX04nX04nX04nX04nX
daws_ebs_snapshot_ids 04o-04pN04pN04pN04pN04pN04pN
daws_ebs_volume 04pq04qz04qz04qz04qz04qz04qz
daws_ebs_volumes 04sE04sZ04sZ04sZ04sZ04sZ04sZ
daws_ec2_capacity_block_offering 04sy04tb04tb04tb04tb04tb04tb
daws_ec2_capacity_block_reservation --------------------04uv04uv
daws_ec2_client_vpn_endpoint 04xZ04z404z404_204_204_204_2
daws_ec2_coip_pool 050p051K051K051K051K051K051K
daws_ec2_coip_pools 051v052E052E052E052E052E052E
daws_ec2_host 052d053i053i053i055O055O055O
daws_ec2_hosts ----------------057905790579
daws_ec2_instance_type 058c05Ch05Ch05Ch05Ch05Ch05Ch
daws_ec2_instance_type_offering 05Gq05HD05HD05HD05HD05HD05HD
daws_ec2_instance_type_offerings 05Hk05IB05IB05IB05IB05IB05IB
daws_ec2_instance_types 05Ii05Iz05Iz05Iz05Iz05Iz05Iz
daws_ec2_local_gateway 05JI05Jl05Jl05Jl05Jl05Jl05Jl
daws_ec2_local_gateway_route_table 05KG05Kn05Kn05Kn05Kn05Kn05Kn
daws_ec2_local_gateway_route_tables 05LM05Lh05Lh05Lh05Lh05Lh05Lh
daws_ec2_local_gateway_virtual_interface 05M405Mn05Mn05Mn05NY05NY05NY
daws_ec2_local_gateway_virtual_interface_group 05OR05Oq05Oq05Oq05Oq05Oq05Oq
daws_ec2_local_gateway_virtual_interface_groups 05PH05Pg05Pg05Pg05Pg05Pg05Pg
daws_ec2_local_gateways 05LM05Lh05Lh05Lh05Lh05Lh05Lh
daws_ec2_managed_prefix_list 05QG05Qz05Qz05Qz05Qz05Qz05Qz
daws_ec2_managed_prefix_lists 05Rk05R_05R_05R_05R_05R_05R_
daws_ec2_network_insights_analysis 05Z305a405a405a405a405a405a4
daws_ec2_network_insights_path 05bZ05cW05cW05cW05cW05cW05cW
daws_ec2_public_ipv4_pool 05do05eJ05eJ05eJ05eJ05eJ05eJ
daws_ec2_public_ipv4_pools 05eu05f905f905f905f905f905f9
daws_ec2_serial_console_access 04lg04lt04lt04lt04lt04lt04lt
daws_ec2_service_link_virtual_interface ------------05fU05fU05fU05fU
daws_ec2_service_link_virtual_interfaces ------------05gN05gN05gN05gN
daws_ec2_spot_price 05ge05h505h505h505h505h505h5
daws_ec2_transit_gateway 05hc05il05il05il05il05il05il
daws_ec2_transit_gateway_attachment 05k005kr05kr05kr05kr05kr05kr
daws_ec2_transit_gateway_attachments 05LM05Lh05Lh05Lh05Lh05Lh05Lh
daws_ec2_transit_gateway_connect 05lk05mF05mF05mF05mF05mF05mF
daws_ec2_transit_gateway_connect_peer 05mq05nf05nf05nf05nf05nf05nf
daws_ec2_transit_gateway_dx_gateway_attachment 05oY05o_05o_05o_05o_05o_05o_
daws_ec2_transit_gateway_multicast_domain 05po05qp05qp05qp05qp05qp05qp
daws_ec2_transit_gateway_peering_attachment 05ru05sX05sX05sX05sX05sX05sX
daws_ec2_transit_gateway_peering_attachments 05tE05tV05tV05tV05tV05tV05tV
daws_ec2_transit_gateway_route_table 05tq05uL05uL05uL05uL05uL05uL
daws_ec2_transit_gateway_route_table_associations 05uw05vF05vF05vF05vF05vF05vF
daws_ec2_transit_gateway_route_table_propagations 05uw05vF05vF05vF05vF05vF05vF
daws_ec2_transit_gateway_route_table_routes 05vz05wE05wE05wE05wE05wE05wE
daws_ec2_transit_gateway_route_tables 05LM05Lh05Lh05Lh05Lh05Lh05Lh
daws_ec2_transit_gateway_vpc_attachment 05wZ05xO05xO05xO05xO05xO05xO
daws_ec2_transit_gateway_vpc_attachments 05tE05tV05tV05tV05tV05tV05tV
daws_ec2_transit_gateway_vpn_attachment 05yH05yg05yg05yg05yg05yg05yg
daws_ecr_authorization_token 05z705za05za05za05za05za05za
daws_ecr_image 05-505-k05-k05-k05-k05-k05-k
daws_ecr_images ----05_a05_a05_a05_a05_a05_a
daws_ecr_lifecycle_policy_document 060a060a061a061a061a061a061a
daws_ecr_pull_through_cache_rule 061j062A062A062A062A062A062A
daws_ecr_repositories 062h062q062q062q062q062q062q
daws_ecr_repository 063F064106410641064106410641
daws_ecr_repository_creation_template 064o065V065V065V065V065V065V
daws_ecrpublic_authorization_token 066K066f066f066f066f066f066f
daws_ecrpublic_images ----067i067i067i067i067i067i
daws_ecs_cluster 0686068l068l068l068l068l068l
daws_ecs_clusters 069S069X069X069X069X069X069X
daws_ecs_container_definition 069g06AN06AN06AN06AN06AN06AN
daws_ecs_service 06B806G506G506G506G506G506JL
daws_ecs_task_definition 06Mu06OL06OL06QW06QW06QW06QW
daws_ecs_task_execution 06Tw06VW06VW06VW06VW06VW06VW
daws_efs_access_point 06XO06Xz06Xz06Xz06Xz06Xz06Xz
daws_efs_access_points 06Yc06Yt06Yt06Yt06Yt06Yt06Yt
daws_efs_file_system 06ZU06aZ06aZ06aZ06aZ06aZ06aZ
daws_efs_mount_target 06bi06cb06cb06cb06cb06cb06cb
daws_eip 06dg06ex06ex06ex06ex06ex06ex
daws_eips 06gG06gf06gf06gf06gf06gf06gf
daws_eks_access_entry 06h606hp06hp06hp06hp06hp06hp
daws_eks_access_policies ------------------------06ij
daws_eks_addon 06i_06ji06ji06ji06ji06ji06ji
daws_eks_addon_version 06kT06ko06ko06ko06ko06ko06ko
daws_eks_cluster 06nD06ol06ol06ol06ol06rS06u6
daws_eks_cluster_auth 06vx06w806w806w806w806w806w8
daws_eks_cluster_versions 06w-06xN06xN06xN06xN06xN06-_
daws_eks_clusters 06_S06_b06_b06_b06_b06_b06_b
daws_eks_node_group 070U071l073H073H073H074x074x
daws_eks_node_groups 076O076b076b076b076b076b076b
daws_elastic_beanstalk_application 0777077S077S077S077S077S077S
daws_elastic_beanstalk_hosted_zone 02b0077r077r077r077r077r077r
daws_elastic_beanstalk_solution_stack 077-078F078F078F078F078F078F
daws_elasticache_cluster 079A07Al07Al07Al07Al07Al07Al
daws_elasticache_replication_group 07CO07E607E607E607E607E607E6
daws_elasticache_reserved_cache_node_offering 07FV07Fu07Fu07Fu07Fu07Fu07Fu
daws_elasticache_serverless_cache 07Gz07I207I207I207I207I207I2
daws_elasticache_service_update_actions --------------------07Ju07Ju
daws_elasticache_service_updates --------------------07K-07K-
daws_elasticache_subnet_group 07LB07Le07Le07Le07Le07Le07Le
daws_elasticache_user 07MI07Mp07Mp07Mp07Mp07Mp07Mp
daws_elasticsearch_domain 07P_07RS07RS07RS07RS07RS07RS
daws_elb 07Tu07VD07VD07VD07VD07VD07VD
daws_elb_hosted_zone_id 02b0077r077r077r077r077r077r
daws_elb_service_account 02i502iI02iI02iI02iI02iI02iI
daws_emr_release_labels 07Wl07Wy07Wy07Wy07Wy07Wy07Wy
daws_emr_supported_instance_types 07Xw07Yq07Yq07Yq07Yq07Yq07Yq
daws_emrcontainers_virtual_cluster 07ZN07Zu07Zu07Zu07Zu07Zu07Zu
daws_fis_experiment_templates 07aT07ac07ac07ac07ac07ac07ac
daws_fsx_ontap_file_system 07bE07ch07ch07ch07ch07ch07eC
daws_fsx_ontap_storage_virtual_machine 07gb07hQ07hQ07hQ07hQ07hQ07hQ
daws_fsx_ontap_storage_virtual_machines 07iJ07iW07iW07iW07iW07iW07iW
daws_fsx_openzfs_snapshot 07in07jQ07jQ07jQ07jQ07jQ07jQ
daws_fsx_windows_file_system 07kK07lz07lz07lz07lz07lz07ng
daws_globalaccelerator_accelerator 07pn07qU07qU07qU07qU07qU07qU
daws_globalaccelerator_custom_routing_accelerator 07rB07rB07rB07rB07rB07rB07rB
daws_glue_catalog ------------07tJ07tJ07tJ07tJ
daws_glue_catalog_table 07x207yB07yB07yB07yB07yB07yB
daws_glue_connection 07zb07-I07-I080X080X080X080X
daws_glue_data_catalog_encryption_settings 081r082208220822082208220822
daws_glue_registry 082J082W082W082W082W082W082W
daws_glue_script 083S083r083r083r083r083r083r
daws_grafana_workspace 084I085d085d0870087008700870
daws_guardduty_detector 088p089G089G089G089G089G089G
daws_guardduty_finding_ids 089n08A208A208A208A208A208A2
daws_iam_access_keys 08Aa08Aa08Aa08Aa08Aa08Aa08Aa
daws_iam_account_alias 08An08An08An08An08An08An08An
daws_iam_group 08BB08BB08BB08BB08BB08BB08BB
daws_iam_instance_profile 08Ba08Ba08Ba08Ba08Ba08Ba08Ba
daws_iam_instance_profiles 08C508C508C508C508C508C508C5
daws_iam_openid_connect_provider 08CQ08CQ08CQ08CQ08CQ08CQ08CQ
daws_iam_outbound_web_identity_federation ------------08Cp08Cp08Cp08Cp
daws_iam_policy 08Cu08Cu08Cu08Cu08Cu08Cu08Cu
daws_iam_policy_document 08ES08ES08ES08ES08ES08ES08ES
daws_iam_principal_policy_simulation 08Fu08Fu08Fu08Fu08Fu08Fu08Fu
daws_iam_role 08Gs08Gs08Gs08Gs08Gs08Gs08Gs
daws_iam_role_policies ------------08Hd08Hd08Hd08Hd
daws_iam_role_policy_attachments ------------08Hv08Hv08Hv08Hv
daws_iam_roles 08I608I608I608I608I608I608I6
daws_iam_saml_provider 08IR08IR08Iu08Iu08Iu08Iu08Iu
daws_iam_server_certificate 08JP08JP08JP08JP08JP08JP08JP
daws_iam_session_context 08K608K608K608K608K608K608K6
daws_iam_user 08KV08KV08KV08KV08KV08KV08KV
daws_iam_user_ssh_key 08Ky08Ky08Ky08Ky08Ky08Ky08Ky
daws_iam_users 08I608I608I608I608I608I608I6
daws_identitystore_group 08Lz08MU08MU08MU08MU08MU08MU
daws_identitystore_group_memberships 08NL08NY08NY08NY08NY08NY08NY
daws_identitystore_groups 08O808OH08OH08OH08OH08OH08OH
daws_identitystore_user 08Pb08Qo08Qo08R_08R_08R_08R_
daws_identitystore_users 08UH08UQ08UQ08Vi08Vi08Vi08Vi
daws_imagebuilder_component 08Vv08Ws08Ws08Ws08Ws08Ws08Ws
daws_imagebuilder_components 08Xt08YC08YC08YC08YC08YC08YC
daws_imagebuilder_container_recipe 08Zo08ax08ax08ax08ax08ax08ax
daws_imagebuilder_container_recipes 08Xt08YC08YC08YC08YC08YC08YC
daws_imagebuilder_distribution_configuration 08eo08fJ08fJ08fJ08fJ08fJ08fJ
daws_imagebuilder_distribution_configurations 08fu08g908g908g908g908g908g9
daws_imagebuilder_image 08hW08ib08ib08ib08ib08ib08ib
daws_imagebuilder_image_pipeline 08jt08l408l408l408l408l408l4
daws_imagebuilder_image_pipelines 08fu08g908g908g908g908g908g9
daws_imagebuilder_image_recipe 08n708o008o008o008o008o008o0
daws_imagebuilder_image_recipes 08Xt08YC08YC08YC08YC08YC08YC
daws_imagebuilder_infrastructure_configuration 08pf08qo08qo08qo08qo08qo08qo
daws_imagebuilder_infrastructure_configurations 08fu08g908g908g908g908g908g9
daws_inspector_rules_packages 08r_08s808s808s808s808s808s8
daws_instance 08ua08xf08xf08xf08xf08xf08xf
daws_instances 08-s08_R08_R08_R08_R08_R08_R
daws_internet_gateway 090D090k090k090k090k090k090k
daws_iot_endpoint 091J091W091W091W091W091W091W
daws_iot_registration_code 091n091w091w091w091w091w091w
daws_ip_ranges 0927092709270927092709270927
daws_ivs_stream_key 092e092z092z092z092z092z092z
daws_kendra_experience 093w094l094l094l094l094l094l
daws_kendra_faq 095n096k096k096k096k096k096k
daws_kendra_index 099_09B809B809B809B809B809B8
daws_kendra_query_suggestions_block_list 09CL09DI09DI09DI09DI09DI09DI
daws_kendra_thesaurus 09EJ09FK09FK09FK09FK09FK09FK
daws_key_pair 09GP09HA09HA09HA09HA09HA09HA
daws_kinesis_firehose_delivery_stream 09H_09IC09IC09IC09IC09IC09IC
daws_kinesis_stream 09IY09JN09JN09JN09KT09KT09KT
daws_kinesis_stream_consumer 09LU09Lt09Lt09Lt09Lt09Lt09Lt
daws_kms_alias 09MO09Mj09Mj09Mj09Mj09Mj09Mj
daws_kms_ciphertext 09N609NR09NR09NR09NR09NR09NR
daws_kms_custom_key_store 09Nq09OH09OH09OH09OH09OH09OH
daws_kms_key 09P809Qb09Qb09Qb09Qb09Qb09Qb
daws_kms_public_key 09S609Sl09Sl09Sl09Sl09Sl09Sl
daws_kms_secret 09Tj09Ts09Ts09Ts09Ts09Ts09Ts
daws_kms_secrets 09US09Uf09Uf09Uf09Uf09Uf09Uf
daws_lakeformation_data_lake_settings 09V309Vq09Vq09Vq09Vq09Vq09Vq
daws_lakeformation_permissions 09YP09ZE09ZE09ZE09ZE09ZE09ZE
daws_lakeformation_resource 09a709aO09aO09aO09aO09aO09aO
daws_lambda_alias 09av09bM09bM09bM09bM09bM09bM
daws_lambda_code_signing_config 09c109cU09cU09cU09cU09cU09cU
daws_lambda_function 09dv09gY09i_09i_09i_09i_09i_
daws_lambda_function_url 09lv09mc09mc09mc09mc09mc09mc
daws_lambda_functions 09nN09na09na09na09na09na09na
daws_lambda_invocation 09nr09oA09oA09oA09oA09oA09oA
daws_lambda_layer_version 09od09pi09pi09qr09qr09qr09qr
daws_lambdamicrovms_image_version ------------------------09tY
daws_launch_configuration 09wF09xO09xO09xO09xO09xO09xO
daws_launch_template 0A0k0A3q0A740A740A740A740AB2
daws_lb 00D900FI00FI00FI00Hd00Hd00Hd
daws_lb_hosted_zone_id 0ADd0ADq0ADq0ADq0ADq0ADq0ADq
daws_lb_listener 00N100On00On00On00On00On00On
daws_lb_listener_rule 0AHU0AK50AK50AK50AK50AK50AL8
daws_lb_target_group 00QS00Rv00Rv00Rv00Rv00Rv00Rv
daws_lb_trust_store 0ALf0ALs0ALs0ALs0ALs0ALs0ALs
daws_lbs 0AM70AMK0AMK0AMK0AMK0AMK0AMK
daws_lex_bot 0AMb0ANg0ANg0ANg0ANg0ANg0ANg
daws_lex_bot_alias 0AOp0APO0APO0APO0APO0APO0APO
daws_lex_intent 0AQ10AQc0AQc0AQc0AQc0AQc0AQc
daws_lex_slot_type 0ARO0ARz0ARz0ARz0ARz0ARz0ARz
daws_licensemanager_grants 0ASc0ASp0ASp0ASp0ASp0ASp0ASp
daws_licensemanager_received_license 0AUR0AVS0AVS0AVS0AVS0AVS0AVS
daws_licensemanager_received_licenses 0ASc0ASp0ASp0ASp0ASp0ASp0ASp
daws_location_geofence_collection 0AWX0AX20AX20AX20AX20AX20AX2
daws_location_map 0AXi0AYD0AYD0AYD0AYD0AYD0AYD
daws_location_place_index 0AYt0AZS0AZS0AZS0AZS0AZS0AZS
daws_location_route_calculator 0Aa50Aac0Aac0Aac0Aac0Aac0Aac
daws_location_tracker 0AbB0Abm0Abm0Abm0Abm0Abm0Abm
daws_location_tracker_association 0AcP0Acc0Acc0Acc0Acc0Acc0Acc
daws_location_tracker_associations 0Act0Ad40Ad40Ad40Ad40Ad40Ad4
daws_media_convert_queue 0AdL0Adg0Adg0Adg0Adg0Adg0Adg
daws_medialive_input 0Ael0Afm0Afm0Afm0Afm0Afm0Afm
daws_memorydb_acl 0Agr0AhE0AhE0AhE0AhE0AhE0AhE
daws_memorydb_cluster 0AiD0Ajw0Ajw0Alh0Alh0Alh0Alh
daws_memorydb_parameter_group 0Ana0Ao10Ao10Ao10Ao10Ao10Ao1
daws_memorydb_snapshot 0ApR0Apy0Apy0Apy0Apy0Apy0Apy
daws_memorydb_subnet_group 0AqX0Aq-0Aq-0Aq-0Aq-0Aq-0Aq-
daws_memorydb_user 0Are0As50As50As50As50As50As5
daws_mq_broker 0AuP0Avo0Avo0Avo0Avo0AxW0AxW
daws_mq_broker_engine_types 0AzE0AzR0AzR0AzR0AzR0AzR0AzR
daws_mq_broker_instance_type_offerings 0A-50A-Q0A-Q0A-Q0A-Q0A-Q0A-Q
daws_msk_bootstrap_brokers 0A-p0A_a0A_a0A_a0A_a0B0P0B0P
daws_msk_broker_nodes 0B1t0B240B240B240B240B240B24
daws_msk_cluster 0B3b0B4g0B4g0B6P0B6P0B7Y0B7Y
daws_msk_configuration 0B8l0B9C0B9C0B9C0B9C0B9C0B9C
daws_msk_kafka_version 0B9j0B9-0B9-0B9-0B9-0B9-0B9-
daws_msk_topic ------------0BAJ0BAJ0BAJ0BAJ
daws_msk_vpc_connection 0BAm0BBH0BBH0BBH0BBH0BBH0BBH
daws_mskconnect_connector 0BBs0BCF0BCF0BCF0BCF0BCF0BCF
daws_mskconnect_custom_plugin 0BCi0BD90BD90BD90BD90BD90BD9
daws_mskconnect_worker_configuration 0BDg0BE70BE70BE70BE70BE70BE7
daws_nat_gateway 0BEe0BGJ0BGJ0BGJ0BGJ0BGJ0BGJ
daws_nat_gateways 0BHm0BI90BI90BI90BI90BI90BI9
daws_neptune_engine_version 0BIc0BK70BK70BK70BK70BK70BK7
daws_neptune_orderable_db_instance 0BLi0BN50BN50BN50BN50BN50BN5
daws_network_acls 0BHm0BI90BI90BI90BI90BI90BI9
daws_network_interface 0BPG0BQw0BQw0BSX0BSX0BSX0BSX
daws_network_interfaces 05LM05Lh05Lh05Lh05Lh05Lh05Lh
daws_networkfirewall_firewall 0BVA0BX80BX80BX80BX80BX80BX8
daws_networkfirewall_firewall_policy 0BaD0Bbo0Bbo0Bcy0Bcy0Bcy0Bcy
daws_networkfirewall_resource_policy 0BdT0Bdg0Bdg0Bdg0Bdg0Bdg0Bdg
daws_networkmanager_connection 0Bdx0Bdx0Bdx0Bdx0Bdx0Bdx0Bdx
daws_networkmanager_connections 0Bea0Bea0Bea0Bea0Bea0Bea0Bea
daws_networkmanager_core_network ------------0Bff0Bff0Bff0Bff
daws_networkmanager_core_network_policy_document 0BjP0BlI0Bn_0Bn_0Bn_0Bn_0Bn_
daws_networkmanager_device 0Bo-0Bo-0Bo-0Bo-0Bo-0Bo-0Bo-
daws_networkmanager_devices 0Bpp0Bpp0Bpp0Bpp0Bpp0Bpp0Bpp
daws_networkmanager_global_network 0Bq80Bq80Bq80Bq80Bq80Bq80Bq8
daws_networkmanager_global_networks 0BqT0BqT0BqT0BqT0BqT0BqT0BqT
daws_networkmanager_link 0Bqp0Bqp0Bqp0Bqp0Bqp0Bqp0Bqp
daws_networkmanager_links 0BrS0BrS0BrS0BrS0BrS0BrS0BrS
daws_networkmanager_site 0Brv0Brv0Brv0Brv0Brv0Brv0Brv
daws_networkmanager_sites 0BsM0BsM0BsM0BsM0BsM0BsM0BsM
daws_oam_link 0Bsr0BtU0BtU0BtU0BtU0BtU0BtU
daws_oam_links 0BuB0BuK0BuK0BuK0BuK0BuK0BuK
daws_oam_sink 0BuX0Buw0Buw0Buw0Buw0Buw0Buw
daws_oam_sinks 0BuB0BuK0BuK0BuK0BuK0BuK0BuK
daws_odb_autonomous_database ------------------------0Bws
daws_odb_cloud_autonomous_vm_cluster ----0B_O0C2b0C2b0C2b0C2b0C2b
daws_odb_cloud_autonomous_vm_clusters ----0C6R0C6R0C6R0C6R0C6R0C6R
daws_odb_cloud_exadata_infrastructure ----0C790C790C790C790C790C79
daws_odb_cloud_exadata_infrastructures ----0CA30CA30CA30CA30CA30CA3
daws_odb_cloud_vm_cluster ----0CAt0CDW0CDW0CDW0CDW0CDW
daws_odb_cloud_vm_clusters ----0CGH0CGH0CGH0CGH0CGH0CGH
daws_odb_db_node ----0CGQ0CGQ0CGQ0CGQ0CGQ0CGQ
daws_odb_db_nodes ----0CJy0CJy0CJy0CJy0CJy0CJy
daws_odb_db_server ----0CKQ0CKQ0CKQ0CKQ0CKQ0CKQ
daws_odb_db_servers ----0CN40CN40CN40CN40CN40CN4
daws_odb_db_system_shapes ----0COg0COg0COg0COg0COg0COg
daws_odb_gi_versions ----0COy0COy0COy0COy0COy0COy
daws_odb_iam_role_association ------------------------0CP9
daws_odb_network ----0CQq0CTO0CVh0CX80CX80CX8
daws_odb_network_peering_connection ----0CYf0CYf0CZQ0CZQ0CZQ0CZQ
daws_odb_network_peering_connections ----0CaF0Caj0Caj0Caj0Caj0Caj
daws_odb_networks ----0CbF0CbF0CbF0CbF0CbF0CbF
daws_opensearch_domain 0CdK0Cfd0Cfd0Chf0CkG0CkG0CkG
daws_opensearchserverless_access_policy 0CmH0Cmg0Cmg0Cmg0Cmg0Cmg0Cmg
daws_opensearchserverless_collection 0Cn70Co00Co00Co00Co00Co00Co0
daws_opensearchserverless_collection_group ------------0CpE0Cpp0Cpp0Cpp
daws_opensearchserverless_collection_groups ------------0Cqv0Cqv0Cqv0Cqv
daws_opensearchserverless_lifecycle_policy 0Cr20CrZ0CrZ0CrZ0CrZ0CrZ0CrZ
daws_opensearchserverless_security_config 0CsP0Css0Css0Css0Css0Ctj0Ctj
daws_opensearchserverless_security_policy 0CuM0Cut0Cut0Cut0Cut0Cut0Cut
daws_opensearchserverless_vpc_endpoint 0CvS0Cvv0Cvv0Cvv0Cvv0Cvv0Cvv
daws_organizations_account --------0CwQ0CwQ0CwQ0CwQ0CwQ
daws_organizations_delegated_administrators 0Cxa0Cxa0Cxa0Cxa0Cxa0Cxa0Cxa
daws_organizations_delegated_services 0Cxw0Cxw0Cxw0Cxw0Cxw0Cxw0Cxw
daws_organizations_entity_path --------0Cy70Cy70Cy70Cy70Cy7
daws_organizations_organization 0Cy_0C-H0C_20C_20C_20C_20C_2
daws_organizations_organizational_unit 0C_t0C_t0C_t0C_t0C_t0C_t0C_t
daws_organizations_organizational_unit_child_accounts 0D080D0L0D0L0D0L0D0L0D0L0D0L
daws_organizations_organizational_unit_descendant_accounts 0D080D0L0D0L0D0L0D0L0D0L0D0L
daws_organizations_organizational_unit_descendant_organizational_units 0D0Y0D0Y0D0Y0D0Y0D0Y0D0Y0D0Y
daws_organizations_organizational_units 0D0Y0D0Y0D0Y0D0Y0D0Y0D0Y0D0Y
daws_organizations_policies 0D0l0D0l0D0l0D0l0D0l0D0l0D0l
daws_organizations_policies_for_target 0D0y0D0y0D0y0D0y0D0y0D0y0D0y
daws_organizations_policy 0D1D0D1D0D1D0D1D0D1D0D1D0D1D
daws_organizations_resource_tags 0D1k0D1k0D1k0D1k0D1k0D1k0D1k
daws_outposts_asset 0D1x0D2O0D2O0D2v0D2v0D2v0D2v
daws_outposts_assets 0D3U0D3p0D3p0D3p0D3p0D3p0D3p
daws_outposts_outpost 0D4C0D4z0D4z0D4z0D4z0D4z0D4z
daws_outposts_outpost_instance_type 0D5o0D630D630D630D630D630D63
daws_outposts_outpost_instance_types 0D6O0D6b0D6b0D6b0D6b0D6b0D6b
daws_outposts_outposts 0D6s0D7J0D7J0D7J0D7J0D7J0D7J
daws_outposts_site 0D7q0D850D850D850D850D850D85
daws_outposts_sites 0D8Q0D8Z0D8Z0D8Z0D8Z0D8Z0D8Z
daws_partition 0D8m0D8m0D8m0D8m0D8m0D8m0D8m
daws_polly_voices 0D9U0D9p0D9p0D9p0D9p0D9p0D9p
daws_prefix_list 0DAC0DAb0DAb0DAb0DAb0DAb0DAb
daws_pricing_product 0DBB0DBB0DBB0DBB0DBB0DBB0DBB
daws_prometheus_default_scraper_configuration 0DBS0DBX0DBX0DBX0DBX0DBX0DBX
daws_prometheus_workspace 0DBg0DCF0DCF0DCF0DCF0DCF0DCF
daws_prometheus_workspaces 0DCu0DDD0DDD0DDD0DDD0DDD0DDD
daws_qldb_ledger 0DDc0DE30DE30DE30DE30DE30DE3
daws_quicksight_analysis 0Ehu0Eij0Eij0Eij0Eij0Eij0Eij
daws_quicksight_data_set 0EpA0EqF0EqF0EqF0EqF0EqF0EqF
daws_quicksight_group 0ErK0Ern0Ern0Ern0Ern0Ern0Ern
daws_quicksight_theme 0EuN0EvG0EvG0EvG0EvG0EvG0EvG
daws_quicksight_user 0EwD0Ews0Ews0Ews0Ews0Ews0Ews
daws_ram_resource_share 0Exd0EyG0EyG0EyG0EyG0EyG0EyG
daws_rds_certificate 0Eyz0Ezc0Ezc0Ezc0Ezc0Ezc0Ezc
daws_rds_cluster 0E-J0F0e0F310F310F310F310F5U
daws_rds_cluster_parameter_group 0F7_0F8G0F8G0F8G0F8G0F8G0F8G
daws_rds_clusters 0F8b0F8s0F8s0F8s0F8s0F8s0F8s
daws_rds_engine_version 0F9B0FBK0FBK0FBK0FBK0FBK0FBK
daws_rds_events ------------------------0FDw
daws_rds_global_cluster ----0FEa0FEa0FEa0FEa0FEa0FEa
daws_rds_orderable_db_instance 0FFP0FHU0FHU0FHU0FHU0FHU0FHU
daws_rds_reserved_instance_offering 0FJd0FKC0FKC0FKC0FKC0FKC0FKC
daws_rds_snapshots ------------------------0FME
daws_redshift_cluster 0FMy0FPX0FPX0FPX0FPX0FPX0FPX
daws_redshift_cluster_credentials 0FSA0FSl0FSl0FSl0FSl0FSl0FSl
daws_redshift_data_shares 0FTb0FTx0FTx0FTx0FTx0FTx0FTx
daws_redshift_orderable_cluster 0FU80FUX0FUX0FUX0FUX0FUX0FUX
daws_redshift_producer_data_shares 0FU-0FVF0FVF0FVF0FVF0FVF0FVF
daws_redshift_service_account 02i5-------------------------
daws_redshift_subnet_group 0FVa0FVz0FVz0FVz0FVz0FVz0FVz
daws_redshiftserverless_credentials 0FWQ0FWt0FWt0FWt0FWt0FWt0FWt
daws_redshiftserverless_namespace 0FXO0FY10FY10FY10FY10FY10FY1
daws_redshiftserverless_workgroup 0FZP0Fa60Fa60Fa60Fa60Fa60Fa6
daws_region 0Fat0Fb80Fb80Fb80Fb80Fb80Fb8
daws_regions 0FbT0FbT0FbT0FbT0FbT0FbT0FbT
daws_resiliencehubv2_policy ------------------------0Fc5
daws_resiliencehubv2_service ------------------------0FdD
daws_resiliencehubv2_system ------------------------0Fds
daws_resourceexplorer2_search 0FfI0Ffd0Ffd0Ffd0Ffd0Ffd0Ffd
daws_resourcegroupstaggingapi_required_tags --------0FgD0FgD0FgD0FgD0FgD
daws_resourcegroupstaggingapi_resources 0Fgv0FhM0FhM0FhM0FhM0FhM0FhM
daws_route 0Fht0Fiu0Fiu0Fiu0Fjz0Fjz0Fjz
daws_route53_delegation_set 0Fl60Fl60Fl60Fl60Fl60Fl60Fl6
daws_route53_records 0FnH0FnH0FnH0FnH0FnH0FnH0FnH
daws_route53_resolver_endpoint 0FnU0FoB0Foy0Foy0Foy0Foy0Foy
daws_route53_resolver_firewall_config 0Fpr0Fq60Fq60Fq60Fq60Fq60Fq6
daws_route53_resolver_firewall_domain_list 0FqR0Fr80Fr80Fr80Fr80Fr80Fr8
daws_route53_resolver_firewall_rule_group 0Frv0Fsg0Fsg0Fsg0Fsg0Fsg0Fsg
daws_route53_resolver_firewall_rule_group_association 0FtV0FuO0FuO0FuO0FuO0FuO0FuO
daws_route53_resolver_firewall_rules 0Fw60FwR0Fxv0Fxv0Fxv0Fxv0Fxv
daws_route53_resolver_query_log_config 0FyI0Fyt0Fyt0Fyt0Fyt0Fyt0Fyt
daws_route53_resolver_rule 0FzW0F-90F_70F_70F_70F_70F_7
daws_route53_resolver_rules 0F_u0G0L0G0L0G0L0G0L0G0L0G0L
daws_route53_traffic_policy_document 0G3P0G3P0G3P0G3P0G3P0G3P0G3P
daws_route53_zone 0G3w0G4p0G4p0G4p0G4p0G4p0G4p
daws_route53_zones 0G5m0G5m0G5m0G5m0G5m0G5m0G5m
daws_route53profiles_profile --------------------0G5v0G5v
daws_route53profiles_profiles 0G6l0G6q0G6q0G6q0G6q0G6q0G6q
daws_route_table 0G8B0G8y0G8y0G8y0GAk0GAk0GAk
daws_route_tables 0BHm0BI90BI90BI90BI90BI90BI9
daws_s3_access_point ----0GBv0GBv0GBv0GBv0GBv0GBv
daws_s3_account_public_access_block 0GCo0GCo0GCo0GCo0GCo0GCo0GCo
daws_s3_bucket 0GDB0GDm0GDm0GDm0GDm0GDm0GDm
daws_s3_bucket_notification --------------------0GFO0GFO
daws_s3_bucket_object 0GFn0GHU0GHU0GHU0GHU0GHU0GHU-
daws_s3_bucket_object_lock_configuration --------0GJX0GJX0GJX0GJX0GJX
daws_s3_bucket_objects 0GJs0GKZ0GKZ0GKZ0GKZ0GKZ0GKZ-
daws_s3_bucket_policy 0GLK0GLX0GLX0GLX0GLX0GLX0GLX
daws_s3_bucket_replication_configuration --------0GNq0GNq0GNq0GNq0GNq
daws_s3_buckets --------------------0GOM0GOM
daws_s3_directory_buckets 0GOh0GOu0GOu0GOu0GOu0GOu0GOu
daws_s3_object 0GP90GRE0GTN0GTN0GTN0GTN0GTN
daws_s3_objects 0GVe0GWT0GWT0GWT0GWT0GWT0GWT
daws_s3control_access_points --------0GXx0GXx0GXx0GXx0GXx
daws_s3control_multi_region_access_point 0GYX0GZA0GZA0GZA0GZA0GZA0GZA
daws_s3control_multi_region_access_points --------0GaG0GaG0GaG0GaG0GaG
daws_s3files_access_point ------------0Gb00Gb00Gb00Gb0
daws_s3files_file_system ------------0Gbf0Gbf0Gbf0Gbf
daws_s3files_file_systems ------------0Gd70Gd70Gd70Gd7
daws_s3files_mount_target ------------0GdG0GdG0GdG0GdG
daws_sagemaker_prebuilt_ecr_image 0Ge50GeY0GeY0GeY0GeY0GeY0GeY
daws_savingsplans_offerings ------------0Gfi0Gfi0Gfi0Gfi
daws_savingsplans_savings_plan --------0GgT0GgT0GgT0GgT0GgT
daws_secretsmanager_random_password 0Gho0GiR0GiR0GiR0GiR0GiR0GiR
daws_secretsmanager_secret 0Gj80Gjj0Gjj0Gjj0Gjj0Gjj0GkM
daws_secretsmanager_secret_rotation 0GlG0Glb0Glb0Glb0Glb0Glb0Gl-
daws_secretsmanager_secret_version 0GmV0Gn40Gn40Gn40Gnj0Gnj0Gnj
daws_secretsmanager_secret_versions 0Goh0Gp00Gp00Gp00GpP0GpP0GpP
daws_secretsmanager_secrets 08fu08g908g908g908g908g908g9
daws_security_group 0Gpw0GqR0GqR0GqR0GqR0GqR0GqR
daws_security_groups 0Gr00GrT0GrT0GrT0GrT0GrT0GrT
daws_securityhub_enabled_standards ------------0GsS0GsS0GsS0GsS
daws_securityhub_security_controls ------------0Gt60Gt60Gt60Gt6
daws_securityhub_standards_control_associations 0Gtu0Gu50Gu50Gu50Gu50Gu50Gu5
daws_serverlessapplicationrepository_application 0GuM0Gup0Gup0Gup0Gup0Gup0Gup
daws_service 0GvK0GvK0GvK0GvK0GvK0GvK0GvK
daws_service_discovery_dns_namespace 0Gvr0GwI0GwI0GwI0GwI0GwI0GwI
daws_service_discovery_http_namespace 0Gwp0GxC0GxC0GxC0GxC0GxC0GxC
daws_service_discovery_service 0GyH0Gyw0Gyw0Gyw0Gyw0Gyw0Gyw
daws_service_principal 0GzZ0GzZ0GzZ0GzZ0GzZ0GzZ0GzZ
daws_servicecatalog_constraint 0Gzu0G-X0G-X0G-X0G-X0G-X0G-X
daws_servicecatalog_launch_paths 0G_e0G_z0G_z0G_z0G_z0G_z0G_z
daws_servicecatalog_portfolio 0H0M0H0x0H0x0H0x0H0x0H0x0H0x
daws_servicecatalog_portfolio_constraints 0H1z0H2M0H2M0H2M0H2M0H2M0H2M
daws_servicecatalog_product 0H2p0H3q0H3q0H3q0H3q0H3q0H3q
daws_servicecatalog_provisioning_artifacts 0H5M0H5h0H5h0H5h0H5h0H5h0H5h
daws_servicecatalogappregistry_application 0H640H6T0H6T0H6T0H6T0H6T0H6T
daws_servicecatalogappregistry_attribute_group 0H6w0H7J0H7J0H7J0H7J0H7J0H7J
daws_servicecatalogappregistry_attribute_group_associations 0H7m0H7z0H7z0H7z0H7z0H7z0H7z
daws_servicequotas_service 0H8E0H8R0H8R0H8R0H8R0H8R0H8R
daws_servicequotas_service_quota 0H9E0H9x0H9x0H9x0H9x0H9x0H9x
daws_servicequotas_templates 0HBD0HBx0HBx0HBx0HBx0HBx0HBx
daws_ses_active_receipt_rule_set 0HCC0HCP0HCP0HCP0HCP0HCP0HCP
daws_ses_domain_identity 0HCg0HCx0HCx0HCx0HCx0HCx0HCx
daws_ses_email_identity 0HDG0HDT0HDT0HDT0HDT0HDT0HDT
daws_sesv2_configuration_set 0HEg0HFJ0HFJ0HFJ0HFJ0HFJ0HFJ
daws_sesv2_dedicated_ip_pool 0HGD0HGc0HGc0HGc0HGc0HGc0HGc
daws_sesv2_email_identity 0HHa0HI50HI50HI50HI50HI50HI5
daws_sesv2_email_identity_mail_from_attributes 0HIk0HI_0HI_0HI_0HI_0HI_0HI_
daws_sfn_activity 0HJK0HJb0HJb0HJb0HJb0HJb0HJb
daws_sfn_alias 0HK30HKW0HKW0HKW0HKW0HKW0HKW
daws_sfn_state_machine 0HL10HLc0HLc0HLc0HLc0HLc0HLc
daws_sfn_state_machine_versions 0HMF0HMS0HMS0HMS0HMS0HMS0HMS
daws_shield_protection 0HMj0HMj0HMj0HMj0HMj0HMj0HMj
daws_signer_signing_job 0HNc0HOh0HOh0HOh0HOh0HOh0HOh
daws_signer_signing_profile 0HQA0HQt0HQt0HQt0HQt0HQt0HQt
daws_sns_topic 0HRm0HS10HS10HS10HS10HS10HS1
daws_spot_datafeed_subscription 0HSM0HSV0HSV0HSV0HSV0HSV0HSV
daws_sqs_queue 0HSi0HT10HT10HT10HT10HT10HT1
daws_sqs_queues 0HTQ0HTd0HTd0HTd0HTd0HTd0HTd
daws_ssm_document 0HTu0HUL0HUL0HUL0HUL0HUL0HUL
daws_ssm_instances 0HUs0HV30HV30HV30HV30HV30HV3
daws_ssm_maintenance_windows 07iJ07iW07iW07iW07iW07iW07iW
daws_ssm_parameter 0HVK0HVr0HVr0HVr0HVr0HVr0HVr
daws_ssm_parameters_by_path 0HWQ0HWx0HWx0HWx0HWx0HWx0HWx
daws_ssm_patch_baseline 0HYB0HZC0HZC0HZC0HZC0HZC0HZC
daws_ssm_patch_baselines 0Hag0Hat0Hat0Hat0Hat0Hat0Hat
daws_ssmcontacts_contact 0Hb80HbX0HbX0HbX0HbX0HbX0HbX
daws_ssmcontacts_contact_channel 0Hc30HcW0HcW0HcW0HcW0HcW0HcW
daws_ssmcontacts_plan 0Hdb0Hdo0Hdo0Hdo0Hdo0Hdo0Hdo
daws_ssmcontacts_rotation 0Hf90Hfg0Hfg0Hfg0Hfg0Hfg0Hfg
daws_ssmincidents_replication_set 0HgW0Hh10Hh10Hh10Hh10Hh10Hh1
daws_ssmincidents_response_plan 0Hiz0Hjc0Hjc0Hjc0Hjc0Hjc0Hjc
daws_ssoadmin_application 0Hkb0HlS0HlS0HlS0HlS0HlS0HlS
daws_ssoadmin_application_assignments 0HmI0Hmi0Hmi0Hmi0Hmi0Hmi0Hmi
daws_ssoadmin_application_providers 0HnN0Hnw0Hnw0Hnw0Hnw0Hnw0Hnw
daws_ssoadmin_instances 0Ho70HoK0HoK0HoK0HoK0HoK0HoK
daws_ssoadmin_permission_set 0Hob0HpA0HpA0HpA0HpA0HpA0HpA
daws_ssoadmin_permission_sets 0Hpp0Hq00Hq00Hq00Hq00Hq00Hq0
daws_ssoadmin_principal_application_assignments 0HqH0Hqc0Hqc0Hqc0Hqc0Hqc0Hqc
daws_storagegateway_local_disk 0Hq_0HrK0HrK0HrK0HrK0HrK0HrK
daws_subnet 0Hrj0HtM0HtM0HtM0HtM0HtM0HtM
daws_subnets 05LM05Lh05Lh05Lh05Lh05Lh05Lh
daws_synthetics_runtime_version 0Hv30Hva0Hva0Hva0Hva0Hva0Hva
daws_synthetics_runtime_versions 0HwQ0Hwq0Hwq0Hwq0Hwq0Hwq0Hwq
daws_timestreamwrite_database 0Hx10HxQ0HxQ0HxQ0HxQ0HxQ0HxQ
daws_timestreamwrite_table 0Hyn0HzM0HzM0HzM0HzM0HzM0HzM
daws_transfer_connector 0H-j0H_a0H_a0H_a0H_a0H_a0H_a
daws_transfer_server 0I0L0I1I0I1I0I1I0I2J0I2J0I2J
daws_uxc_services ------------0I3O0I3O0I3O0I3O
daws_verifiedpermissions_policy_store 0I3T0I3w0I3w0I3w0I3w0I3w0I3w
daws_vpc 0I4i0I5r0I5r0I5r0I5r0I5r0I7V
daws_vpc_dhcp_options 0I8m0I9b0I9b0I9b0I9b0I9b0I9b
daws_vpc_endpoint 0IAm0IC90IDt0IDt0IDt0IDt0IDt
daws_vpc_endpoint_associations 0IFz0IG60IG60IG60IG60IG60IG6
daws_vpc_endpoint_service 0IGJ0IHa0IHa0IHa0IHa0IHa0IHa
daws_vpc_ipam 0II-0IK30IK30IK30IK30IK30IK3
daws_vpc_ipam_pool 0ILG0IMb0IOF0IOF0IOF0IOF0IOF
daws_vpc_ipam_pool_cidrs 0IPr0IQA0IQA0IQA0IQA0IQA0IQA
daws_vpc_ipam_pools 0IRi0IRv0IRv0IRv0IRv0IRv0IRv
daws_vpc_ipam_preview_next_cidr 0ISA0ISZ0ISZ0ISZ0ISZ0ISZ0ISZ
daws_vpc_ipams 0IU10IVJ0IVJ0IVJ0IVJ0IVJ0IVJ
daws_vpc_peering_connection 0IVk0IWx0IWx0IWx0IWx0IWx0IWx
daws_vpc_peering_connections 05LM05Lh05Lh05Lh05Lh05Lh05Lh
daws_vpc_security_group_rule 0IYC0IZ90IZ90IZ90IZ90IZ90IZ9
daws_vpc_security_group_rules 0IaA0IaR0IaR0IaR0IaR0IaR0IaR
daws_vpclattice_auth_policy 0Iam0Ib10Ib10Ib10Ib10Ib10Ib1
daws_vpclattice_listener 0Ibo0Ich0Ich0Ich0Ich0Ich0Ich
daws_vpclattice_resource_policy 0BdT0Bdg0Bdg0Bdg0Bdg0Bdg0Bdg
daws_vpclattice_service 0Idn0IeQ0IeQ0IeQ0IeQ0IeQ0If7
daws_vpclattice_service_network 0Ifu0IgX0IgX0IgX0IgX0IgX0IgX
daws_vpclattice_service_network_service_associations ------------------------0Ii3
daws_vpcs 05LM05Lh05Lh05Lh05Lh05Lh05Lh
daws_vpn_connection ----0Iis0Iis0Iis0Iis0Iis0Iis
daws_vpn_gateway 0Ij_0Ika0Ika0Ika0Ika0Ika0Ika
daws_waf_ipset 0IlD0IlD0IlD0IlD0IlD0IlD0IlD
daws_waf_rate_based_rule 0IlD0IlD0IlD0IlD0IlD0IlD0IlD
daws_waf_rule 0IlD0IlD0IlD0IlD0IlD0IlD0IlD
daws_waf_subscribed_rule_group 0IlM0IlM0IlM0IlM0IlM0IlM0IlM
daws_waf_web_acl 0IlD0IlD0IlD0IlD0IlD0IlD0IlD
daws_wafregional_ipset 0IlD0IlZ0IlZ0IlZ0IlZ0IlZ0IlZ
daws_wafregional_rate_based_rule 0IlD0IlZ0IlZ0IlZ0IlZ0IlZ0IlZ
daws_wafregional_rule 0IlD0IlZ0IlZ0IlZ0IlZ0IlZ0IlZ
daws_wafregional_subscribed_rule_group 0IlM0Ilm0Ilm0Ilm0Ilm0Ilm0Ilm
daws_wafregional_web_acl 0IlD0IlZ0IlZ0IlZ0IlZ0IlZ0IlZ
daws_wafv2_ip_set 0Im10ImU0ImU0ImU0ImU0ImU0ImU
daws_wafv2_managed_rule_group --------0Inv0Inv0Inv0Inv0Inv
daws_wafv2_regex_pattern_set 0Ioh0Ip40Ip40Ip40Ip40Ip40Ip4
daws_wafv2_rule_group 0IpX0Ips0Ips0Ips0Ips0Ips0Ips
daws_wafv2_web_acl 0IpX0IqF0IqF0IqF0IqF0IqF0IqF
daws_workspaces_bundle 0Iqn0IrI0IrI0IrI0IrI0IrI0IrI
daws_workspaces_directory 0ItX0Iu-0Iu-0Iu-0Iu-0Iu-0IxQ
daws_workspaces_image 0Iy_0IzS0IzS0IzS0IzS0IzS0IzS
daws_workspaces_workspace 0I-I0I_70I_70I_70I_70I_70I_7
eaws_bedrockruntime_apply_guardrail ------------------------0J6l
eaws_cognito_identity_openid_token_for_developer_identity 0J7S--------------------0J7r
eaws_ecr_authorization_token ------------------------0J8I
eaws_ecrpublic_authorization_token ------------------------0J8h
eaws_eks_cluster_auth 0J90--------------------0J99
eaws_kms_secrets 0J9M--------------------0J9V
eaws_lambda_invocation 0J9i--------------------0JAL
eaws_secretsmanager_random_password 0JB2--------------------0JBd
eaws_secretsmanager_secret_version 0JCG--------------------0JCn
eaws_ssm_parameter 0JDM--------------------0JDl
eaws_sts_web_identity_token ------------------------0JEC
raws_accessanalyzer_analyzer 0JF10JF-0JF-0JF-0JF-0JF-0JF-
raws_accessanalyzer_archive_rule 0JGq0JH50JH50JH50JH50JH50JH5
raws_account_alternate_contact 0JHd0JHd0JHd0JHd0JHd0JHd0JHd
raws_account_primary_contact 0JI80JI80JI80JI80JI80JI80JI8
raws_account_region 0JJA0JJA0JJA0JJA0JJA0JJA0JJA
raws_accountaccess_application ------------------------0JJw
raws_accountaccess_entitlement ------------------------0JKj
raws_acm_certificate 0JLg0JNK0JNK0JNK0JOv0JOv0JOv
raws_acm_certificate_validation 0JQh0JQy0JQy0JQy0JQy0JQy0JQy
raws_acmpca_certificate 0JRH0JRw0JRw0JRw0JRw0JRw0JRw
raws_acmpca_certificate_authority 0JUG0JVP0JX80JX80JX80JX80JX8
raws_acmpca_certificate_authority_certificate 0JYL0JYc0JYc0JYc0JYc0JYc0JYc
raws_acmpca_permission 0JYx0JZK0JZK0JZK0JZK0JZK0JZK
raws_acmpca_policy 0JZn0JZ-0JZ-0JZ-0JZ-0JZ-0JZ-
raws_agentregistry_registry ------------------------0JcS
raws_alb 0Jdv0JgE0JgE0JgE0Jil0Jil0Jil
raws_alb_listener 0JoL0JrP0JrP0JrP0JrP0JrP0JrP
raws_alb_listener_certificate 0JtY0Jtl0Jtl0Jtl0Jtl0Jtl0Jtl
raws_alb_listener_rule 0JwV0Jyl0Jyl0Jyl0Jyl0Jyl0Jzw
raws_alb_target_group 0K060K1t0K1t0K1t0K1t0K1t0K1t
raws_alb_target_group_attachment 0K3m0K450K4U0K4U0K4U0K4U0K4U
raws_ami 0K5f0K7k0K7k0K7k0K7k0K7k0K7k
raws_ami_copy 0KAb0KC-0KC-0KC-0KC-0KC-0KC-
raws_ami_from_instance 0KFR0KHe0KHe0KHe0KHe0KHe0KHe
raws_ami_launch_permission 0KJv0KKI0KKI0KKI0KKI0KKI0KKI
raws_amplify_app 0KLw0KNe0KNe0KNe0KNe0KNe0KNe
raws_amplify_backend_environment 0KPP0KPo0KPo0KPo0KPo0KPo0KPo
raws_amplify_branch 0KQF0KRm0KRm0KRm0KRm0KRm0KRm
raws_amplify_domain_association 0KTt0KUS0KUS0KUS0KUS0KUS0KUS
raws_amplify_webhook 0KV50KVU0KVU0KVU0KVU0KVU0KVU
raws_api_gateway_account 0KW40KWT0KWT0KWT0KWT0KWT0KWT
raws_api_gateway_api_key 0KWs0KXZ0KXZ0KXZ0KXZ0KXZ0KXZ
raws_api_gateway_authorizer 0KYK0KZ10KZ10KZ10KZ10KZ10KZ1
raws_api_gateway_base_path_mapping 0KZo0KaB0KaB0KaB0KaB0KaB0KaB
raws_api_gateway_client_certificate 0Kae0Kb90Kb90Kb90Kb90Kb90Kb9
raws_api_gateway_deployment 0Kbx0Kce0Kce0Kce0Kce0Kce0Kce
raws_api_gateway_documentation_part 0KdQ0Kdl0Kdl0Kdl0Kdl0Kdl0Kdl
raws_api_gateway_documentation_version 0Ke80KeP0KeP0KeP0KeP0KeP0KeP
raws_api_gateway_domain_name 0Kf00KgT0Kh-0Kh-0Kh-0Kh-0Kh-
raws_api_gateway_domain_name_access_association 0Kjh0Kk80Kk80Kk80Kk80Kk80Kk8
raws_api_gateway_gateway_response 0Kkf0Kl20Kl20Kl20Kl20Kl20Kl2
raws_api_gateway_integration 0Kla0Kmj0Kmj0Kmj0Kmj0Kmj0Kmj
raws_api_gateway_integration_response 0Ko20Kod0Kod0Kod0Kod0Kod0Kod
raws_api_gateway_method 0KpG0Kq10Kq10Kq10Kq10Kq10Kq1
raws_api_gateway_method_response 0Kqs0KrJ0KrJ0KrJ0KrJ0KrJ0KrJ
raws_api_gateway_method_settings 0KsT0Kso0Kso0Kso0Kso0Kso0Kso
raws_api_gateway_model 0KtB0Kta0Kta0Kta0Kta0Kta0Kta
raws_api_gateway_request_validator 0Ku10KuM0KuM0KuM0KuM0KuM0KuM
raws_api_gateway_resource 0Kul0Kv40Kv40Kv40Kv40Kv40Kv4
raws_api_gateway_rest_api 0Kvg0Kwt0Kwt0Kwt0Kwt0Ky80KzX
raws_api_gateway_rest_api_policy 0K--0K_B0K_B0K_B0K_B0K_B0K_B
raws_api_gateway_rest_api_put 0K_S0K_r0K_r0K_r0K_r0K_r0K_r
raws_api_gateway_stage 0L0i0L1v0L1v0L1v0L1v0L1v0L1v
raws_api_gateway_usage_plan 0L3w0L4Z0L4Z0L4Z0L4Z0L4Z0L4Z
raws_api_gateway_usage_plan_key 0L5G0L5f0L5f0L5f0L5f0L5f0L5f
raws_api_gateway_vpc_link 0L660L6Z0L6Z0L6Z0L6Z0L6Z0L6Z
raws_apigatewayv2_api 0L7T0L8k0L8k0L8k0L8k0L8k0L8k
raws_apigatewayv2_api_mapping 0LA30LAO0LAO0LAO0LAO0LAO0LAO
raws_apigatewayv2_authorizer 0LA_0LBm0LBm0LBm0LBm0LBm0LBm
raws_apigatewayv2_deployment 0LCb0LCw0LCw0LCw0LCw0LCw0LCw
raws_apigatewayv2_domain_name 0LDm0LEL0LE-0LE-0LE-0LE-0LE-
raws_apigatewayv2_integration 0LFv0LHA0LHA0LHA0LHA0LHA0LHA
raws_apigatewayv2_integration_response 0LIV0LIy0LIy0LIy0LIy0LIy0LIy
raws_apigatewayv2_model 0LJT0LJs0LJs0LJs0LJs0LJs0LJs
raws_apigatewayv2_route 0LKS0LLH0LLH0LLH0LLH0LLH0LLH
raws_apigatewayv2_route_response 0LMA0LMZ0LMZ0LMZ0LMZ0LMZ0LMZ
raws_apigatewayv2_routing_rule --------0LNk0LNk0LNk0LNk0LNk
raws_apigatewayv2_stage 0LOv0LPw0LPw0LPw0LPw0LPw0LPw
raws_apigatewayv2_vpc_link 0LQ_0LRS0LRS0LRS0LRS0LRS0LRS
raws_app_cookie_stickiness_policy 0LRz0LSI0LSI0LSI0LSI0LSI0LSI
raws_appautoscaling_policy 0LV00LXF0LXF0LXF0LXF0LXF0LXF
raws_appautoscaling_scheduled_action 0LY90LYs0LYs0LYs0LYs0LYs0LYs
raws_appautoscaling_target 0LZq0LaX0LaX0LaX0LaX0LaX0LaX
raws_appconfig_application 0LbI0Lbh0Lbh0Lbh0Lbh0Lbh0Lbh
raws_appconfig_configuration_profile 0LcH0Ld60Ld60Ld60Ld60Ld60Ld6
raws_appconfig_deployment 0Ld_0Leu0Leu0Leu0Leu0Leu0Leu
raws_appconfig_deployment_strategy 0Lfr0LgY0LgY0LgY0LgY0LgY0LgY
raws_appconfig_environment 0LhS0Li50Li50Li50Li50Li50Li5
raws_appconfig_extension 0LjP0Lj-0Lj-0Lj-0Lj-0Lj-0Lj-
raws_appconfig_extension_association 0Lkd0Ll00Ll00Ll00Ll00Ll00Ll0
raws_appconfig_hosted_configuration_version 0LlT0Ll-0Ll-0Ll-0Ll-0Ll-0LmZ
raws_appfabric_app_authorization 0Lni0Lob0Lob0Lob0Lob0Lob0Lob
raws_appfabric_app_authorization_connection 0Lpq0LqH0LqH0LqH0LqH0LqH0LqH
raws_appfabric_app_bundle 0Lqo0Lr70Lr70Lr70Lr70Lr70Lr7
raws_appfabric_ingestion 0LrW0Ls10Ls10Ls10Ls10Ls10Ls1
raws_appfabric_ingestion_destination 0LtL0Ltw0Ltw0Ltw0Ltw0Ltw0Ltw
raws_appflow_connector_profile 0M0q0M1P0M1P0M1P0M1P0M1P0M1P
raws_appflow_flow 0MBt0MCi0MCi0MCi0MCi0MCi0MCi
raws_appintegrations_data_integration 0MDo0MEN0MEN0MEN0MEN0MEN0MEN
raws_appintegrations_event_integration 0MF50MFc0MFc0MFc0MFc0MFc0MFc
raws_applicationinsights_application 0MGB0MGu0MGu0MGu0MGu0MGu0MGu
raws_appmesh_gateway_route 0MKr0MLc0MLc0MLc0MLc0MLc0MLc
raws_appmesh_mesh 0MMk0MNN0MNN0MNN0MNN0MNN0MNN
raws_appmesh_route 0MRE0MR_0MR_0MR_0MR_0MR_0MR_
raws_appmesh_virtual_gateway 0MWy0MXf0MXf0MXf0MXf0MXf0MXf
raws_appmesh_virtual_node 0Man0MbU0MbU0MbU0MbU0MbU0MbU
raws_appmesh_virtual_router 0McP0Md60Md60Md60Md60Md60Md6
raws_appmesh_virtual_service 0MeF0Mey0Mey0Mey0Mey0Mey0Mey
raws_apprunner_auto_scaling_configuration_version 0Mfj0MgY0MgY0MgY0MgY0MgY0MgY
raws_apprunner_connection 0MhR0Mhu0Mhu0Mhu0Mhu0Mhu0Mhu
raws_apprunner_custom_domain_association 0Mig0Mj70Mj70Mj70Mj70Mj70Mj7
raws_apprunner_default_auto_scaling_configuration_version 0Mje0Mjn0Mjn0Mjn0Mjn0Mjn0Mjn
raws_apprunner_deployment 0Mj-0MkJ0MkJ0MkJ0MkJ0MkJ0MkJ
raws_apprunner_observability_configuration 0Mkn0MlM0MlM0MlM0MlM0MlM0MlM
raws_apprunner_service 0Mov0Mps0Mps0Mps0Mps0Mps0Mps
raws_apprunner_vpc_connector 0Mqt0MrS0MrS0MrS0MrS0MrS0MrS
raws_apprunner_vpc_ingress_connection 0MsE0Msp0Msp0Msp0Msp0Msp0Msp
raws_appstream_directory_config 0Mtb0Mu30Mu30Mu30Mu30Mu30Mu3
raws_appstream_fleet 0Mv70Mwa0Mwa0Mwa0Mwa0Mwa0Mwa
raws_appstream_fleet_stack_association 0My50MyI0MyI0MyI0MyI0MyI0MyI
raws_appstream_image_builder 0My-0M-70M-70M-70M-70M-70M-7
raws_appstream_stack 0M_u0N0v0N0v0N0v0N0v0N0v0N0v
raws_appstream_user 0N1-0N2Z0N2Z0N2Z0N2Z0N2Z0N2Z
raws_appstream_user_stack_association 0N3C0N3X0N3X0N3X0N3X0N3X0N3X
raws_appsync_api ----0N5P0N5P0N5P0N5P0N5P0N5P
raws_appsync_api_cache 0N660N6Z0N6Z0N6Z0N6Z0N6Z0N6Z
raws_appsync_api_key 0N740N7T0N7T0N7T0N7T0N7T0N7T
raws_appsync_channel_namespace ----0N8Q0N8Q0N8Q0N8Q0N8Q0N8Q
raws_appsync_datasource 0NAn0NBg0NBg0NBg0NBg0NBg0NBg
raws_appsync_domain_name 0NCd0ND00ND00ND00ND00ND00ND0
raws_appsync_domain_name_api_association 0NDT0NDg0NDg0NDg0NDg0NDg0NDg
raws_appsync_function 0NEM0NFF0NFF0NFF0NFF0NFF0NFF
raws_appsync_graphql_api 0NHp0NJ80NJ80NJ80NJ80NJ80NJ8
raws_appsync_resolver 0NKl0NLi0NLi0NLi0NLi0NLi0NLi
raws_appsync_source_api_association 0NMo0NNR0NNR0NNR0NNR0NNR0NNR
raws_appsync_type 0NO80NOb0NOb0NOb0NOb0NOb0NOb
raws_arcregionswitch_plan --------0NWX0NWX0NaM0NaM0Nfy
raws_arczonalshift_autoshift_observer_notification_status ------------0Ngz0Ngz0Ngz0Ngz
raws_arczonalshift_zonal_autoshift_configuration ------------0NhJ0NhJ0NhJ0NhJ
raws_athena_capacity_reservation 0Nhq0NiL0NiL0NiL0NiL0NiL0NiL
raws_athena_data_catalog 0Niw0NjR0NjR0NjR0NjR0NjR0NjR
raws_athena_database 0NkE0Nkp0Nkp0Nkp0Nkp0Nkp0Nkp
raws_athena_named_query 0NlW0Nlv0Nlv0Nlv0Nlv0Nlv0Nlv
raws_athena_prepared_statement 0NmM0Nml0Nml0Nml0Nml0Nml0Nml
raws_athena_workgroup 0NoC0Npj0Nrx0Ntc0Ntc0Ntc0Ntc
raws_auditmanager_account_registration 0NuF0Nua0Nua0Nua0Nua0Nua0Nua
raws_auditmanager_assessment 0NvY0NwS0NwS0NwS0NwS0NwS0NwS
raws_auditmanager_assessment_delegation 0NxH0Nxo0Nxo0Nxo0Nxo0Nxo0Nxo
raws_auditmanager_assessment_report 0NyN0Nym0Nym0Nym0Nym0Nym0Nym
raws_auditmanager_control 0Nzt0N_50N_50N_50N_50N_50N_5
raws_auditmanager_framework 0O030O0e0O0e0O0e0O0e0O0e0O0e
raws_auditmanager_framework_share 0O1H0O1g0O1g0O1g0O1g0O1g0O1g
raws_auditmanager_organization_admin_account_registration 0O270O2K0O2K0O2K0O2K0O2K0O2K
raws_autoscaling_attachment 0O2b0O2s0O2s0O2s0O2s0O2s0O2s
raws_autoscaling_group 0O8u0OBn0OBn0OBn0OBn0OEu0OEu
raws_autoscaling_group_tag 0OHv0OI60OI60OI60OI60OI60OI6
raws_autoscaling_lifecycle_hook 0OIN0OIy0OIy0OIy0OIy0OIy0OIy
raws_autoscaling_notification 0OJb0OJs0OJs0OJs0OJs0OJs0OJs
raws_autoscaling_policy 0OMM0ONJ0ONJ0ONJ0ONJ0ONJ0ONJ
raws_autoscaling_schedule 0OOK0OP10OP10OP10OP10OP10OP1
raws_autoscaling_traffic_source_attachment 0OPx0OQC0OQC0OQC0OQC0OQC0OQC
raws_autoscalingplans_scaling_plan 0OSd0OSy0OSy0OSy0OSy0OSy0OSy
raws_backup_framework 0OTu0OUb0OUb0OUb0OUb0OUb0OUb
raws_backup_global_settings 0OVM0OVM0OVM0OVM0OVM0OVM0OVM
raws_backup_logically_air_gapped_vault 0OVV0OW00OW00OW00OW00OW00OW0
raws_backup_plan 0OXn0OZP0OZP0OZP0OZP0OZP0OZP
raws_backup_region_settings 0Oa20OaF0OaF0OaF0OaF0OaF0OaF
raws_backup_report_plan 0Ob60Obl0Obl0Obl0Obl0Obl0Obl
raws_backup_restore_testing_plan 0Ocn0OdI0OdI0OdI0OdI0OdI0OdI
raws_backup_restore_testing_selection 0Oe00OeX0OeX0OeX0OeX0OeX0OeX
raws_backup_selection 0Ofa0Og50Og50Og50Og50Og50Og5
raws_backup_vault 0Ogg0OhF0OhF0OhF0OhF0OhF0OhF
raws_backup_vault_lock_configuration 0Ohu0OiH0OiH0OiH0OiH0OiH0OiH
raws_backup_vault_notifications 0Oik0Oj30Oj30Oj30Oj30Oj30Oj3
raws_backup_vault_policy 0OjS0Ojj0Ojj0Ojj0Ojj0Ojj0Ojj
raws_batch_compute_environment 0Oll0Oo70Oo70Oo70Oo70Oo70Oo7
raws_batch_job_definition 0OsJ0OtW0OwP0OwP0OwP0OwP0OwP
raws_batch_job_queue 0Oy40Oyr0Oyr0Oyr0Oyr0Oyr0Oyr
raws_batch_scheduling_policy 0Ozy0O-L0O-L0O-L0O-L0O-L0O-L
raws_bcmdataexports_export 0P000P0t0P0t0P0t0P0t0P0t0P0t
raws_bedrock_custom_model 0P1Z0P2q0P2q0P2q0P2q0P2q0P2q
raws_bedrock_evaluation_job ------------------------0P7u
raws_bedrock_foundation_model_agreement --------------------0P950P95
raws_bedrock_guardrail 0PAz0PEz0PEz0PEz0PEz0PGy0PGy
raws_bedrock_guardrail_version 0PIH0PIc0PIc0PIc0PIc0PIc0PIc
raws_bedrock_inference_profile 0PJ40PJv0PJv0PJv0PJv0PJv0PJv
raws_bedrock_model_invocation_job ------------------------0PLM
raws_bedrock_model_invocation_logging_configuration 0PNM0PO50PP10PP10PP10PP10PP1
raws_bedrock_provisioned_model_throughput 0PPE0PPp0PPp0PPp0PPp0PPp0PPp
raws_bedrock_use_case_for_model_access --------------------0PQS0PQS
raws_bedrockagent_agent 0PRg0PT80PUp0PUp0PUp0PUp0PUp
raws_bedrockagent_agent_action_group 0PXF0PY80PY80PY80PY80PY80PY8
raws_bedrockagent_agent_alias 0PZE0PZt0PZt0PZt0PZt0PZt0PZt
raws_bedrockagent_agent_collaborator 0Paf0PbI0PbI0PbI0PbI0PbI0PbI
raws_bedrockagent_agent_knowledge_base_association 0Pb_0PcS0PcS0PcS0PcS0PcS0PcS
raws_bedrockagent_data_source 0PiF0Piu0PkH0PkH0PkH0PmD0Pom
raws_bedrockagent_flow ----0Pvq0Pvq0Pvq0Pvq0Pvq0Pvq
raws_bedrockagent_knowledge_base 0PzZ0P_N0Q5Y0Q5Y0Q5Y0Q7k0Q7k
raws_bedrockagent_prompt 0Q9I0QA30QA30QA30QA30QA30QA3
raws_bedrockagentcore_agent_runtime ----0QCX0QCX0QE40QFe0QIM0QK9
raws_bedrockagentcore_agent_runtime_endpoint ----0QLQ0QLQ0QLQ0QLQ0QLQ0QLQ
raws_bedrockagentcore_api_key_credential_provider ----0QM80QM80QMb0QMb0QMb0QNJ
raws_bedrockagentcore_browser ----0QOR0QOR0QOR0QOR0QPb0QPb
raws_bedrockagentcore_browser_profile --------------------0QQU0QQU
raws_bedrockagentcore_code_interpreter ----0QQ_0QQ_0QQ_0QQ_0QRe0QRe
raws_bedrockagentcore_evaluator --------------------0QTg0QTg
raws_bedrockagentcore_gateway ----0QVC0QVC0QWL0QY20QZK0QaX
raws_bedrockagentcore_gateway_rule ------------------------0Qdn
raws_bedrockagentcore_gateway_target ----0Qh_0Qh_0QkP0Qly0Qn80Qrl
raws_bedrockagentcore_harness ----------------0Qxe0Qzr0R3y
raws_bedrockagentcore_memory ----0R5T0R5T0R5T0R5T0R6l0R7a
raws_bedrockagentcore_memory_strategy ----0R8l0R8l0R8l0R8l0R8l0RCT
raws_bedrockagentcore_oauth2_credential_provider ----0RFH0RFH0RFg0RFg0RFg0RL4
raws_bedrockagentcore_online_evaluation_config ----------------0RMx0RMx0RMx
raws_bedrockagentcore_policy --------------------0RO20RO2
raws_bedrockagentcore_policy_engine ----------------0ROd0ROd0ROd
raws_bedrockagentcore_registry --------------------0RPH0RPs
raws_bedrockagentcore_resource_policy ----------------0RQR0RQR0RQR
raws_bedrockagentcore_token_vault_cmk ----0RQn0RQn0RQn0RQn0RQn0RQn
raws_bedrockagentcore_workload_identity ----0RQ-0RQ-0RQ-0RQ-0RQ-0RRF
raws_billing_view ----0RS70RS70RTL0RTL0RTL0RTL
raws_budgets_budget 0RV_0RX80RZk0Ra_0Ra_0Ra_0Ra_
raws_budgets_budget_action 0RdQ0RdQ0RdQ0RdQ0RdQ0RdQ0RdQ
raws_ce_anomaly_monitor 0ReR0ReR0ReR0ReR0ReR0ReR0ReR
raws_ce_anomaly_subscription 0Rf50Rf50Rf50Rf50Rf50Rf50Rf5
raws_ce_cost_allocation_tag 0Rfk0Rfk0Rfk0Rfk0Rfk0Rfk0Rfk
raws_ce_cost_category 0RhC0RhC0RhC0RiA0RiA0RiA0RiA
raws_chatbot_slack_channel_configuration 0Rit0Rjm0Rjm0Rjm0Rjm0Rjm0Rjm
raws_chatbot_teams_channel_configuration 0Rkj0Rlg0Rlg0Rlg0Rlg0Rlg0Rlg
raws_chime_voice_connector 0Rmh0RnC0RnC0RnC0RnC0RnC0RnC
raws_chime_voice_connector_group 0Rnw0Ro70Ro70Ro70Ro70Ro70Ro7
raws_chime_voice_connector_logging 0RoO0Rof0Rof0Rof0Rof0Rof0Rof
raws_chime_voice_connector_origination 0RpJ0Rpa0Rpa0Rpa0Rpa0Rpa0Rpa
raws_chime_voice_connector_streaming 0Rq20RqR0RqR0RqR0RqR0RqR0RqR
raws_chime_voice_connector_termination 0Rqu0RrL0RrL0RrL0RrL0RrL0RrL
raws_chime_voice_connector_termination_credentials 0Rrs0Rs30Rs30Rs30Rs30Rs30Rs3
raws_chimesdkmediapipelines_media_insights_pipeline_configuration 0Rvy0RwX0RwX0RwX0RwX0RwX0RwX
raws_chimesdkvoice_global_settings 0RxF0RxF0RxF0RxF0RxF0RxF0RxF
raws_chimesdkvoice_sip_media_application 0RxO0Rxr0Rxr0Rxr0Rxr0Rxr0Rxr
raws_chimesdkvoice_sip_rule 0RyZ0Ryy0Ryy0Ryy0Ryy0Ryy0Ryy
raws_chimesdkvoice_voice_profile_domain 0RzP0Rzw0Rzw0Rzw0Rzw0Rzw0Rzw
raws_cleanrooms_collaboration 0R_10R_w0R_w0R_w0R_w0R_w0R_w
raws_cleanrooms_configured_table 0S140S1r0S1r0S1r0S1r0S1r0S1r
raws_cleanrooms_membership 0S3F0S4G0S4G0S4G0S4G0S4G0S4G
raws_cloud9_environment_ec2 0S5L0S6A0S6A0S6A0S6A0S6A0S6A
raws_cloud9_environment_membership 0S730S7O0S7O0S7O0S7O0S7O0S7O
raws_cloudcontrolapi_resource 0S7n0S8I0S8I0S8I0S8I0S8I0S8I
raws_cloudformation_stack 0S8t0S9y0S9y0S9y0S9y0S9y0S9y
raws_cloudformation_stack_instances 0SCO0SD90SD90SD90SD90SD90SD9
raws_cloudformation_stack_set 0SEg0SFt0SFt0SHL0SHL0SHL0SHL
raws_cloudformation_stack_set_instance 0SIp0SJe0SJe0SJe0SJe0SJe0SJe
raws_cloudformation_type 0SKg0SLp0SLp0SLp0SLp0SLp0SLp
raws_cloudfront_anycast_ip_list --------0SN00SN00SN00SN00SN0
raws_cloudfront_cache_policy 0SOQ0SOQ0SOQ0SOQ0SOQ0SOQ0SOQ
raws_cloudfront_connection_function --------0SPH0SPH0SPH0SPH0SPH
raws_cloudfront_connection_group --------0SP-0SP-0SP-0SP-0SP-
raws_cloudfront_continuous_deployment_policy 0SRi0SRi0SRi0SRi0SRi0SRi0SRi
raws_cloudfront_distribution 0SZR0Scx0SgW0SgW0Siw0Smg0Smg
raws_cloudfront_distribution_tenant --------0Spz0Spz0Spz0Spz0Spz
raws_cloudfront_field_level_encryption_config 0Srm0Srm0Srm0Srm0Srm0Srm0Srm
raws_cloudfront_field_level_encryption_profile 0SsV0SsV0SsV0SsV0SsV0SsV0SsV
raws_cloudfront_function 0Ssy0Ssy0Ssy0Ssy0Stf0Stf0Stf
raws_cloudfront_key_group 0SuU0SuU0SuU0SuU0SuU0SuU0SuU
raws_cloudfront_key_value_store 0Sup0Sup0Sup0Sup0Sup0SvG0SvG
raws_cloudfront_monitoring_subscription 0Sv_0Sv_0Sv_0Sv_0Sv_0Sv_0Sv_
raws_cloudfront_multitenant_distribution --------0S_W0T2l0T2l0T5c0T5c
raws_cloudfront_origin_access_control 0T7F0T7F0T7F0T7F0T7F0T7F0T7F
raws_cloudfront_origin_access_identity 0T7m0T7m0T7m0T7m0T7m0T7m0T7m
raws_cloudfront_origin_request_policy 0T8H0T8H0T8H0T8H0T8H0T8H0T8H
raws_cloudfront_public_key 0T8o0T8o0T8o0T8o0T8o0T8o0T8o
raws_cloudfront_realtime_log_config 0T9X0T9X0T9X0T9X0T9X0T9X0T9X
raws_cloudfront_response_headers_policy 0TCN0TD00TD00TD00TD00TD00TD0
raws_cloudfront_trust_store --------0TD_0TD_0TD_0TD_0TD_
raws_cloudfront_vpc_origin 0TF60TF60TF60TF60TF60TF60TF6
raws_cloudfrontkeyvaluestore_key 0TFZ0TFZ0TFZ0TFZ0TFZ0TFZ0TFZ
raws_cloudfrontkeyvaluestore_keys_exclusive 0TFu0TFu0TFu0TFu0TFu0TFu0TFu
raws_cloudhsm_v2_cluster 0TG90TG-0TG-0TG-0TG-0TG-0TG-
raws_cloudhsm_v2_hsm 0THt0TIS0TIS0TIS0TIS0TIS0TIS
raws_cloudsearch_domain 0TK40TKn0TKn0TKn0TKn0TKn0TKn
raws_cloudsearch_domain_service_access_policy 0TLY0TLp0TLp0TLp0TLp0TLp0TLp
raws_cloudtrail 0TND0TOY0TOY0TOY0TOY0TOY0TOY
raws_cloudtrail_event_data_store 0TQX0TRQ0TRQ0TRQ0TRQ0TRQ0TRQ
raws_cloudtrail_organization_delegated_admin_account 0TSN0TSN0TSN0TSN0TSN0TSN0TSN
raws_cloudwatch_alarm_mute_rule ------------0TT70TT70TT70TT7
raws_cloudwatch_composite_alarm 0TU90TUw0TUw0TUw0TUw0TUw0TUw
raws_cloudwatch_contributor_insight_rule 0TVl0TW80TW80TW80TW80TW80TW8
raws_cloudwatch_contributor_managed_insight_rule 0TWb0TX20TX20TX20TX20TX20TX2
raws_cloudwatch_dashboard 0TXZ0TXq0TXq0TXq0TXq0TXq0TXq
raws_cloudwatch_event_api_destination 0TY90TYg0TYg0TYg0TYg0TYg0TYg
raws_cloudwatch_event_archive 0TZF0TZi0TZi0TZi0TZi0TZi0TZi
raws_cloudwatch_event_bus 0TaH0Ta_0Ta_0Ta_0Ta_0Ta_0Ta_
raws_cloudwatch_event_bus_policy 0Tbi0Tbv0Tbv0Tbv0Tbv0Tbv0Tbv
raws_cloudwatch_event_connection 0TdT0Te20Te20Tf00Tf00Tf00Tf0
raws_cloudwatch_event_endpoint 0Tg60Tgh0Tgh0Tgh0Tgh0Tgh0Tgh
raws_cloudwatch_event_permission 0ThK0Thj0Thj0Thj0Thj0Thj0Thj
raws_cloudwatch_event_rule 0TiA0Tj30Tj30Tj30Tj30Tj30Tj3
raws_cloudwatch_event_target 0TmI0Tnd0Tnd0Tnd0Tnd0Tnd0Tnd
raws_cloudwatch_log_account_policy 0Tp00TpP0TpP0TpP0TpP0TpP0TpP
raws_cloudwatch_log_anomaly_detector 0Tps0TqV0TqV0TqV0TqV0TqV0TqV
raws_cloudwatch_log_data_protection_policy 0TrC0TrP0TrP0TrP0TrP0TrP0TrP
raws_cloudwatch_log_delivery 0Trp0TsO0TsO0TsO0TsO0TsO0TsO
raws_cloudwatch_log_delivery_destination 0Tt60Tte0Tte0Tte0Tte0Tte0Tte
raws_cloudwatch_log_delivery_destination_policy 0Tu90TuI0TuI0TuI0TuI0TuI0TuI
raws_cloudwatch_log_delivery_source 0TuV0Tuy0Tuy0Tuy0Tuy0Tuy0Tuy
raws_cloudwatch_log_destination 0TvT0Tvw0Tvw0Tvw0Tvw0Tvw0Tvw
raws_cloudwatch_log_destination_policy 0TwR0Twi0Twi0Twi0Twi0Twi0Twi
raws_cloudwatch_log_group 0Tx10Txg0Txg0Txg0Txg0Txg0Txg
raws_cloudwatch_log_index_policy 0TyR0Tya0Tya0Tya0Tya0Tya0Tya
raws_cloudwatch_log_metric_filter 0TzA0TzV0TzV0TzV0TzV0TzV0TzV
raws_cloudwatch_log_resource_policy 0Tzy0T-90T-90T-Q0T-Q0T-Q0T-Q
raws_cloudwatch_log_s3_table_integration_source --------------------0T-t0T-t
raws_cloudwatch_log_storage_tier_policy ------------------------0T_C
raws_cloudwatch_log_stream 0T_P0T_g0T_g0T_g0T_g0T_g0T_g
raws_cloudwatch_log_subscription_filter 0T__0U0S0U0z0U0z0U0z0U0z0U0z
raws_cloudwatch_log_transformer ----0U6h0U6h0U6h0U6h0U6h0U6h
raws_cloudwatch_metric_alarm 0U7k0U9J0U9J0UBE0UBE0UBE0UDI
raws_cloudwatch_metric_stream 0UFc0UGh0UGh0UGh0UGh0UGh0UGh
raws_cloudwatch_otel_enrichment ------------0UHq0UHq0UHq0UI1
raws_cloudwatch_query_definition 0UIM0UIh0UIh0UIh0UIh0UJ40UJ4
raws_cloudwatch_resource_metrics_configuration ------------------------0UJc
raws_cloudwatchomni_domain ------------------------0UJz
raws_cloudwatchomni_space ------------------------0UKh
raws_codeartifact_domain 0ULK0UM10UM10UM10UM10UM10UM1
raws_codeartifact_domain_permissions_policy 0UMo0UNB0UNB0UNB0UNB0UNB0UNB
raws_codeartifact_repository 0UNw0UOd0UOd0UOd0UOd0UOd0UOd
raws_codeartifact_repository_permissions_policy 0UPO0UPr0UPr0UPr0UPr0UPr0UPr
raws_codebuild_fleet 0URE0USe0USe0USe0USe0USe0USe
raws_codebuild_project 0UZK0Ubt0Ue10Ue10Ue10Ugd0Ugd
raws_codebuild_report_group 0Ui-0UjZ0UjZ0UjZ0UjZ0UjZ0UjZ
raws_codebuild_resource_policy 0JZn0JZ-0JZ-0JZ-0JZ-0JZ-0JZ-
raws_codebuild_source_credential 0UkC0Ukb0Ukb0Ukb0Ukb0Ukb0Ukb
raws_codebuild_webhook 0UlX0UmJ0UmJ0UmJ0UmJ0UmJ0UmJ
raws_codecatalyst_dev_environment 0UnR0Uo40Uo40Uo40Uo40Uo40Uo4
raws_codecatalyst_project 0Uon0UpA0UpA0UpA0UpA0UpA0UpA
raws_codecatalyst_source_repository 0Upd0Uq00Uq00Uq00Uq00Uq00Uq0
raws_codecommit_approval_rule_template 0UqT0Ur20Ur20Ur20Ur20Ur20Ur2
raws_codecommit_approval_rule_template_association 0Urh0Uru0Uru0Uru0Uru0Uru0Uru
raws_codecommit_repository 0Us90Uss0Uss0Uss0Uss0Uss0Uss
raws_codecommit_trigger 0Uty0UuD0UuD0UuD0UuD0UuD0UuD
raws_codeconnections_connection 0UuY0UvB0UvB0UvB0UvB0UvB0UvB
raws_codeconnections_host 0Uw90Uwk0Uwk0Uwk0Uwk0Uwk0Uwk
raws_codedeploy_app 0UxN0Uxy0Uxy0Uxy0Uxy0Uxy0Uxy
raws_codedeploy_deployment_config 0UzH0Uzo0Uzo0Uzo0Uzo0Uzo0Uzo
raws_codedeploy_deployment_group 0V0c0V230V230V230V230V230V23
raws_codeguruprofiler_profiling_group 0V3f0V460V460V460V460V460V46
raws_codegurureviewer_repository_association 0V5f0V6c0V6c0V6c0V6c0V6c0V6c
raws_codepipeline 0VCS0VDH0VDH0VDH0VDH0VDH0VFf
raws_codepipeline_custom_action_type 0VHP0VIA0VIA0VIA0VIA0VIA0VIA
raws_codepipeline_webhook 0VJH0VJ-0VJ-0VJ-0VJ-0VJ-0VJ-
raws_codestarconnections_connection 0VKl0VLG0VLG0VLG0VLG0VLG0VLG
raws_codestarconnections_host 0VLr0VMM0VMM0VMM0VMM0VMM0VMM
raws_codestarnotifications_notification_rule 0VN80VNn0VNn0VNn0VNn0VNn0VNn
raws_cognito_identity_pool 0VOh0VPS0VPS0VPS0VPS0VPS0VPS
raws_cognito_identity_pool_provider_principal_tag 0VQH0VQc0VQc0VQc0VQc0VQc0VQc
raws_cognito_identity_pool_roles_attachment 0VRX0VRo0VRo0VRo0VRo0VRo0VRo
raws_cognito_identity_provider 0VS70VSa0VSa0VSa0VSa0VSa0VSa
raws_cognito_log_delivery_configuration ----0VTf0VTf0VTf0VTf0VTf0VTf
raws_cognito_managed_login_branding ----0VUB0VUB0VUB0VUB0VUB0VUB
raws_cognito_managed_user_pool_client 0VVN0VX00VX00VX00VX00VX00VX0
raws_cognito_resource_server 0VYs0VZF0VZF0VZF0VZF0VZF0VZF
raws_cognito_risk_configuration 0Vb80Vbg0Vbg0Vbg0Vbg0Vbg0Vbg
raws_cognito_user 0Vc70VdG0VdG0VdG0VdG0VdG0VdG
raws_cognito_user_group 0VeT0Ves0Ves0Ves0Ves0Ves0Ves
raws_cognito_user_in_group 0VfJ0Vfa0Vfa0Vfa0Vfa0Vfa0Vfa
raws_cognito_user_pool 0VkU0Vmp0Vmp0Vmp0Vmp0Vmp0Vmp
raws_cognito_user_pool_client 0VpC0Vqn0Vqn0Vqn0Vqn0Vqn0Vqn
raws_cognito_user_pool_domain 0VsQ0Vt70Vt70Vt70Vt70Vt70Vt7
raws_cognito_user_pool_ui_customization 0Vtu0VuT0VuT0VuT0VuT0VuT0VuT
raws_comprehend_document_classifier 0VwA0VxB0VxB0VxB0VxB0VxB0VxB
raws_comprehend_entity_recognizer 0Vy_0Vzu0Vzu0Vzu0Vzu0Vzu0Vzu
raws_computeoptimizer_enrollment_status 0V-r0V_A0V_A0V_A0V_A0V_A0V_A
raws_computeoptimizer_recommendation_preferences 0W020W0h0W0h0W0h0W0h0W0h0W0h
raws_config_aggregate_authorization 0W1O0W1n0W1n0W1n0W1n0W1n0W1n
raws_config_config_rule 0W3F0W400W400W400W400W400W40
raws_config_configuration_aggregator 0W5F0W5i0W5i0W5i0W5i0W5i0W5i
raws_config_configuration_recorder 0W720W7N0W7N0W7N0W7N0W7N0W7N
raws_config_configuration_recorder_status 0W7m0W7z0W7z0W7z0W7z0W7z0W7z
raws_config_conformance_pack 0W8N0W8u0W8u0W8u0W8u0W8u0W8u
raws_config_delivery_channel 0W9Y0W9_0W9_0W9_0W9_0W9_0W9_
raws_config_organization_conformance_pack 0WAW0WB90WB90WB90WB90WB90WB9
raws_config_organization_custom_policy_rule 0WBs0WCt0WCt0WCt0WCt0WCt0WCt
raws_config_organization_custom_rule 0WDy0WEr0WEr0WEr0WEr0WEr0WEr
raws_config_organization_managed_rule 0WFo0WGd0WGd0WGd0WGd0WGd0WGd
raws_config_remediation_configuration 0WH_0WIm0WIm0WIm0WIm0WIm0WIm
raws_config_retention_configuration 0WJb0WJo0WJo0WJo0WJo0WJo0WJo
raws_connect_bot_association 03Fa03Fn03Fn03Fn03Fn03Fn03Fn
raws_connect_contact_flow 0WK30WKq0WKq0WKq0WKq0WKq0WKq
raws_connect_contact_flow_module 0WLf0WMM0WMM0WMM0WMM0WMM0WMM
raws_connect_hours_of_operation 0WNT0WO60WO60WO60WO60WO60WO6
raws_connect_instance 0WOp0WPy0WPy0WPy0WPy0WPy0WPy
raws_connect_instance_storage_config 0WSB0WSW0WSW0WSW0WSW0WSW0WSW
raws_connect_lambda_function_association 03O003OD03OD03OD03OD03OD03OD
raws_connect_phone_number 0WT20WTp0WTp0WTp0WTp0WTp0WTp
raws_connect_phone_number_contact_flow_association ----0WUe0WUe0WUe0WUe0WUe0WUe
raws_connect_queue 0WV60WVx0WVx0WVx0WVx0WVx0WVx
raws_connect_quick_connect 0WXS0WY10WY10WY10WY10WY10WY1
raws_connect_routing_profile 0WZC0WaB0WaB0WaB0WaB0WaB0WaB
raws_connect_security_profile 0Way0Wbb0Wbb0Wbb0Wbb0Wbb0Wbb
raws_connect_user 0Wcq0Wdj0Wdj0Wdj0Wdj0Wdj0Wdj
raws_connect_user_hierarchy_group 0Weg0WfJ0WfJ0WfJ0WfJ0WfJ0WfJ
raws_connect_user_hierarchy_structure 0WgY0Wgl0Wgl0Wgl0Wgl0Wgl0Wgl
raws_connect_vocabulary 0Wh00Whr0Whr0Whr0Whr0Whr0Whr
raws_controltower_baseline ----0Wik0Wik0Wik0Wik0Wik0Wik
raws_controltower_control 0WjN0Wjm0Wjm0Wjm0Wjm0Wjm0Wjm
raws_controltower_landing_zone 0WkD0Wko0Wko0WlR0WlR0WlR0WlR
raws_costoptimizationhub_enrollment_status 0Wm80Wm80Wm80Wm80Wm80Wm80Wm8
raws_costoptimizationhub_preferences 0WmL0WmL0WmL0WmL0WmL0WmL0WmL
raws_cur_report_definition 0WmY0WnV0WnV0WnV0WnV0WnV0WnV
raws_customer_gateway 0WoS0Wp50Wp50Wp50Wp50Wp50Wp5
raws_customerprofiles_domain 0Wrm0WsP0WsP0WsP0WsP0WsP0WsP
raws_customerprofiles_profile 0Wtl0WvC0WvC0WvC0WvC0WvC0WvC
raws_dataexchange_data_set 0Wwj0WxA0WxA0WxA0WxA0WxA0WxA
raws_dataexchange_event_action 0WyL0Wyk0Wyk0Wyk0Wyk0Wyk0Wyk
raws_dataexchange_revision 0WzB0Wze0Wze0Wze0Wze0Wze0Wze
raws_dataexchange_revision_assets 0W_R0X0C0X0C0X0C0X0C0X0C0X0C
raws_datapipeline_pipeline 0X110X1M0X1M0X1M0X1M0X1M0X1M
raws_datapipeline_pipeline_definition 0X2a0X2v0X2v0X2v0X2v0X2v0X2v
raws_datasync_agent 0X3I0X430X430X430X430X430X43
raws_datasync_location_azure_blob 0X4z0X5k0X5k0X5k0X5k0X5k0X5k
raws_datasync_location_efs 0X6i0X7P0X7P0X7P0X7P0X7P0X7P
raws_datasync_location_fsx_lustre_file_system 0X8A0X8l0X8l0X8l0X8l0X8l0X8l
raws_datasync_location_fsx_ontap_file_system 0X9y0XAf0XAf0XAf0XAf0XAf0XAf
raws_datasync_location_fsx_openzfs_file_system 0XBV0XC80XC80XC80XC80XC80XC8
raws_datasync_location_fsx_windows_file_system 0XCr0XDc0XDc0XDc0XDc0XDc0XDc
raws_datasync_location_hdfs 0XEj0XFw0XFw0XFw0XFw0XFw0XFw
raws_datasync_location_nfs 0XHG0XHr0XHr0XHr0XHr0XHr0XHr
raws_datasync_location_object_storage 0XIU0XJN0XJN0XJN0XJN0XJN0XJN
raws_datasync_location_s3 0XKP0XL20XL20XL20XL20XL20XL2
raws_datasync_location_smb 0XLl0XMW0XMW0XMW0XMW0XMW0XMW
raws_datasync_task 0XPJ0XQG0XQG0XRQ0XRQ0XRQ0XRQ
raws_datazone_asset_type 0XSi0XTH0XTH0XTH0XTH0XTH0XTH
raws_datazone_domain 0XU30XUq0XVn0XVn0XVn0XVn0XVn
raws_datazone_environment 0XXS0XYX0XYX0XYX0XYX0XYX0XYX
raws_datazone_environment_blueprint_configuration 0XZg0Xa30Xa30Xa30XaW0XaW0XaW
raws_datazone_environment_profile 0Xb10Xbo0Xbo0Xbo0Xbo0Xbo0Xbo
raws_datazone_form_type 0Xcr0Xdg0Xdg0Xdg0Xdg0Xdg0Xdg
raws_datazone_glossary 0XeZ0Xey0Xey0Xey0Xey0Xey0Xey
raws_datazone_glossary_term 0XfY0XgF0XgF0XgF0XgF0XgF0XgF
raws_datazone_policy_grant ------------------------0XjE
raws_datazone_project 0Xjt0Xke0Xke0Xke0Xke0Xke0Xke
raws_datazone_user_profile 0Xlp0XmK0XmK0XmK0XmK0XmK0XmK
raws_dax_cluster 0XnF0Xoe0Xoe0Xoe0Xoe0Xoe0Xoe
raws_dax_parameter_group 0Xq50XqM0XqM0XqM0XqM0XqM0XqM
raws_dax_subnet_group 0Xqh0Xr00Xr00Xr00Xr00Xr00Xr0
raws_db_cluster_snapshot 0XrP0Xsg0Xsg0Xsg0Xsg0Xsg0Xsg
raws_db_event_subscription 0Xt_0Xuq0Xuq0Xuq0Xuq0Xuq0Xuq
raws_db_instance 0Xwa0X_v0Y5I0Y5I0Y5I0Y5I0YAl
raws_db_instance_automated_backups_replication 0YGG0YGf0YGf0YGf0YGf0YGf0YGf
raws_db_instance_role_association 0YH60YHR0YHR0YHR0YHR0YHR0YHR
raws_db_option_group 0YID0YI-0YI-0YI-0YI-0YI-0YI-
raws_db_parameter_group 0YK00YKf0YKf0YKf0YKf0YKf0YKf
raws_db_proxy 0YLl0YMi0YNn0YNn0YNn0YNn0YNn
raws_db_proxy_default_target_group 0YPJ0YPi0YPi0YPi0YPi0YPi0YPi
raws_db_proxy_endpoint 0YQ90YQ-0YQ-0YQ-0YQ-0YQ-0YQ-
raws_db_proxy_target 0YRt0YSa0YSa0YSa0YSa0YSa0YSa
raws_db_snapshot 0YTL0YUs0YUs0YUs0YUs0YUs0YUs
raws_db_snapshot_copy 0YWR0YY40YY40YY40YY40YY40YY4
raws_db_subnet_group 0YZn0YaQ0YaQ0YaQ0YaQ0YaQ0YaQ
raws_default_network_acl 0Ybi0YcL0YcL0YcL0YcL0YcL0YcL
raws_default_route_table 0Ydp0YeS0YeS0YeS0YeS0YeS0YeS
raws_default_security_group 0Yfk0YgV0YgV0YgV0YgV0YgV0YgV
raws_default_subnet 0YhK0Yiv0Yiv0Yiv0Yiv0Yiv0Yiv
raws_default_vpc 0YkY0Yl_0Yl_0Yl_0Yl_0Yl_0Yl_
raws_default_vpc_dhcp_options 0YnW0YoD0YoD0YoD0YoD0YoD0YoD
raws_detective_graph 0Yo-0YpJ0YpJ0YpJ0YpJ0YpJ0YpJ
raws_detective_invitation_accepter 0Ypi0Ypr0Ypr0Ypr0Ypr0Ypr0Ypr
raws_detective_member 0Yq20Yqp0Yqp0Yqp0Yqp0Yqp0Yqp
raws_detective_organization_admin_account 0Yre0Yrn0Yrn0Yrn0Yrn0Yrn0Yrn
raws_detective_organization_configuration 0Yr-0YsB0YsB0YsB0YsB0YsB0YsB
raws_devicefarm_device_pool 0Ysf0YtI0YtI0YtI0YtI0YtI0YtI
raws_devicefarm_instance_profile 0Yt_0Yua0Yua0Yua0Yua0Yua0Yua
raws_devicefarm_network_profile 0YvD0YwE0YwE0YwE0YwE0YwE0YwE
raws_devicefarm_project 0YxJ0Yxi0Yxi0Yxi0Yxi0Yxi0Yxi
raws_devicefarm_test_grid_project 0YyM0Yyp0Yyp0Yyp0Yyp0Yyp0Yyp
raws_devicefarm_upload 0YzK0Yzv0Yzv0Yzv0Yzv0Yzv0Yzv
raws_devopsagent_agent_space ------------------------0Y-Y
raws_devopsguru_event_sources_config 0Y_P0Y_Y0Y_Y0Y_Y0Y_Y0Y_Y0Y_Y
raws_devopsguru_notification_channel 0Y_z0Z0A0Z0A0Z0A0Z0A0Z0A0Z0A
raws_devopsguru_resource_collection 0Z0f0Z0w0Z0w0Z0w0Z0w0Z0w0Z0w
raws_devopsguru_service_integration 0Z1X0Z1o0Z1o0Z1o0Z1o0Z1o0Z1o
raws_directory_service_conditional_forwarder 0Z270Z2O0Z2O0Z2O0Z2O0Z2O0Z2O
raws_directory_service_directory 0Z3J0Z4W0Z4W0Z5n0Z5n0Z5n0Z5n
raws_directory_service_ip_route ------------------------0Z76
raws_directory_service_ip_routes_exclusive ------------------------0Z7m
raws_directory_service_log_subscription 0Z850Z8I0Z8I0Z8I0Z8I0Z8I0Z8I
raws_directory_service_radius_settings 0Z8Z0Z9G0Z9G0Z9G0Z9G0Z9G0Z9G
raws_directory_service_region 0ZAA0ZAh0ZAh0ZAh0ZAh0ZAh0ZAh
raws_directory_service_shared_directory 0ZBP0ZBs0ZBs0ZBs0ZBs0ZBs0ZBs
raws_directory_service_shared_directory_accepter 0ZCN0ZCq0ZCq0ZCq0ZCq0ZCq0ZCq
raws_directory_service_trust 0ZDL0ZEE0ZEE0ZEE0ZEE0ZEE0ZEE
raws_directoryservicedata_user ------------------------0ZFB
raws_dlm_lifecycle_policy 0ZJY0ZNJ0ZNJ0ZNJ0ZNJ0ZNJ0ZP6
raws_dms_certificate 0ZPl0ZQC0ZQC0ZQC0ZQC0ZQC0ZQC
raws_dms_data_provider ------------------------0ZVA
raws_dms_endpoint 0ZcZ0ZgF0Zk-0Zk-0Zk-0Zk-0Zk-
raws_dms_event_subscription 0Zmx0Zne0Zne0Zne0Zne0Zne0Zne
raws_dms_instance_profile ------------------------0ZoP
raws_dms_migration_project ------------------------0Zpa
raws_dms_replication_config 0Zr20Zr_0Zr_0Zr_0Zr_0Zr_0Zr_
raws_dms_replication_instance 0Zt00Zuc0Zuc0Zuc0Zuc0Zuc0Zuc
raws_dms_replication_subnet_group 0ZwB0Zwi0Zwi0Zwi0Zwi0Zwi0Zwi
raws_dms_replication_task 0ZxH0ZyI0ZyI0ZyI0ZyI0ZyI0ZyI
raws_dms_s3_endpoint 0ZzN0a0q0a0q0a0q0a0q0a0q0a0q
raws_docdb_cluster 0a4c0a7G0a7G0a7G0a7G0a7G0a7G
raws_docdb_cluster_instance 0a9z0aBo0aDh0aDh0aDh0aDh0aDh
raws_docdb_cluster_parameter_group 0aFe0aGD0aGD0aGD0aGD0aGD0aGD
raws_docdb_cluster_snapshot 0aGs0aHp0aHp0aHp0aHp0aHp0aHp
raws_docdb_event_subscription 0aIq0aJf0aJf0aJf0aJf0aJf0aJf
raws_docdb_global_cluster 0aKY0aLN0aLN0aLN0aLN0aLN0aLN
raws_docdb_subnet_group 0aMG0aMn0aMn0aMn0aMn0aMn0aMn
raws_docdbelastic_cluster 0aNQ0aOZ0aOZ0aPm0aPm0aPm0aPm
raws_drs_replication_configuration_template 0aRM0aSZ0aSZ0aSZ0aSZ0aSZ0aSZ
raws_dsql_cluster 0aU60aUl0aUl0aUl0aUl0aUl0aUl
raws_dsql_cluster_peering 0aVW0aVn0aVn0aVn0aVn0aVn0aVn
raws_dsql_cluster_policy ------------------------0aW6
raws_dx_bgp_peer 0aWV0aXC0aXC0aXC0aXC0aXC0aXz
raws_dx_connection 0aYo0aZ_0aZ_0aZ_0aZ_0aZ_0abG
raws_dx_connection_association 0acv0ad60ad60ad60ad60ad60ad6
raws_dx_connection_confirmation 0adN0adW0adW0adW0adW0adW0adW
raws_dx_gateway 0adj0adj0ae60ae60ae60ae60ae6
raws_dx_gateway_association 0aed0afK0afK0afK0afK0afK0afK
raws_dx_gateway_association_proposal 0ag50agY0agY0agY0agY0agY0agY
raws_dx_hosted_connection 0ah30ai40ai40ai40ai40ai40ai4
raws_dx_hosted_private_virtual_interface 0aj90akA0akA0akA0akA0akA0alF
raws_dx_hosted_private_virtual_interface_accepter 0ama0an50an50an50an50an50ang
raws_dx_hosted_public_virtual_interface 0aoN0apK0apK0apK0apK0apK0aqL
raws_dx_hosted_public_virtual_interface_accepter 0arU0art0art0art0art0art0art
raws_dx_hosted_transit_virtual_interface 0aj90akA0akA0akA0akA0akA0alF
raws_dx_hosted_transit_virtual_interface_accepter 0asK0asn0asn0asn0asn0asn0atI
raws_dx_lag 0atx0aum0aum0aum0aum0aum0avf
raws_dx_macsec_key_association 0awc0ax30ax30ax30ax30ax30ax3
raws_dx_private_virtual_interface 0axa0ayr0ayr0ayr0ayr0ayr0a-A
raws_dx_public_virtual_interface 0a_l0b0m0b0m0b0m0b0m0b0m0b1r
raws_dx_transit_virtual_interface 0b2-0b4B0b4B0b4B0b4B0b4B0b5S
raws_dynamodb_contributor_insights 0b6z0b7E0b7E0b7E0b7E0b7E0b7E
raws_dynamodb_global_secondary_index --------0b8F0b8F0b8F0b8F0b8F
raws_dynamodb_global_table 0b8z0b9I0b9I0b9I0b9I0b9I0b9I
raws_dynamodb_kinesis_streaming_destination 0b9h0b9y0b9y0b9y0b9y0b9y0b9y
raws_dynamodb_resource_policy 0bAH0bAc0bAc0bAc0bAc0bAc0bAc
raws_dynamodb_table 0bDL0bGc0bJT0bLY0bLY0bLY0bLY
raws_dynamodb_table_export 0bNu0bP50bP50bP50bP50bP50bP5
raws_dynamodb_table_item 0bQM0bQh0bQh0bQh0bQh0bR40bR4
raws_dynamodb_table_replica 0bRb0bSE0bSE0bSE0bSE0bSE0bSE
raws_dynamodb_tag 0bSx0bTC0bTC0bTC0bTC0bTC0bTC
raws_ebs_default_kms_key 0bTX0bTg0bTg0bTg0bTg0bTg0bTg
raws_ebs_encryption_by_default 0bTt0bU00bU00bU00bU00bU00bU0
raws_ebs_fast_snapshot_restore 0bUD0bUY0bUY0bUY0bUY0bUY0bUY
raws_ebs_snapshot 0bUx0bW00bW00bW00bW00bW00bW0
raws_ebs_snapshot_block_public_access 0bX90bXI0bXI0bXI0bXI0bXI0bXI
raws_ebs_snapshot_copy 0bXV0bYm0bYm0bYm0bYm0bYm0bYm
raws_ebs_snapshot_import 0bam0bc10bc10bc10bc10bc10bc1
raws_ebs_volume 0bdM0beR0beR0beR0beR0beR0beR
raws_ebs_volume_copy ------------0bfe0bfe0bfe0bfe
raws_ec2_allowed_images_settings ----0bgu0bgu0bgu0bgu0bgu0bgu
raws_ec2_availability_zone_group 0bh50bhI0bhI0bhI0bhI0bhI0bhI
raws_ec2_capacity_block_reservation 0bhZ0bim0bim0bim0bim0bim0bim
raws_ec2_capacity_reservation 0bk10blA0blA0blA0blA0blA0blA
raws_ec2_carrier_gateway 0bmN0bmm0bmm0bmm0bmm0bmm0bmm
raws_ec2_client_vpn_authorization_rule 0bnD0bng0bng0bng0bng0bng0bng
raws_ec2_client_vpn_endpoint 0bp40bqX0bqX0bsR0bsR0bsR0bsR
raws_ec2_client_vpn_network_association 0bu80buX0buX0buX0buX0buX0buX
raws_ec2_client_vpn_route 0bu-0bvV0bvV0bvV0bvV0bvV0bw4
raws_ec2_default_credit_specification 0bwj0bww0bww0bww0bww0bww0bww
raws_ec2_fleet 0b_R0c0m0c0m0c0m0c0m0c0m0c0m
raws_ec2_host 0c290c2-0c2-0c2-0c2-0c2-0c2-
raws_ec2_image_block_public_access 0c3t0c440c440c440c440c440c44
raws_ec2_instance_connect_endpoint 0c4L0c5E0c5E0c5E0c5E0c5E0c5E
raws_ec2_instance_metadata_defaults 0c6F0c6a0c6a0c6a0c6a0c6a0c6a
raws_ec2_instance_state 0c6z0c7I0c7I0c7I0c7I0c7I0c7I
raws_ec2_local_gateway_route 0c7h0c7y0c7y0c7y0c7y0c7y0c7y
raws_ec2_local_gateway_route_table ----------------0c8H0c8H0c8H
raws_ec2_local_gateway_route_table_virtual_interface_group_association ----------------0c8-0c8-0c8-
raws_ec2_local_gateway_route_table_vpc_association 0c9d0cA00cA00cA00cA00cA00cA0
raws_ec2_managed_prefix_list 0cAc0cBF0cBF0cBF0cBF0cBF0cBF
raws_ec2_managed_prefix_list_entry 0cBy0cCD0cCD0cCD0cCD0cCD0cCD
raws_ec2_network_insights_access_scope ------------0cDi0cDi0cDi0cDi
raws_ec2_network_insights_analysis 0cE90cFA0cFA0cFA0cFA0cFA0cFA
raws_ec2_network_insights_path 0cGf0cHY0cHY0cHY0cHY0cHY0cHY
raws_ec2_secondary_network --------0cIV0cIV0cIV0cIV0cIV
raws_ec2_secondary_subnet --------0cJG0cJG0cJG0cJG0cJG
raws_ec2_serial_console_access 0bTt0bU00bU00bU00bU00bU00bU0
raws_ec2_subnet_cidr_reservation 0cKD0cKc0cKc0cKc0cKc0cKc0cKc
raws_ec2_tag 0cL30cLK0cLK0cLK0cLK0cLK0cLK
raws_ec2_traffic_mirror_filter 0cLf0cM20cM20cM20cM20cM20cM2
raws_ec2_traffic_mirror_filter_rule 0cMV0cNG0cNG0cNG0cNG0cNG0cNG
raws_ec2_traffic_mirror_session 0cO50cOs0cOs0cOs0cOs0cOs0cOs
raws_ec2_traffic_mirror_target 0cPh0cQG0cQG0cQG0cQG0cQG0cQG
raws_ec2_transit_gateway 0cQv0cS20cS20cS20cS20cS20cS2
raws_ec2_transit_gateway_connect 0cTJ0cTu0cTu0cTu0cTu0cTu0cTu
raws_ec2_transit_gateway_connect_peer 0cUX0cVI0cVI0cVI0cVI0cVI0cVI
raws_ec2_transit_gateway_default_route_table_association 0cW70cWS0cWS0cWS0cWS0cWS0cWS
raws_ec2_transit_gateway_default_route_table_propagation 0cW70cWS0cWS0cWS0cWS0cWS0cWS
raws_ec2_transit_gateway_metering_policy ------------0cWr0cWr0cWr0cWr
raws_ec2_transit_gateway_metering_policy_entry ------------0cXM0cXM0cXM0cXM
raws_ec2_transit_gateway_multicast_domain 0cYF0cYu0cYu0cYu0cYu0cYu0cYu
raws_ec2_transit_gateway_multicast_domain_association 0cZb0cZw0cZw0cZw0cZw0cZw0cZw
raws_ec2_transit_gateway_multicast_group_member 0caJ0caa0caa0caa0caa0caa0caa
raws_ec2_transit_gateway_multicast_group_source 0caJ0caa0caa0caa0caa0caa0caa
raws_ec2_transit_gateway_peering_attachment 0ca-0cbi0cbi0cbi0cbi0cbi0cbi
raws_ec2_transit_gateway_peering_attachment_accepter 0ccP0ccw0ccw0ccw0ccw0ccw0ccw
raws_ec2_transit_gateway_policy_table 0cdV0cdu0cdu0cdu0cdu0cdu0cdu
raws_ec2_transit_gateway_policy_table_association 0ceL0ceg0ceg0ceg0ceg0ceg0ceg
raws_ec2_transit_gateway_policy_table_entry ------------------------0cfb
raws_ec2_transit_gateway_prefix_list_reference 0cfw0cgJ0cgJ0cgJ0cgJ0cgJ0cgJ
raws_ec2_transit_gateway_route 0cgm0ch50ch50ch50ch50ch50ch5
raws_ec2_transit_gateway_route_table 0chU0chx0chx0chx0chx0chx0chx
raws_ec2_transit_gateway_route_table_association 0ciS0cir0cir0cir0cir0cir0cir
raws_ec2_transit_gateway_route_table_propagation 0cjI0cjd0cjd0cjd0cjd0cjd0cjd
raws_ec2_transit_gateway_vpc_attachment 0ck00ckv0ckv0ckv0ckv0ckv0ckv
raws_ec2_transit_gateway_vpc_attachment_accepter 0cls0cml0cml0cml0cml0cml0cml
raws_ecr_account_setting 0LTD0cni0cni0cni0cni0cni0cni
raws_ecr_lifecycle_policy 0cnv0coA0coA0coA0coA0coA0coA
raws_ecr_pull_through_cache_rule 0coV0coy0coy0coy0coy0coy0coy
raws_ecr_pull_time_update_exclusion --------0cpT0cpT0cpT0cpT0cpT
raws_ecr_registry_policy 0cpc0cpp0cpp0cpp0cpp0cpp0cpp
raws_ecr_registry_scanning_configuration 0cqM0cqd0cqd0cqd0cqd0cqd0cqd
raws_ecr_replication_configuration 0crJ0crW0crW0crW0crW0crW0crW
raws_ecr_repository 0cr_0csm0csm0csm0csm0csm0csm
raws_ecr_repository_creation_template 0ctf0cuM0cuM0cuM0cuM0cuM0cuM
raws_ecr_repository_policy 0cnv0coA0coA0coA0coA0coA0coA
raws_ecrpublic_repository 0cva0cwD0cwD0cwD0cwD0cwD0cwD
raws_ecrpublic_repository_policy 0cww0cxB0cxB0cxB0cxB0cxB0cxB
raws_ecs_account_setting_default 0cxW0cxn0cxn0cxn0cxn0cxn0cxn
raws_ecs_capacity_provider 0cyi0cz-0c_D0c_D0c_D0c_D0d0x
raws_ecs_cluster 0d2P0d2w0d2w0d2w0d2w0d2w0d2w
raws_ecs_cluster_capacity_providers 0d3V0d3m0d3m0d3m0d3m0d3m0d3m
raws_ecs_daemon --------------------0d4R0d4R
raws_ecs_daemon_task_definition --------------------0dA10dA1
raws_ecs_express_gateway_service ----0dBs0dBs0dBs0dBs0dBs0dBs
raws_ecs_service 0dGg0dLQ0dLQ0dOL0dOL0dOL0dRf
raws_ecs_tag 0bSx0bTC0bTC0bTC0bTC0bTC0bTC
raws_ecs_task_definition 0dWC0dXn0dXn0da40da40da40da4
raws_ecs_task_set 0dcG0ddb0ddb0ddb0ddb0ddb0ddb
raws_efs_access_point 0dfX0dg60dg60dg60dg60dg60dg6
raws_efs_backup_policy 0dgl0dgy0dgy0dgy0dgy0dgy0dgy
raws_efs_file_system 0dhi0div0div0div0div0div0div
raws_efs_file_system_policy 0dkA0dkR0dkR0dkR0dkR0dkR0dkR
raws_efs_mount_target 0dkm0dlb0dlb0dlb0dlb0dlb0dlb
raws_efs_replication_configuration 0dmx0dnS0dnS0dnS0dnS0dnS0dnS
raws_egress_only_internet_gateway 0do10doI0doI0doI0doI0doI0doI
raws_eip 0doq0dqL0dqL0dqL0dqL0dqL0dqL
raws_eip_association 0drs0dsJ0dsJ0dsJ0dsJ0dsJ0dsJ
raws_eip_domain_name 0dsq0dt90dt90dt90dt90dt90dt9
raws_eks_access_entry 0dtY0duJ0duJ0duJ0duJ0duJ0duJ
raws_eks_access_policy_association 0dvH0dvo0dvo0dvo0dvo0dvo0dvo
raws_eks_addon 0dwW0dxb0dxb0dyl0dyl0dyl0dyl
raws_eks_capability ----0d-j0d-j0d-j0d-j0d-j0d-j
raws_eks_cluster 0e1Q0e3p0e3p0e3p0e5v0e8w0eBu
raws_eks_fargate_profile 0eEA0eEt0eEt0eEt0eEt0eEt0eEt
raws_eks_identity_provider_config 0eG90eGg0eGg0eHF0eHF0eHF0eHF
raws_eks_node_group 0eIn0eL40eM-0eM-0eM-0eOy0eOy
raws_eks_pod_identity_association 0eQj0eRI0eRI0eRI0eRI0eRI0eS7
raws_elastic_beanstalk_application 0eTH0eTk0eTk0eTk0eTk0eTk0eTk
raws_elastic_beanstalk_application_version 0eUF0eUy0eUy0eUy0eUy0eUy0eUy
raws_elastic_beanstalk_configuration_template 0eV-0eWR0eWR0eWR0eWR0eWR0eWR
raws_elastic_beanstalk_environment 0eXD0eYo0eYo0eYo0eYo0eYo0eYo
raws_elasticache_cluster 0eai0ed10ed10ed10ed10ed10ed1
raws_elasticache_global_replication_group 0efZ0egm0egm0egm0egm0egm0egm
raws_elasticache_parameter_group 0ei10eiY0eiY0eiY0eiY0eiY0eiY
raws_elasticache_replication_group 0ej70emf0emf0emf0emf0eps0et7
raws_elasticache_reserved_cache_node 0ewf0exg0exg0exg0exg0exg0exg
raws_elasticache_serverless_cache 0ezE0e_60e_60e_60e_60f0Z0f0Z
raws_elasticache_subnet_group 0f240f2b0f2b0f2b0f2b0f2b0f2b
raws_elasticache_user 0f3e0f4P0f4P0f5E0f5E0f5E0f5E
raws_elasticache_user_group 0f6B0f6e0f6e0f6e0f6e0f6e0f6e
raws_elasticache_user_group_association 0f790f7Q0f7Q0f7Q0f7Q0f7Q0f7Q
raws_elasticsearch_domain 0fAy0fCP0fCP0fCP0fCP0fCP0fCP
raws_elasticsearch_domain_policy 0fDw0fEB0fEB0fEB0fEB0fEB0fEB
raws_elasticsearch_domain_saml_options 0fF60fFN0fFN0fFN0fFN0fFN0fFN
raws_elasticsearch_vpc_endpoint 0fFz0fGI0fGI0fGI0fGI0fGI0fGI
raws_elastictranscoder_pipeline 0fHI0fI30fI30fI30fI30fI30fI3
raws_elastictranscoder_preset 0fLT0fME0fME0fME0fME0fME0fME
raws_elb 0fN-0fPV0fPV0fPV0fPV0fPV0fPV
raws_elb_attachment 0fR40fRH0fRH0fRH0fRH0fRH0fRH
raws_emr_block_public_access_configuration 0fRh0fRu0fRu0fRu0fRu0fRu0fRu
raws_emr_cluster 0fWw0fZK0fZK0fZK0fZK0fZK0fZK
raws_emr_instance_fleet 0fbj0fcI0fcI0fcI0fcI0fcI0fcI
raws_emr_instance_group 0fcx0fdi0fdi0fdi0fdi0fdi0fdi
raws_emr_managed_scaling_policy 0fes0ff30ff30ff30ff30ff30ff3
raws_emr_security_configuration 0ffS0ffn0ffn0ffn0ffn0ffn0ffn
raws_emr_studio 0fgA0fhJ0fhJ0fhJ0fhJ0fhJ0fhJ
raws_emr_studio_session_mapping 0fiW0fiv0fiv0fiv0fiv0fiv0fiv
raws_emrcontainers_job_template 0fkx0fm70fm70fm70fm70fm70fm7
raws_emrcontainers_virtual_cluster 0fn30fnW0fnW0fnW0fnW0fnW0fnW
raws_emrserverless_application 0fp00frC0frC0fsP0fsP0fsP0fsP
raws_evidently_feature 0fu40fv90fv90fv90fv90fv90fv9
raws_evidently_launch 0fxb0fyk0fyk0fyk0fyk0fyk0fyk
raws_evidently_project 0f-I0f_J0f_J0f_J0f_J0f_J0f_J
raws_evidently_segment 0g0O0g150g150g150g150g150g15
raws_finspace_kx_cluster 0g400g5n0g5n0g5n0g5n0g5n0g5n
raws_finspace_kx_database 0g7c0g8F0g8F0g8F0g8F0g8F0g8F
raws_finspace_kx_dataview 0g990gAI0gAI0gAI0gAI0gAI0gAI
raws_finspace_kx_environment 0gCW0gDT0gDT0gDT0gDT0gDT0gDT
raws_finspace_kx_scaling_group 0gEU0gFN0gFN0gFN0gFN0gFN0gFN
raws_finspace_kx_user 0gGK0gGr0gGr0gGr0gGr0gGr0gGr
raws_finspace_kx_volume 0gHd0gIi0gIi0gIi0gIi0gIi0gIi
raws_fis_experiment_template 0gLu0gMf0gMf0gMf0gMf0gMf0gMf
raws_fis_safety_lever_state ------------------------0gNd
raws_fis_target_account_configuration ----0gNu0gNu0gNu0gNu0gNu0gNu
raws_flow_log 0gOQ0gPZ0gPZ0gPZ0gPZ0gQv0gQv
raws_fms_admin_account 0gSA0gSA0gSA0gSA0gSA0gSA0gSA
raws_fms_policy 0gU40gVD0gVD0gVD0gVD0gVD0gVD
raws_fms_resource_set 0gWx0gXK0gXK0gXK0gXK0gXK0gXK
raws_fsx_backup 0gXn0gYQ0gYQ0gYQ0gYQ0gYQ0gYQ
raws_fsx_data_repository_association 0gZL0gaA0gaA0gaA0gaA0gaA0gaA
raws_fsx_file_cache 0gcW0gdn0gdn0gdn0gdn0gdn0gdn
raws_fsx_lustre_file_system 0gfg0gi80gi80gi80gi80gi80gi8
raws_fsx_ontap_file_system 0gkg0gmN0gmN0gmN0gmN0gmN0go8
raws_fsx_ontap_storage_virtual_machine 0gqV0grK0grK0grK0grK0grK0grK
raws_fsx_ontap_volume 0gtI0gux0gux0gux0gux0gux0gux
raws_fsx_openzfs_file_system 0gxS0gzc0gzc0gzc0gzc0gzc0g_l
raws_fsx_openzfs_snapshot 0h1y0h2T0h2T0h2T0h2T0h2T0h2T
raws_fsx_openzfs_volume 0h3B0h4K0h4K0h4K0h4K0h4K0h4K
raws_fsx_s3_access_point_attachment ----0h6E0h6E0h6E0h6E0h6E0h6E
raws_fsx_windows_file_system 0h6y0h9I0hBm0hEM0hEM0hEM0hGN
raws_gamelift_alias 0hIf0hJ60hJ60hJ60hJ60hJ60hJ6
raws_gamelift_build 0hJu0hKP0hKP0hKP0hKP0hKP0hKP
raws_gamelift_fleet 0hLt0hNG0hNG0hNG0hNG0hNG0hNG
raws_gamelift_game_server_group 0hPH0hQI0hQI0hQI0hQI0hQI0hQI
raws_gamelift_game_session_queue 0hRW0hS90hS90hS90hS90hS90hS9
raws_gamelift_script 0hSs0hTN0hTN0hTN0hTN0hTN0hTN
raws_glacier_vault 0hU50hUc0hUc0hUc0hUc0hUc0hUc
raws_glacier_vault_lock 0hVB0hVW0hVW0hVW0hVW0hVW0hVW
raws_globalaccelerator_accelerator 0hW60hW60hW60hW60hW60hW60hW6
raws_globalaccelerator_cross_account_attachment 0hXC0hXC0hXC0hXC0hXC0hXC0hXC
raws_globalaccelerator_custom_routing_accelerator 0hXn0hXn0hXn0hXn0hXn0hXn0hXn
raws_globalaccelerator_custom_routing_endpoint_group 0hYu0hYu0hYu0hYu0hYu0hYu0hYu
raws_globalaccelerator_custom_routing_listener 0hZL0hZL0hZL0hZL0hZL0hZL0hZL
raws_globalaccelerator_endpoint_group 0ha40ha40ha40ha40ha40ha40ha4
raws_globalaccelerator_listener 0hav0hav0hav0hav0hav0hav0hav
raws_glue_catalog ------------0hcr0hcr0hcr0hcr
raws_glue_catalog_database 0heT0hfE0hfE0hfE0hfE0hfE0hfE
raws_glue_catalog_table 0hj30hlV0hlV0hph0hph0hph0hph
raws_glue_catalog_table_optimizer 0hrf0hst0hst0hst0hst0hst0htt
raws_glue_classifier 0hvG0hvf0hvf0hvf0hvf0hvf0hvf
raws_glue_connection 0hwJ0hx40hx40hzN0hzN0hzN0hzN
raws_glue_crawler 0i0d0i2C0i2C0i2C0i2C0i2C0i2C
raws_glue_data_catalog_encryption_settings 0i4K0i4X0i4X0i4X0i4X0i4X0i4X
raws_glue_data_quality_ruleset 0i4_0i5i0i5i0i5i0i5i0i5i0i5i
raws_glue_dev_endpoint 0i6T0i860i860i860i860i860i86
raws_glue_job 0iAl0iCG0iCG0iCG0iCG0iCG0iCG
raws_glue_ml_transform 0iEj0iFo0iFo0iFo0iFo0iFo0iFo
raws_glue_partition 0iHm0iIP0iIP0iIP0iIP0iIP0iIP
raws_glue_partition_index 0iJJ0iJi0iJi0iJi0iJi0iJi0iJi
raws_glue_registry 0iK90iKY0iKY0iKY0iKY0iKY0iKY
raws_glue_resource_policy 0iK_0iLC0iLC0iLC0iLC0iLC0iLC
raws_glue_schema 0iLT0iMM0iMM0iMM0iMM0iMM0iMM
raws_glue_security_configuration 0iNx0iO80iO80iO80iO80iO80iO8
raws_glue_trigger 0iPP0iQQ0iQQ0iQQ0iQQ0iQQ0iQQ
raws_glue_user_defined_function 0iRe0iSH0iSH0iSH0iSH0iSH0iSH
raws_glue_workflow 0iS-0iTV0iTV0iTV0iTV0iTV0iTV
raws_grafana_license_association 0iU40iUX0iUX0iUX0iUX0iUX0iUX
raws_grafana_role_association 0iV20iVR0iVR0iVR0iVR0iVR0iVR
raws_grafana_workspace 0iW10iXQ0iXQ0iYt0iYt0iYt0iYt
raws_grafana_workspace_api_key 0iaO0ian0ian0ian0ian0ian0ian
raws_grafana_workspace_saml_configuration 0ibE0icF0icF0icF0icF0icF0icF
raws_grafana_workspace_service_account 0idK0idf0idf0idf0idf0idf0idf
raws_grafana_workspace_service_account_token 0ie20ied0ied0ied0ied0ied0ied
raws_guardduty_detector 0ifn0igI0igI0igI0igI0igI0igI
raws_guardduty_detector_feature 0ih00ihL0ihL0ihL0ihL0ihL0ihL
raws_guardduty_filter 0iiG0iiv0ikG0ikG0ikG0ikG0ikG
raws_guardduty_invite_accepter 0ikz0ilE0ilE0ilE0ilE0ilE0ilE
raws_guardduty_ipset 0ilZ0im80im80imn0imn0imn0imn
raws_guardduty_malware_protection_plan 0inn0ioM0ioM0ioM0ioM0ioM0ioM
raws_guardduty_member 0io_0ipa0ipa0ipa0ipa0ipa0ipa
raws_guardduty_member_detector_feature 0iqD0iqY0iqY0iqY0iqY0iqY0iqY
raws_guardduty_organization_admin_account 0iqx0ir40ir40ir40ir40ir40ir4
raws_guardduty_organization_configuration 0irj0is20is20is20is20is20is2
raws_guardduty_organization_configuration_feature 0isW0isr0isr0isr0isr0isr0isr
raws_guardduty_publishing_destination 0itE0itZ0itZ0ity0ity0ity0ity
raws_guardduty_threatintelset 0ilZ0im80im80iub0iub0iub0iub
raws_iam_access_key 0ivI0ivI0ivI0ivI0ivI0ivI0ivI
raws_iam_account_alias 0ivx0ivx0ivx0ivx0ivx0ivx0ivx
raws_iam_account_password_policy 0iw40iw40iw40iw40iw40iw40iw4
raws_iam_group 0iwn0iwn0iwn0iwn0iwn0iwn0iwn
raws_iam_group_membership 0ix60ix60ix60ix60ix60ix60ix6
raws_iam_group_policies_exclusive 0ixN0ixN0ixN0ixN0ixN0ixN0ixN
raws_iam_group_policy 0ixW0ixW0ixW0ixW0ixW0ixW0ixW
raws_iam_group_policy_attachment 0ixr0ixr0ixr0ixr0ixr0ixr0ixr
raws_iam_group_policy_attachments_exclusive 0iy20iy20iy20iy20iy20iy20iy2
raws_iam_instance_profile 0iyB0iyB0iyB0iyB0iyB0iyB0iyB
raws_iam_openid_connect_provider 0iyq0iyq0iyq0iyq0iyq0iyq0iyq
raws_iam_organizations_features 0izH0izH0izH0izH0izH0izH0izH
raws_iam_outbound_web_identity_federation --------08Cp08Cp08Cp08Cp08Cp
raws_iam_policy 0izQ0izQ0i-70i-70i-70i-70i-7
raws_iam_policy_attachment 0i-u0i-u0i-u0i-u0i-u0i-u0i-u
raws_iam_role 0i_Q0i_Q0i_Q0i_Q0i_Q0i_Q0i_Q
raws_iam_role_policies_exclusive 0j0R0j0R0j0R0j0R0j0R0j0R0j0R
raws_iam_role_policy 0j0a0j0a0j0a0j0a0j0a0j0a0j0a
raws_iam_role_policy_attachment 0j0v0j0v0j0v0j0v0j0v0j0v0j0v
raws_iam_role_policy_attachments_exclusive 0j160j160j160j160j160j160j16
raws_iam_saml_provider 0j1F0j1F0j1i0j1i0j1i0j1i0j1i
raws_iam_security_token_service_preferences 0j2D0j2D0j2D0j2D0j2D0j2D0j2D
raws_iam_server_certificate 0j2M0j2M0j2M0j2M0j2M0j2M0j2M
raws_iam_service_linked_role 0j3B0j3B0j3B0j3B0j3B0j3B0j3B
raws_iam_service_specific_credential 0j3u0j4L0j4L0j4L0j4L0j4L0j4L
raws_iam_signing_certificate 0j560j560j560j560j560j560j56
raws_iam_user 0j5R0j5R0j5R0j5R0j5R0j5R0j5R
raws_iam_user_group_membership 0j600j600j600j600j600j600j60
raws_iam_user_login_profile 0j6D0j6D0j6D0j6D0j6D0j6D0j6D
raws_iam_user_policies_exclusive 0j6k0j6k0j6k0j6k0j6k0j6k0j6k
raws_iam_user_policy 0j6t0j6t0j6t0j6t0j6t0j6t0j6t
raws_iam_user_policy_attachment 0j7C0j7C0j7C0j7C0j7C0j7C0j7C
raws_iam_user_policy_attachments_exclusive 0j7P0j7P0j7P0j7P0j7P0j7P0j7P
raws_iam_user_ssh_key 0j7Y0j7Y0j7Y0j7Y0j7Y0j7Y0j7Y
raws_iam_virtual_mfa_device 0j7_0j7_0j8e0j8e0j8e0j8e0j8e
raws_identitystore_group 0j9L0j9k0j9k0j9k0j9k0j9k0j9k
raws_identitystore_group_membership 0jAF0jAa0jAa0jAa0jAa0jAa0jAa
raws_identitystore_user 0jC40jD90jD90jEI0jEI0jEI0jEI
raws_imagebuilder_component 0jFV0jGe0jGe0jGe0jGe0jGe0jGe
raws_imagebuilder_container_recipe 0jJ20jKN0jKN0jKN0jKN0jKN0jKN
raws_imagebuilder_distribution_configuration 0jOQ0jO_0jO_0jO_0jO_0jO_0jO_
raws_imagebuilder_image 0jQK0jRb0jS_0jS_0jS_0jS_0jS_
raws_imagebuilder_image_pipeline 0jUb0jV-0jXa0jXa0jXa0jXa0jXa
raws_imagebuilder_image_recipe 0jZA0jaB0jaB0jaB0jaB0jaB0jaB
raws_imagebuilder_infrastructure_configuration 0jby0jd90jd90jd90jd90jd90jd9
raws_imagebuilder_lifecycle_policy 0jf-0jhM0jhM0jhM0jhM0jhM0jhM
raws_imagebuilder_workflow 0ji70jj00jj00jj00jj00jj00jj0
raws_inspector2_delegated_admin_account 0jjz0jkE0jkE0jkE0jkE0jkE0jkE
raws_inspector2_enabler 0jkZ0jkq0jkq0jkq0jkq0jkq0jkq
raws_inspector2_filter 0jp40jsU0jsU0jsU0jsU0jsU0jsU
raws_inspector2_member_association 0jt30jtS0jtS0jtS0jtS0jtS0jtS
raws_inspector2_organization_configuration 0juA0jum0jum0jum0jum0jum0jum
raws_inspector_assessment_target 0jv50jvM0jvM0jvM0jvM0jvM0jvM
raws_inspector_assessment_template 0jvq0jwP0jwP0jwP0jwP0jwP0jwP
raws_inspector_resource_group 0jx20jxF0jxF0jxF0jxF0jxF0jxF
raws_instance 0j_10k2x0k7s0k7s0k7s0k7s0k7s
raws_internet_gateway 0kBp0kCG0kCG0kCG0kCG0kCG0kCG
raws_internet_gateway_attachment 0kCn0kD20kD20kD20kD20kD20kD2
raws_internetmonitor_monitor 0kDo0kEV0kEV0kEV0kEV0kEV0kEV
raws_invoicing_invoice_unit ----0kFL0kFL0kFL0kFL0kFL0kFL
raws_iot_authorizer 0kG20kGl0kGl0kGl0kGl0kGl0kGl
raws_iot_billing_group 0kHg0kIB0kIB0kIB0kIB0kIB0kIB
raws_iot_ca_certificate 0kJ60kJx0kJx0kJx0kJx0kJx0kJx
raws_iot_certificate 0kKq0kLP0kLP0kLP0kLP0kLP0kLP
raws_iot_domain_configuration 0kMG0kND0kND0kND0kND0kND0kND
raws_iot_event_configurations 0kOE0kON0kON0kON0kON0kON0kON
raws_iot_indexing_configuration 0kPS0kPf0kPf0kPf0kPf0kPf0kPf
raws_iot_logging_options 0kPw0kQB0kQB0kQB0kQB0kQB0kQB
raws_iot_policy 0kQW0kR10kR10kR10kR10kR10kR1
raws_iot_policy_attachment 0kRc0kRp0kRp0kRp0kRp0kRp0kRp
raws_iot_provisioning_template 0kSD0kS-0kS-0kS-0kS-0kS-0kS-
raws_iot_role_alias 0kTp0kUG0kUG0kUG0kUG0kUG0kUG
raws_iot_thing 0kUn0kVE0kVE0kVE0kVE0kVE0kVE
raws_iot_thing_group 0kWJ0kWu0kWu0kWu0kWu0kWu0kWu
raws_iot_thing_group_membership 0kXX0kXo0kXo0kXo0kXo0kXo0kXo
raws_iot_thing_principal_attachment 0kY70kYK0kYK0kYK0kYK0kYK0kYK
raws_iot_thing_type 0kYo0kZF0kZF0kZF0kZF0kZF0kZF
raws_iot_topic_rule 0kg50khw0khw0khw0khw0khw0khw
raws_iot_topic_rule_destination 0kk40kkP0kkP0kkP0kkP0kkP0kkP
raws_ivs_channel 0kko0klZ0klZ0klZ0klZ0klZ0klZ
raws_ivs_playback_key_pair 0kmO0kmv0kmv0kmv0kmv0kmv0kmv
raws_ivs_recording_configuration 0kni0koL0koL0koL0koL0koL0koL
raws_ivschat_logging_configuration 0kpK0kpr0kpr0kpr0kpr0kpr0kpr
raws_ivschat_room 0kqZ0krC0krC0krC0krC0krC0krC
raws_kendra_data_source 0kvV0kwi0kwi0kwi0kwi0kwi0kwi
raws_kendra_experience 0kyO0kz50kz50kz50kz50kz50kz5
raws_kendra_faq 0kzs0k-x0k-x0k-x0k-x0k-x0k-x
raws_kendra_index 0l1z0l3E0l3E0l3E0l3E0l3E0l3E
raws_kendra_query_suggestions_block_list 0l4Z0l5K0l5K0l5K0l5K0l5K0l5K
raws_kendra_thesaurus 0l690l6w0l6w0l6w0l6w0l6w0l6w
raws_key_pair 0l7l0l8O0l8O0l8O0l8O0l8O0l8O
raws_keyspaces_keyspace 0l9E0l9h0l9h0l9h0l9h0l9h0l9h
raws_keyspaces_table 0lB60lC30lC30lC30lC30lC30lC3
raws_kinesis_account_settings ----------------0lDP0lDP0lDP
raws_kinesis_analytics_application 0lGc0lHd0lHd0lHd0lHd0lHd0lHd
raws_kinesis_firehose_delivery_stream 0lWF0lYH0lYH0lYH0lYH0lYH0lYH
raws_kinesis_resource_policy 0lZg0lZt0lZt0lZt0lZt0lZt0lZt
raws_kinesis_stream 0laD0lb20lb20lb20lb_0lb_0lb_
raws_kinesis_stream_consumer 0ld00ldL0ldL0ldL0ldL0ldL0ldL
raws_kinesis_video_stream 0lds0led0led0led0led0led0led
raws_kinesisanalyticsv2_application 0lkh0llq0lnh0lnh0lnh0lnh0lnh
raws_kinesisanalyticsv2_application_snapshot 0lou0lpH0lpH0lpH0lpH0lpH0lpH
raws_kms_alias 0lpk0lq70lq70lq70lq70lq70lq7
raws_kms_ciphertext 09N60lqa0lqa0lqa0lqa0lqa0lqa
raws_kms_custom_key_store 0lrE0lr_0lr_0lr_0lr_0lr_0lr_
raws_kms_external_key 0lsq0ltn0ltn0ltn0ltn0ltn0ltn
raws_kms_grant 0lu_0lvi0lvi0lvi0lvi0lvi0lvi
raws_kms_key 0lwT0lxc0lxc0lxc0lxc0lxc0lxc
raws_kms_key_policy 0lyp0lz40lz40lz40lz40lz40lz4
raws_kms_replica_external_key 0lzP0l-Q0l-Q0l-Q0l-Q0l-Q0l-Q
raws_kms_replica_key 0l_V0m0O0m0O0m0O0m0O0m0O0m0O
raws_lakeformation_data_cells_filter 0m240m2H0m380m380m380m380m38
raws_lakeformation_data_lake_settings 0m3Y0m4J0m4J0m4J0m4J0m4J0m4J
raws_lakeformation_identity_center_configuration ----0m580m580m580m580m580m58
raws_lakeformation_lf_tag 0m5T0m5k0m5k0m5k0m5k0m5k0m5k
raws_lakeformation_lf_tag_expression ----0m6C0m6C0m6C0m6C0m6C0m6C
raws_lakeformation_opt_in 0m8y0m9H0m9H0mAF0mAF0mAF0mAF
raws_lakeformation_permissions 0mAe0mBT0mBT0mBT0mBT0mBT0mBT
raws_lakeformation_resource 0mCM0mCp0mCp0mCp0mCp0mCp0mCp
raws_lakeformation_resource_lf_tag 0mDO0mDr0mDr0mDr0mDr0mDr0mDr
raws_lakeformation_resource_lf_tags 0mEM0mEp0mEp0mEp0mEp0mEp0mEp
raws_lambda_alias 0mFP0mFw0mFw0mFw0mGV0mGV0mGV
raws_lambda_capacity_provider ----0mHm0mHm0mHm0mHm0mHm0mHm
raws_lambda_code_signing_config 0mId0mJC0mJC0mJC0mJC0mJC0mJC
raws_lambda_event_source_mapping 0mKy0mNr0mQN0mQN0mQN0mSi0mSi
raws_lambda_function 0mWU0mZt0md80md80md80mgT0mgT
raws_lambda_function_event_invoke_config 0mk40mkT0mkT0mkT0mkT0mkT0mkT
raws_lambda_function_recursion_config 0mkw0ml30ml30ml30ml30ml30ml3
raws_lambda_function_scaling_config --------------------0mlP0mlP
raws_lambda_function_url 0mls0mmV0mmV0mmV0mmV0mmV0mmV
raws_lambda_invocation 0mnC0mnj0mnj0mnj0mnj0mnj0mnj
raws_lambda_layer_version 0moM0mpd0mpd0mpd0mpd0mpd0mpd
raws_lambda_layer_version_permission 0mqy0mrb0mrb0mrb0mrb0mrb0mrb
raws_lambda_permission 0msI0mt30mtu0mtu0mtu0mu-0mu-
raws_lambda_provisioned_concurrency_config 0mvx0mwK0mwK0mwK0mwK0mwK0mwK
raws_lambda_resource_policy ------------------------0mwn
raws_lambda_runtime_management_config 0mx20mxN0mxN0mxN0mxN0mxN0mxN
raws_lambdacore_network_connector ------------------------0my6
raws_lambdamicrovms_image ------------------------0mya
raws_lambdamicrovms_microvm ------------------------0m-O
raws_launch_configuration 0n0W0n1n0n1n0n1n0n1n0n1n0n1n
raws_launch_template 0n7_0nB90nET0nET0nET0nET0nIZ
raws_lb 0Jdv0JgE0JgE0JgE0Jil0Jil0Jil
raws_lb_cookie_stickiness_policy 0nLC0nLX0nLX0nLX0nLX0nLX0nLX
raws_lb_listener 0JoL0JrP0JrP0JrP0JrP0JrP0JrP
raws_lb_listener_certificate 0JtY0Jtl0Jtl0Jtl0Jtl0Jtl0Jtl
raws_lb_listener_rule 0JwV0Jyl0Jyl0Jyl0Jyl0Jyl0Jzw
raws_lb_ssl_negotiation_policy 0nLw0nMJ0nMJ0nMJ0nMJ0nMJ0nMJ
raws_lb_target_group 0K060K1t0K1t0K1t0K1t0K1t0K1t
raws_lb_target_group_attachment 0K3m0K450K4U0K4U0K4U0K4U0K4U
raws_lb_trust_store 0nMm0nNT0nNT0nNT0nNT0nNT0nNT
raws_lb_trust_store_revocation 0nOE0nOh0nOh0nOh0nOh0nOh0nOh
raws_lex_bot 0nPu0nRL0nRL0nRL0nRL0nRL0nRL
raws_lex_bot_alias 0nTK0nU10nU10nU10nU10nU10nU1
raws_lex_intent 0nVo0nW_0nW_0nW_0nW_0nW_0nW_
raws_lex_slot_type 0nYP0nZ60nZ60nZ60nZ60nZ60nZ6
raws_lexv2models_bot 0naH0nb60nb60nb60nb60nb60nb6
raws_lexv2models_bot_locale 0nc80ncj0ncj0ncj0ncj0ncj0ncj
raws_lexv2models_bot_version 0ndR0ndq0ndq0ndq0ndq0ndq0ndq
raws_lexv2models_intent 0nmD0nnY0nqi0nqi0nqi0nqi0nqi
raws_lexv2models_slot 0nu40nuz0nuz0nuz0nuz0nuz0nuz
raws_lexv2models_slot_type 0nw_0nxq0nxq0nxq0nxq0nxq0nxq
raws_licensemanager_association 0nyj0nyw0nyw0nyw0nyw0nyw0nyw
raws_licensemanager_grant 0nzB0nzq0nzq0nzq0nzq0nzq0nzq
raws_licensemanager_grant_accepter 0n-X0n_A0n_A0n_A0n_A0n_A0n_A
raws_licensemanager_license_configuration 0n_t0o0a0o0a0o0a0o0a0o0a0o0a
raws_lightsail_bucket 0o1L0o260o260o260o260o260o26
raws_lightsail_bucket_access_key 0o2t0o3G0o3G0o3G0o3G0o3G0o3G
raws_lightsail_bucket_resource_access 0o3j0o3w0o3w0o3w0o3w0o3w0o3w
raws_lightsail_certificate 0o4B0o4m0o4m0o4m0o4m0o4m0o4m
raws_lightsail_container_service 0o5r0o720o720o720o720o720o72
raws_lightsail_container_service_deployment_version 0o9E0o9l0o9l0o9l0o9l0o9l0o9l
raws_lightsail_database 0oAK0oC90oC90oC90oC90oC90oC9
raws_lightsail_disk 0oE20oEd0oEd0oEd0oEd0oEd0oEd
raws_lightsail_disk_attachment 0oFG0oFX0oFX0oFX0oFX0oFX0oFX
raws_lightsail_distribution 0oHL0oIk0oIk0oIk0oIk0oIk0oIk
raws_lightsail_domain 0oKB0oKO0oKO0oKO0oKO0oKO0oKO
raws_lightsail_domain_entry 0oKf0oL20oL20oL20oL20oL20oL2
raws_lightsail_instance 0oLi0oMz0oMz0oMz0oMz0oMz0oMz
raws_lightsail_instance_public_ports 0oOh0oOu0oOu0oOu0oOu0oOu0oOu
raws_lightsail_key_pair 0oP90oPw0oPw0oPw0oPw0oPw0oPw
raws_lightsail_lb 0oQl0oRa0oRa0oRa0oRa0oRa0oRa
raws_lightsail_lb_attachment 0oST0oSg0oSg0oSg0oSg0oSg0oSg
raws_lightsail_lb_certificate 0oSx0oTW0oTW0oTW0oTW0oTW0oTW
raws_lightsail_lb_certificate_attachment 0oU90oUM0oUM0oUM0oUM0oUM0oUM
raws_lightsail_lb_https_redirection_policy 0oUd0oUq0oUq0oUq0oUq0oUq0oUq
raws_lightsail_lb_stickiness_policy 0oV50oVM0oVM0oVM0oVM0oVM0oVM
raws_lightsail_static_ip 0oVh0oW00oW00oW00oW00oW00oW0
raws_lightsail_static_ip_attachment 0oWP0oWg0oWg0oWg0oWg0oWg0oWg
raws_load_balancer_backend_server_policy 0oW_0oXG0oXG0oXG0oXG0oXG0oXG
raws_load_balancer_listener_policy 0oXb0oXw0oXw0oXw0oXw0oXw0oXw
raws_load_balancer_policy 0oYJ0oYe0oYe0oYe0oYe0oYe0oYe
raws_location_geofence_collection 0oZ10oZg0oZg0oZg0oZg0oZg0oZg
raws_location_map 0oaS0ob10ob10ob10ob10ob10ob1
raws_location_place_index 0obl0ocO0ocO0ocO0ocO0ocO0ocO
raws_location_route_calculator 0od50odk0odk0odk0odk0odk0odk
raws_location_tracker 0oeR0of40of40of40of40of40of4
raws_location_tracker_association 0ofn0og20og20og20og20og20og2
raws_m2_application 0ogW0ohL0ohL0ohL0ohL0ohL0ohL
raws_m2_deployment 0oiE0oil0oil0oil0oil0oil0oil
raws_m2_environment 0ojh0ol00ol00ol00ol00ol00ol0
raws_macie2_account 0omP0omo0omo0omo0omo0omo0omo
raws_macie2_classification_export_configuration 0onS0onb0onb0onb0onb0onb0onb
raws_macie2_classification_job 0oq00or90or90or90or90or90or9
raws_macie2_custom_data_identifier 0osM0otB0otB0otB0otB0otB0otB
raws_macie2_findings_filter 0oug0ovN0ovN0ovN0ovN0ovN0ovN
raws_macie2_invitation_accepter 0ow80owP0owP0owP0owP0owP0owP
raws_macie2_member 0owk0oxl0oxl0oxl0oxl0oxl0oxl
raws_macie2_organization_admin_account 0iqx0ir40ir40ir40ir40ir40ir4
raws_macie2_organization_configuration 0irH0oyq0oyq0oyq0oyq0oyq0oyq
raws_mailmanager_archive ------------------------0oz7
raws_mailmanager_ingress_point ------------------------0o-k
raws_mailmanager_relay ------------------------0p00
raws_mailmanager_rule_set ------------------------0p6g
raws_mailmanager_traffic_policy ------------------------0p8C
raws_main_route_table_association 0p8v0p9E0p9E0p9E0p9E0p9E0p9E
raws_media_convert_queue 0p9q0pAT0pAT0pAT0pAT0pAT0pAT
raws_media_package_channel 0pBS0pBv0pBv0pBv0pBv0pBv0pBv
raws_media_packagev2_channel_group 0pCQ0pCp0pCp0pCp0pCp0pCp0pCp
raws_media_store_container 0pDG0pDf0pDf0pDf0pDf0pDf0pDf
raws_media_store_container_policy 0pE60pEJ0pEJ0pEJ0pEJ0pEJ0pEJ
raws_medialive_channel 0ptH0puQ0puQ0puQ0puQ0puQ0puQ
raws_medialive_input 0pw20pxB0pxB0pxB0pxB0pxB0pxB
raws_medialive_input_security_group 0pyT0pyw0pyw0pyw0pyw0pyw0pyw
raws_medialive_multiplex 0pzi0p-H0p-H0p-H0p-H0p-H0p-H
raws_medialive_multiplex_program 0p_g0p__0p__0p__0p__0p__0p__
raws_memorydb_acl 0q0O0q0v0q0v0q0v0q0v0q0v0q0v
raws_memorydb_cluster 0q1U0q3Z0q3Z0q5i0q5i0q5i0q5i
raws_memorydb_multi_region_cluster 0q7z0q8w0q8w0q8w0q8w0q8w0q8w
raws_memorydb_parameter_group 0q9x0qAW0qAW0qAW0qAW0qAW0qAW
raws_memorydb_snapshot 0qB90qBs0qBs0qBs0qBs0qBs0qBs
raws_memorydb_subnet_group 0qCd0qDC0qDC0qDC0qDC0qDC0qDC
raws_memorydb_user 0qDr0qEM0qEM0qEM0qEM0qEM0qEM
raws_mq_broker 0qGb0qII0qII0qK30qK30qLq0qLq
raws_mq_configuration 0qNj0qOQ0qOQ0qPB0qPB0qPB0qPB
raws_msk_channel ------------------------0qTD
raws_msk_cluster 0qWo0qYh0qYh0qbI0qbI0qdJ0qdJ
raws_msk_cluster_policy 0qfe0qfv0qfv0qfv0qfv0qfv0qfv
raws_msk_configuration 0qgE0qgh0qgh0qgh0qgh0qgh0qgh
raws_msk_replicator 0qik0qkc0qkc0qkc0qlS0qn30qpI
raws_msk_scram_secret_association 0qq70qqK0qqK0qqK0qqK0qqK0qqK
raws_msk_serverless_cluster 0qqu0qrX0qrX0qrX0qrX0qrX0qrX
raws_msk_single_scram_secret_association 0qsE0qsR0qsR0qsR0qsR0qsR0qsR
raws_msk_topic ------------0qsi0qsi0qsi0qsi
raws_msk_vpc_connection 0qtH0qts0qts0qts0qts0qts0qts
raws_mskconnect_connector 0qvj0qws0qws0qws0qws0qws0qws
raws_mskconnect_custom_plugin 0qy80qyr0qyr0qyr0qyr0qyr0qyr
raws_mskconnect_worker_configuration 0qzc0q-B0q-B0q-B0q-B0q-B0q-B
raws_mwaa_environment 0q_i0r1z0r1z0r1z0r1z0r1z0r1z
raws_nat_gateway 0r4M0r5S0r5S0r5S0r5S0r5S0r5S
raws_nat_gateway_eip_association ----0r6v0r6v0r6v0r6v0r6v0r6v
raws_neptune_cluster 0r7N0r9q0r9q0r9q0r9q0r9q0r9q
raws_neptune_cluster_endpoint 0rCL0rC-0rC-0rC-0rC-0rC-0rC-
raws_neptune_cluster_instance 0rDh0rFW0rFW0rFW0rFW0rFW0rFW
raws_neptune_cluster_parameter_group 0aFe0aGD0aGD0aGD0aGD0aGD0aGD
raws_neptune_cluster_snapshot 0rHP0rIU0rIU0rIU0rIU0rIU0rIU
raws_neptune_event_subscription 0aIq0aJf0aJf0aJf0aJf0aJf0aJf
raws_neptune_global_cluster 0rJd0rKO0rKO0rKO0rKO0rKO0rKO
raws_neptune_parameter_group 0aFe0aGD0aGD0aGD0aGD0aGD0aGD
raws_neptune_subnet_group 0aMG0rLD0rLD0rLD0rLD0rLD0rLD
raws_neptunegraph_graph 0rLt0rMm0rMm0rMm0rMm0rMm0rMm
raws_neptunegraph_private_graph_endpoint ------------------------0rNj
raws_network_acl 0rOp0rPO0rPO0rPO0rPO0rPO0rPO
raws_network_acl_association 0rQ10rQE0rQE0rQE0rQE0rQE0rQE
raws_network_acl_rule 0rQV0rRG0rRG0rRG0rRG0rRG0rRG
raws_network_interface 0rSI0rUK0rUK0rW90rW90rW90rYF
raws_network_interface_attachment 0raC0rab0rab0rab0rab0rab0rab
raws_network_interface_permission 0rb60rbR0rbR0rbR0rbR0rbR0rbR
raws_network_interface_sg_attachment 0rbq0rc50rc50rc50rc50rc50rc5
raws_networkfirewall_container_association ------------------------0rcZ
raws_networkfirewall_firewall 0rdv0rfH0rfH0rfH0rfH0rfH0rfH
raws_networkfirewall_firewall_policy 0riT0rju0rju0rlA0rlA0rlA0rlA
raws_networkfirewall_firewall_transit_gateway_attachment_accepter ----0rlp0rlp0rlp0rlp0rlp0rlp
raws_networkfirewall_logging_configuration 0rmI0rmV0rmV0rmV0rmV0rmV0rmV
raws_networkfirewall_resource_policy 0JZn0JZ-0JZ-0JZ-0JZ-0JZ-0JZ-
raws_networkfirewall_rule_group 0rq70rqu0rqu0rqu0rqu0rqu0rqu
raws_networkfirewall_tls_inspection_configuration 0rt00rtv0rtv0rtv0rtv0rtv0rtv
raws_networkfirewall_vpc_endpoint_association ----0rux0rux0rux0rux0rux0rux
raws_networkflowmonitor_monitor ----0rve0rve0rve0rve0rve0rve
raws_networkflowmonitor_scope ----0rwa0rwa0rwa0rwa0rwa0rwa
raws_networkmanager_attachment_accepter 0rx10rx10rx10rx10rx10rx10rx1
raws_networkmanager_attachment_routing_policy_label --------0rxs0rxs0rxs0rxs0rxs
raws_networkmanager_connect_attachment 0ry80ry80rzD0rzD0rzD0rzD0rzD
raws_networkmanager_connect_peer 0r_10s0B0s1x0s1x0s1x0s1x0s1x
raws_networkmanager_connection 0s300s300s300s300s300s300s30
raws_networkmanager_core_network 0s3j0s4g0s4g0s4g0s4g0s4g0s4g
raws_networkmanager_core_network_policy_attachment 0s5Z0s5Z0s5Z0s5Z0s5Z0s5Z0s5Z
raws_networkmanager_customer_gateway_association 0s5u0s5u0s5u0s5u0s5u0s5u0s5u
raws_networkmanager_device 0s6d0s6d0s6d0s6d0s6d0s6d0s6d
raws_networkmanager_dx_gateway_attachment 0s7W0s7W0s8P0s8P0s8P0s8P0s8P
raws_networkmanager_global_network 0s9M0s9M0s9M0s9M0s9M0s9M0s9M
raws_networkmanager_link 0s9u0s9u0s9u0s9u0s9u0s9u0s9u
raws_networkmanager_link_association 0sAb0sAb0sAb0sAb0sAb0sAb0sAb
raws_networkmanager_prefix_list_association ------------0sAw0sAw0sAw0sAw
raws_networkmanager_site 0sB70sB70sB70sB70sB70sB70sB7
raws_networkmanager_site_to_site_vpn_attachment 0sBe0sBe0sCb0sCb0sCb0sCb0sCb
raws_networkmanager_transit_gateway_connect_peer_association 0sDc0sDc0sDc0sDc0sDc0sDc0sDc
raws_networkmanager_transit_gateway_peering 0sD_0sD_0sD_0sD_0sD_0sD_0sD_
raws_networkmanager_transit_gateway_registration 0sEq0sEq0sEq0sEq0sEq0sEq0sEq
raws_networkmanager_transit_gateway_route_table_attachment 0sF50sF50sG60sG60sG60sG60sG6
raws_networkmanager_vpc_attachment 0sHK0sIg0sJl0sJl0sJl0sJl0sJl
raws_networkmonitor_monitor 0sKu0sLH0sLH0sLH0sLH0sLH0sLH
raws_networkmonitor_probe 0sLk0sMZ0sMZ0sMZ0sMZ0sMZ0sMZ
raws_notifications_channel_association 0sNS0sNS0sNS0sNS0sNS0sNS0sNS
raws_notifications_event_rule 0sNb0sNb0sNb0sNb0sNb0sNb0sNb
raws_notifications_managed_notification_account_contact_association --------0sN-0sN-0sN-0sN-0sN-
raws_notifications_managed_notification_additional_channel_association --------0sO70sO70sO70sO70sO7
raws_notifications_notification_configuration 0sOG0sOG0sOG0sOG0sOG0sOG0sOG
raws_notifications_notification_hub 0sOf0sOf0sOf0sOf0sOf0sOf0sOf
raws_notifications_organizational_unit_association --------0sOo0sOo0sOo0sOo0sOo
raws_notifications_organizations_access --------0sOx0sOx0sOx0sOx0sOx
raws_notificationscontacts_email_contact 0sP40sP40sP40sP40sP40sP40sP4
raws_oam_link 0sPd0sQO0sQO0sQO0sQO0sQO0sQO
raws_oam_sink 0sRD0sRg0sRg0sRg0sRg0sRg0sRg
raws_oam_sink_policy 0sSB0sSa0sSa0sSa0sSa0sSa0sSa
raws_observabilityadmin_centralization_rule_for_organization ----0sUC0sUC0sVh0sVh0sX20sYa
raws_observabilityadmin_s3_table_integration --------------------0sZI0sZI
raws_observabilityadmin_telemetry_enrichment ------------0sZp0sZp0sZp0sZp
raws_observabilityadmin_telemetry_evaluation ----------------0sa40sa40saP
raws_observabilityadmin_telemetry_evaluation_for_organization ----------------0sas0sas0sas
raws_observabilityadmin_telemetry_pipeline ------------0sbS0sbS0sbS0sbS
raws_observabilityadmin_telemetry_rule ----------------0seu0seu0seu
raws_observabilityadmin_telemetry_rule_for_organization ----------------0seu0seu0seu
raws_odb_autonomous_database ------------------------0sii
raws_odb_autonomous_database_secrets_manager_integration ------------------------0snL
raws_odb_cloud_autonomous_vm_cluster ----0so70srS0srS0srS0srS0srS
raws_odb_cloud_exadata_infrastructure ----0svZ0svZ0svZ0svZ0svZ0svZ
raws_odb_cloud_vm_cluster ----0syP0syP0syP0syP0syP0syP
raws_odb_iam_role_association ------------------------0s_U
raws_odb_network ----0t0o0t3k0t6f0t8o0t8o0t8o
raws_odb_network_peering_connection ----0tA_0tC00tD10tD10tD10tD1
raws_opensearch_application --------0tEW0tEW0tEW0tEW0tEW
raws_opensearch_authorize_vpc_endpoint_access 0tFQ0tFd0tFd0tFd0tFd0tFd0tFd
raws_opensearch_domain 0tI10tKP0tMd0tPJ0tS20tS20tS2
raws_opensearch_domain_policy 0fDw0fEB0fEB0fEB0fEB0fEB0fEB
raws_opensearch_domain_saml_options 0fF60fFN0fFN0fFN0fFN0fFN0fFN
raws_opensearch_inbound_connection_accepter 0tU70tUO0tUO0tUO0tUO0tUO0tUO
raws_opensearch_outbound_connection 0tV80tVj0tVj0tVj0tVj0tVj0tVj
raws_opensearch_package 0tWV0tWy0tWy0tWy0tWy0tWy0tWy
raws_opensearch_package_association 0tXX0tXs0tXs0tXs0tXs0tXs0tXs
raws_opensearch_vpc_endpoint 0fFz0fGI0fGI0fGI0fGI0fGI0fGI
raws_opensearchserverless_access_policy 0tYF0tYe0tYe0tYe0tYe0tYe0tYe
raws_opensearchserverless_collection 0tZ50tZs0tZs0taq0taq0tbs0tbs
raws_opensearchserverless_collection_group ------------0tct0tdW0tdW0tdW
raws_opensearchserverless_lifecycle_policy 0tYF0tYe0tYe0tYe0tYe0tYe0tYe
raws_opensearchserverless_security_config 0teU0tet0tet0tet0tet0tfg0tfg
raws_opensearchserverless_security_policy 0tYF0tYe0tYe0tYe0tYe0tYe0tYe
raws_opensearchserverless_vpc_endpoint 0tgF0tge0tge0tge0tge0tge0tge
raws_opsworks_application 0thu-------------------------
raws_opsworks_custom_layer 0tk--------------------------
raws_opsworks_ecs_cluster_layer 0tmh-------------------------
raws_opsworks_ganglia_layer 0toO-------------------------
raws_opsworks_haproxy_layer 0tqD-------------------------
raws_opsworks_instance 0tsu-------------------------
raws_opsworks_java_app_layer 0tvr-------------------------
raws_opsworks_memcached_layer 0txo-------------------------
raws_opsworks_mysql_layer 0tzV-------------------------
raws_opsworks_nodejs_app_layer 0t_G-------------------------
raws_opsworks_permission 0u0z-------------------------
raws_opsworks_php_app_layer 0u1M-------------------------
raws_opsworks_rails_app_layer 0u2_-------------------------
raws_opsworks_rds_db_instance 0u50-------------------------
raws_opsworks_stack 0u5k-------------------------
raws_opsworks_static_web_layer 0u1M-------------------------
raws_opsworks_user_profile 0u7R-------------------------
raws_organizations_account 0u7m0u8n0u8n0u8n0u8n0u8n0u8n
raws_organizations_aws_service_access ------------0u9s0u9s0u9s0u9s
raws_organizations_delegated_administrator 0u9_0u9_0u9_0u9_0u9_0u9_0u9_
raws_organizations_organization 0uAe0uBP0uCA0uCA0uCA0uCA0uCA
raws_organizations_organizational_unit 0uDG0uDG0uDG0uDG0uDG0uDG0uDG
raws_organizations_policy 0uDj0uDj0uDj0uDj0uDj0uDj0uDj
raws_organizations_policy_attachment 0uEI0uEI0uEI0uEI0uEI0uEI0uEI
raws_organizations_resource_policy 0uEZ0uEZ0uEZ0uEZ0uEZ0uEZ0uEZ
raws_organizations_tag --------0cL30cL30cL30cL30cL3
raws_osis_pipeline 0uFJ0uGC0uH90uH90uH90uH90uH9
raws_osis_pipeline_endpoint ------------------------0uIJ
raws_osis_resource_policy ------------------------0RQR
raws_outposts_capacity_task ------------0uI-0uI-0uI-0uI-
raws_paymentcryptography_key 0uKf0uLl0uLl0uLl0uLl0uLl0uLl
raws_paymentcryptography_key_alias 0uMe0uMr0uMr0uMr0uMr0uMr0uMr
raws_pinpoint_adm_channel 0uN60uNR0uNR0uNR0uNR0uNR0uNR
raws_pinpoint_apns_channel 0uNq0uOT0uOT0uOT0uOT0uOT0uOT
raws_pinpoint_apns_sandbox_channel 0uNq0uOT0uOT0uOT0uOT0uOT0uOT
raws_pinpoint_apns_voip_channel 0uNq0uOT0uOT0uOT0uOT0uOT0uOT
raws_pinpoint_apns_voip_sandbox_channel 0uNq0uOT0uOT0uOT0uOT0uOT0uOT
raws_pinpoint_app 0uPn0uQQ0uQQ0uQQ0uQQ0uQQ0uQQ
raws_pinpoint_baidu_channel 0uR70uRS0uRS0uRS0uRS0uRS0uRS
raws_pinpoint_email_channel 0uRr0uSQ0uSQ0uSQ0uSQ0uSQ0uSQ
raws_pinpoint_email_template 0uTW0uTr0uTr0uTr0uTr0uTr0uTr
raws_pinpoint_event_stream 0uUE0uUV0uUV0uUV0uUV0uUV0uUV
raws_pinpoint_gcm_channel 0uUq0uVD0uVD0uVD0uVD0uVD0uVD
raws_pinpoint_sms_channel 0uVg0uW70uW70uW70uW70uW70uW7
raws_pinpointsmsvoicev2_configuration_set 0uWe0uX50uX50uX50uX50uX50uX5
raws_pinpointsmsvoicev2_event_destination ----------------0uXu0uXu0uXu
raws_pinpointsmsvoicev2_keyword ------------------------0uYT
raws_pinpointsmsvoicev2_opt_out_list 0uYo0uZ70uZ70uZ70uZ70uZ70uZ7
raws_pinpointsmsvoicev2_phone_number 0uZW0uaf0uaf0uaf0uaf0ubs0ud7
raws_pinpointsmsvoicev2_pool --------------------0ueW0ueW
raws_pinpointsmsvoicev2_resource_policy ------------------------0RQR
raws_pinpointsmsvoicev2_sender_id ------------------------0ufX
raws_pipes_pipe 0uqd0urm0urm0urm0urm0urm0urm
raws_placement_group 0usz0utY0utY0utY0utY0utY0utY
raws_pricingplanmanager_subscription ------------------------0uuS
raws_prometheus_alert_manager_definition 0uv90uvM0uvM0uvM0uvM0uvM0uvM
raws_prometheus_anomaly_detector ------------------------0uwJ
raws_prometheus_query_logging_configuration ----0uxM0uxM0uxM0uxM0uxM0uxM
raws_prometheus_resource_policy ----0uxd0uxd0uxd0uxd0uxd0uxd
raws_prometheus_rule_group_namespace 0uxy0uyP0uyP0uyP0uyP0uyP0uyP
raws_prometheus_scraper 0uzV0u-C0u-C0u_60u_60u_60v0F
raws_prometheus_scraper_logging_configuration ------------------------0v19
raws_prometheus_workspace 0v1U0v1_0v1_0v1_0v1_0v1_0v1_
raws_prometheus_workspace_configuration 0v2o0v330v330v330v330v3O0v3O
raws_proxy_protocol_policy 0v3r0v420v420v420v420v420v42
raws_qbusiness_application 0v4T0v5E0v5E0v5E0v5E0v5E0v5E
raws_qldb_ledger 0v630v6e0v6e0v6e0v6e0v6e0v6e
raws_qldb_stream 0v7Q0v870v870v870v870v870v87
raws_quicksight_account_settings 0v8u0v990v990v990v990v990v99
raws_quicksight_account_subscription 0v9U0vAh0vAh0vAh0vAh0vAh0vAh
raws_quicksight_analysis 0wgr0wh-0wh-0wh-0wh-0wh-0wh-
raws_quicksight_custom_permissions ----0wke0wke0wke0wke0wke0wnQ
raws_quicksight_dashboard 0wog0wp_0wp_0wp_0wp_0wp_0wp_
raws_quicksight_data_set 0wxb0wyo0w-30w-30w-30w-30w-3
raws_quicksight_data_source 0x3A0x3_0x3_0x3_0x6M0x6M0x6M
raws_quicksight_folder 0x7F0x880x880x880x880x880x88
raws_quicksight_folder_membership 0x950x9Q0x9Q0x9Q0x9Q0x9Q0x9Q
raws_quicksight_group 0x9p0xAC0xAC0xAC0xAC0xAC0xAC
raws_quicksight_group_membership 0xAf0xB20xB20xB20xB20xB20xB2
raws_quicksight_iam_policy_assignment 0xBe0xC90xC90xC90xC90xC90xC9
raws_quicksight_ingestion 0xCk0xDB0xDB0xDB0xDB0xDB0xDB
raws_quicksight_ip_restriction ----0xDi0xDi0xDi0xDi0xDi0xDi
raws_quicksight_key_registration ----0xEE0xEE0xEE0xEE0xEE0xEE
raws_quicksight_namespace 0xER0xF40xF40xF40xF40xF40xF4
raws_quicksight_refresh_schedule 0xGO0xGn0xGn0xGn0xGn0xGn0xGn
raws_quicksight_role_custom_permission ----0xHE0xHE0xHE0xHE0xHE0xHE
raws_quicksight_role_membership 0xHZ0xHq0xHq0xHq0xHq0xHq0xHq
raws_quicksight_template 0xJN0xKS0xKS0xKS0xKS0xKS0xKS
raws_quicksight_template_alias 0xLb0xL-0xL-0xL-0xL-0xL-0xL-
raws_quicksight_theme 0xOW0xPX0xPX0xPX0xPX0xPX0xPX
raws_quicksight_user 0xQc0xRJ0xRJ0xRJ0xRJ0xRJ0xRJ
raws_quicksight_user_custom_permission ----0xS40xS40xS40xS40xS40xS4
raws_quicksight_vpc_connection 0xSP0xTE0xTE0xTE0xTE0xTE0xTE
raws_ram_permission --------0xU70xU70xU70xU70xU7
raws_ram_principal_association 0xUq0xV10xV10xV10xV10xV10xV1
raws_ram_resource_association 0xVI0xVV0xVV0xVV0xVV0xVV0xVV
raws_ram_resource_share 0xVm0xWH0xWH0xWx0xWx0xWx0xWx
raws_ram_resource_share_accepter 0xXa0xYD0xYD0xYD0xYD0xYD0xYD
raws_ram_resource_share_associations_exclusive --------0xYw0xYw0xYw0xYw0xYw
raws_ram_sharing_with_organization 0xZF0xZF0xZF0xZF0xZF0xZF0xZF
raws_rbin_rule 0xZq0xaf0xaf0xaf0xaf0xaf0xaf
raws_rds_certificate 0xbc0xbl0xbl0xbl0xbl0xbl0xbl
raws_rds_cluster 0xct0xha0xmL0xmL0xmL0xrA0xw3
raws_rds_cluster_activity_stream 0x_40x_T0x_T0x_T0x_T0x_T0x_T
raws_rds_cluster_endpoint 0x_w0y0Z0y0Z0y0Z0y0Z0y0Z0y0Z
raws_rds_cluster_instance 0y1G0y3b0y3b0y3b0y3b0y3b0y5-
raws_rds_cluster_parameter_group 0aFe0aGD0aGD0aGD0aGD0aGD0aGD
raws_rds_cluster_role_association 0y8R0y8m0y8m0y8m0y8m0y8m0y8m
raws_rds_cluster_snapshot_copy 0y990yAQ0yAQ0yAQ0yAQ0yAQ0yAQ
raws_rds_custom_db_engine_version 0yBl0yD40yD40yD40yD40yD40yD4
raws_rds_export_task 0yET0yFY0yFY0yFY0yFY0yFY0yFY
raws_rds_global_cluster 0yGh0yHq0yHq0yHq0yHq0yHq0yHq
raws_rds_instance_state 0yJ10yJE0yJE0yJE0yJE0yJE0yJE
raws_rds_integration 0yJV0yKC0yKC0yKz0yKz0yKz0yKz
raws_rds_reserved_instance 0yLo0yN30yN30yN30yN30yN30yN3
raws_rds_shard_group 0yOO0yP90yP90yP90yP90yP90yP9
raws_redshift_authentication_profile 0yP-0yQB0yQB0yQB0yQB0yQB0yQB
raws_redshift_cluster 0yQ-0yUJ0yUJ0yUJ0yUJ0yUJ0yUJ
raws_redshift_cluster_iam_roles 0yXa0yXv0yXv0yXv0yXv0yXv0yXv
raws_redshift_cluster_snapshot 0yYI0yYt0yYt0yYt0yYt0yYt0yYt
raws_redshift_data_share_authorization 0yZW0yZv0yZv0yZv0yZv0yZv0yZv
raws_redshift_data_share_consumer_association 0yaM0yat0yat0yat0yat0yat0yat
raws_redshift_endpoint_access 0ybS0yc10yc10yc10yc10yc10yc1
raws_redshift_endpoint_authorization 0ycg0ydF0ydF0ydF0ydF0ydF0ydF
raws_redshift_event_subscription 0ydu0yen0yen0yen0yen0yen0yen
raws_redshift_hsm_client_certificate 0yfk0yg70yg70yg70yg70yg70yg7
raws_redshift_hsm_configuration 0yga0yhD0yhD0yhD0yhD0yhD0yhD
raws_redshift_idc_application --------0yia0yia0yia0yia0yia
raws_redshift_integration 0yjP0yk20yk20yk20yk20yk20yk2
raws_redshift_logging 0ykl0yl80yl80yl80yl80yl80yl8
raws_redshift_namespace_registration ------------0ylb0ylb0ylb0ylb
raws_redshift_parameter_group 0ei10eiY0eiY0eiY0eiY0eiY0eiY
raws_redshift_partner 0yl-0ymR0ymR0ymR0ymR0ymR0ymR
raws_redshift_resource_policy 0JZn0JZ-0JZ-0JZ-0JZ-0JZ-0JZ-
raws_redshift_scheduled_action 0ynZ0yo80yo80yo80yo80yo80yo8
raws_redshift_snapshot_copy 0yon0ypA0ypA0ypA0ypA0ypA0ypA
raws_redshift_snapshot_copy_grant 0ypd0yq00yq00yq00yq00yq00yq0
raws_redshift_snapshot_schedule 0yqT0yr20yr20yr20yr20yr20yr2
raws_redshift_snapshot_schedule_association 0yrh0yru0yru0yru0yru0yru0yru
raws_redshift_subnet_group 0ys90ysc0ysc0ysc0ysc0ysc0ysc
raws_redshift_usage_limit 0yt70ytm0ytm0ytm0ytm0ytm0ytm
raws_redshiftdata_statement 0yuT0yvA0yvA0yvA0yvA0yvA0yvA
raws_redshiftserverless_custom_domain_association 0yvx0ywG0ywG0ywG0ywG0ywG0ywG
raws_redshiftserverless_endpoint_access 0ywf0yxI0yxI0yxI0yxI0yxI0yxI
raws_redshiftserverless_namespace 0yx_0yz80yz80yz80yz80yz80yz8
raws_redshiftserverless_resource_policy 0JZn0JZ-0JZ-0JZ-0JZ-0JZ-0JZ-
raws_redshiftserverless_snapshot 0y-L0y_20y_20y_20y_20y_20y_2
raws_redshiftserverless_usage_limit 0y_p0z0G0z0G0z0G0z0G0z0G0z0G
raws_redshiftserverless_workgroup 0z130z2G0z2G0z2G0z2G0z2G0z2G
raws_rekognition_collection 0z3X0z3-0z3-0z3-0z3-0z3-0z3-
raws_rekognition_project 0z4V0z500z500z500z500z500z50
raws_rekognition_stream_processor 0z740z860z860z860z860z860z86
raws_resiliencehub_resiliency_policy 0z9c0zAW0zAW0zAW0zAW0zAW0zAW
raws_resiliencehubv2_assertion ------------------------0zBD
raws_resiliencehubv2_input_source ------------------------0zCM
raws_resiliencehubv2_policy ------------------------0zC-
raws_resiliencehubv2_service ------------------------0zEA
raws_resiliencehubv2_service_function ------------------------0zEx
raws_resiliencehubv2_system ------------------------0zFK
raws_resiliencehubv2_user_journey ------------------------0zG1
raws_resourceexplorer2_index 0zGQ0zGp0zGp0zGp0zGp0zGp0zGp
raws_resourceexplorer2_view 0zHL0zHw0zHw0zHw0zHw0zHw0zHw
raws_resourcegroups_group 0zIr0zJQ0zJQ0zJQ0zJQ0zJQ0zJQ
raws_resourcegroups_resource 0zK30zKO0zKO0zKO0zKO0zKO0zKO
raws_rolesanywhere_profile 0zKn0zLU0zLU0zLU0zLU0zLU0zLU
raws_rolesanywhere_trust_anchor 0zMs0zMs0zMs0zMs0zMs0zMs0zMs
raws_route 0zNN0zOe0zOe0zOe0zPz0zPz0zPz
raws_route53_cidr_collection 0zRM0zRM0zRM0zRM0zRM0zRM0zRM
raws_route53_cidr_location 0zRd0zRd0zRd0zRd0zRd0zRd0zRd
raws_route53_delegation_set 0zRu0zRu0zRu0zRu0zRu0zRu0zRu
raws_route53_health_check 0zS90zTk0zTk0zTk0zTk0zTk0zTk
raws_route53_hosted_zone_dnssec 0zVJ0zVJ0zVJ0zVJ0zVJ0zVJ0zVJ
raws_route53_key_signing_key 0zVa0zVa0zVa0zVa0zVa0zVa0zVa
raws_route53_query_log 0zWb0zWb0zWb0zWb0zWb0zWb0zWb
raws_route53_record 0zXu0zXu0zXu0zXu0zXu0zXu0zXu
raws_route53_records_exclusive 0zaj0zaj0zaj0zaj0zaj0zaj0zaj
raws_route53_resolver_config 0zaw0zbB0zbB0zbB0zbB0zbB0zbB
raws_route53_resolver_dnssec_config 0zbW0zbr0zbr0zbr0zbr0zbr0zbr
raws_route53_resolver_endpoint 0zcV0zdG0ze50ze50ze50ze50ze5
raws_route53_resolver_firewall_config 0zf20zfJ0zfJ0zfJ0zfJ0zfJ0zfJ
raws_route53_resolver_firewall_domain_list 0zfe0zg10zg10zg10zg10zg10zg1
raws_route53_resolver_firewall_rule 0zgU0zhF0zi40zi40zi40zi40zi4
raws_route53_resolver_firewall_rule_group 0zj50zjY0zjY0zjY0zjY0zjY0zjY
raws_route53_resolver_firewall_rule_group_association 0zk30zke0zke0zke0zke0zke0zke
raws_route53_resolver_query_log_config 0zlH0zlo0zlo0zlo0zlo0zlo0zlo
raws_route53_resolver_query_log_config_association 0zmN0zma0zma0zma0zma0zma0zma
raws_route53_resolver_rule 0zn60znt0znt0znt0znt0znt0znt
raws_route53_resolver_rule_association 0zoi0zp10zp10zp10zp10zp10zp1
raws_route53_traffic_policy 0zpQ0zpQ0zpQ0zpQ0zpQ0zpQ0zpQ
raws_route53_traffic_policy_instance 0zpt0zpt0zpt0zpt0zpt0zpt0zpt
raws_route53_vpc_association_authorization 0zqK0zqK0zqK0zqK0zqK0zqK0zqK
raws_route53_zone 0zqo0zrd0zrd0zrd0zrd0zrd0zrd
raws_route53_zone_association 0zsW0zsW0zsW0zsW0zsW0zsW0zsW
raws_route53domains_delegation_signer_record 0zt60zt60zt60zt60zt60zt60zt6
raws_route53domains_domain 0zvM0zvM0zvM0zvM0zvM0zvM0zvM
raws_route53domains_registered_domain 0zy10zy10zy10zy10zy10zy10zy1
raws_route53profiles_association 0zzg0z-N0z-N0z-N0z-N0z-N0z-N
raws_route53profiles_profile 0z_80z_n0z_n0z_n0z_n0z_n0z_n
raws_route53profiles_resource_association 0-0U0-170-170-170-170-170-17
raws_route53recoverycontrolconfig_cluster 0-1z0-2I0-2I0-2I0-2I0-2I0-2I
raws_route53recoverycontrolconfig_control_panel 0-2p0-3G0-3G0-3G0-3G0-3G0-3G
raws_route53recoverycontrolconfig_routing_control 0-3r0-3r0-3r0-3r0-3r0-3r0-3r
raws_route53recoverycontrolconfig_safety_rule 0-4R0-540-540-540-540-540-54
raws_route53recoveryreadiness_cell 0-5r0-5r0-5r0-5r0-5r0-5r0-5r
raws_route53recoveryreadiness_readiness_check 0-6M0-6M0-6M0-6M0-6M0-6M0-6M
raws_route53recoveryreadiness_recovery_group 0-6p0-6p0-6p0-6p0-6p0-6p0-6p
raws_route53recoveryreadiness_resource_set 0-880-880-880-880-880-880-88
raws_route_table 0-9U0-A30-A30-A30-Bb0-Bb0-Bb
raws_route_table_association 0-CE0-CZ0-CZ0-CZ0-CZ0-CZ0-CZ
raws_rum_app_monitor 0-DX0-EI0-EI0-EI0-EI0-EI0-EI
raws_rum_metrics_destination 0-F70-FS0-FS0-FS0-FS0-FS0-FS
raws_s3_access_point 0-GB0-H40-H40-H40-H40-H40-H4
raws_s3_account_public_access_block 0-I90-I90-I90-I90-I90-I90-I9
raws_s3_bucket 0-ND0-O-0-O-0-Qp0-Qp0-Qp0-Qp
raws_s3_bucket_abac ----0-Si0-Si0-Si0-Si0-Si0-Si
raws_s3_bucket_accelerate_configuration 0-Sz0-TE0-TE0-TE0-TE0-TE0-TE
raws_s3_bucket_acl 0-UJ0-Ue0-Ue0-Ue0-Ue0-Ue0-Ue
raws_s3_bucket_analytics_configuration 0-Vb0-Vw0-Vw0-Vw0-Vw0-Vw0-Vw
raws_s3_bucket_cors_configuration 0-Wi0-Wz0-Wz0-Wz0-Wz0-Wz0-Wz
raws_s3_bucket_intelligent_tiering_configuration 0-XR0-Xq0-Xq0-Xq0-Xq0-Xq0-Xq
raws_s3_bucket_inventory 0-Y-0-ZZ0-ZZ0-ZZ0-ZZ0-ZZ0-ZZ
raws_s3_bucket_lifecycle_configuration 0-cC0-dW0-dW0-dW0-dW0-dW0-dW
raws_s3_bucket_logging 0-eK0-en0-en0-en0-en0-en0-en
raws_s3_bucket_metadata_configuration ----0-gN0-gN0-gN0-gN0-gN0-gN
raws_s3_bucket_metric 0-gv0-hA0-hA0-hA0-hA0-hA0-hA
raws_s3_bucket_notification 0-iU0-it0-it0-it0-it0-it0-it
raws_s3_bucket_object 0-jK0-l50-l50-l50-l50-l50-l5-
raws_s3_bucket_object_lock_configuration 0-nC0-nb0-nb0-nb0-nb0-nb0-nb
raws_s3_bucket_ownership_controls 0-o70-oK0-oK0-oK0-oK0-oK0-oK
raws_s3_bucket_policy 0-ob0-oo0-oo0-oo0-oo0-oo0-oo
raws_s3_bucket_public_access_block 0-p30-pS0-pS0-pS0-pS0-pS0-pS
raws_s3_bucket_replication_configuration 0-rn0-s60-s60-s60-s60-s60-s6
raws_s3_bucket_request_payment_configuration 0-sV0-sm0-sm0-sm0-sm0-sm0-sm
raws_s3_bucket_server_side_encryption_configuration 0-tE0-tr0-tr0-tr0-tr0-tr0-tr
raws_s3_bucket_versioning 0-uJ0-ue0-ue0-ue0-ue0-ue0-ue
raws_s3_bucket_website_configuration 0-vx0-wa0-wa0-wa0-wa0-wa0-wa
raws_s3_directory_bucket 0-xQ0-xt0-xt0-xt0-xt0-xt0-xt
raws_s3_object 0-yg0--t0--t0--t0--t0--t0--t
raws_s3_object_copy 0_1T0_4s0_4s0_4s0_4s0_4s0_4s
raws_s3control_access_grant 0_8X0_9I0_9I0_9I0_9I0_9I0_9I
raws_s3control_access_grants_instance 0_A70_Ae0_Ae0_Ae0_Ae0_Ae0_Ae
raws_s3control_access_grants_instance_resource_policy 0_BD0_BQ0_BQ0_BQ0_BQ0_BQ0_BQ
raws_s3control_access_grants_location 0_Bh0_CC0_CC0_CC0_CC0_CC0_CC
raws_s3control_access_point_policy 0_Cn0_D20_D20_D20_D20_D20_D2
raws_s3control_bucket 0_DN0_Du0_Du0_Du0_Du0_Du0_Du
raws_s3control_bucket_lifecycle_configuration 0_Et0_F40_F40_F40_F40_F40_F4
raws_s3control_bucket_policy 0-ob0-oo0-oo0-oo0-oo0-oo0-oo
raws_s3control_directory_bucket_access_point_scope 0_FU0_Fh0_Fh0_Fh0_Fh0_Fh0_Fh
raws_s3control_multi_region_access_point 0_GM0_Gt0_Gt0_Gt0_HS0_HS0_HS
raws_s3control_multi_region_access_point_policy 0_IE0_Id0_Id0_Id0_Id0_Id0_Id
raws_s3control_multi_region_access_point_routes ----------------0_JH0_JH0_JH
raws_s3control_object_lambda_access_point 0_KA0_KZ0_KZ0_KZ0_KZ0_KZ0_KZ
raws_s3control_object_lambda_access_point_policy 0_L00_LL0_LL0_LL0_LL0_LL0_LL
raws_s3control_storage_lens_configuration 0_O00_OT0_OT0_Qm0_Qm0_Qm0_Qm
raws_s3files_access_point ------------0_RQ0_RQ0_RQ0_RQ
raws_s3files_file_system ------------0_SB0_SB0_SB0_SB
raws_s3files_file_system_policy ------------0_TC0_TC0_TC0_TC
raws_s3files_mount_target ------------0_TP0_TP0_TP0_TP
raws_s3files_synchronization_configuration ------------0_Ue0_Ue0_Ue0_Ue
raws_s3outposts_endpoint 0_V20_Vh0_Vh0_Vh0_Vh0_Vh0_Vh
raws_s3tables_namespace 0_WO0_Wj0_Wj0_Wj0_Wj0_Wj0_Wj
raws_s3tables_table 0_Xu0_ZL0_ZL0_ZL0_ZL0_aq0_aq
raws_s3tables_table_bucket 0_cS0_c-0_c-0_dd0_dd0_dd0_dd
raws_s3tables_table_bucket_policy 0_eG0_eP0_eP0_eP0_eP0_eP0_eP
raws_s3tables_table_bucket_replication ----0_em0_em0_em0_em0_em0_em
raws_s3tables_table_policy 0_f50_fM0_fM0_fM0_fM0_fM0_fM
raws_s3tables_table_replication ----0_fh0_fh0_fh0_fh0_fh0_fh
raws_s3vectors_index ----0_g00_gt0_gt0_gt0_gt0_gt
raws_s3vectors_vector_bucket ----0_he0_he0_he0_he0_he0_he
raws_s3vectors_vector_bucket_policy ----0_i90_i90_i90_i90_i90_i9
raws_sagemaker_algorithm ------------0_rw0_rw0_rw0_rw
raws_sagemaker_app 0_t80_tn0_tn0_tn0_tn0_tn0_tn
raws_sagemaker_app_image_config 0_vJ0_vq0_vq0_vq0_vq0_vq0_vq
raws_sagemaker_code_repository 0_wc0_w_0_w_0_w_0_w_0_w_0_w_
raws_sagemaker_data_quality_job_definition 0_-00_-r0_-r0_-r0_-r0_-r0_-r
raws_sagemaker_device 0__x100G100G100G100G100G100G
raws_sagemaker_device_fleet 100o101R101R101R101R101R101R
raws_sagemaker_domain 109X10As10Ca10Ca10Ca10Ca10Ca
raws_sagemaker_endpoint 10FC10Ff10Ff10Ff10Ff10Ff10Ff
raws_sagemaker_endpoint_configuration 10K810Ml10Ml10Ml10Ml10Pl10Pl
raws_sagemaker_feature_group 10S810Sz10Sz10Sz10Sz10Sz10Sz
raws_sagemaker_flow_definition 10V510Vk10Vk10Vk10Vk10Vk10Vk
raws_sagemaker_hub 10WW10X510X510X510X510X510X5
raws_sagemaker_hub_content_reference --------------------10Xk10Xk
raws_sagemaker_human_task_ui 10Yi10Z510Z510Z510Z510Z510Z5
raws_sagemaker_hyper_parameter_tuning_job ------------10f_10f_10f_10f_
raws_sagemaker_image 10gq10hL10hL10hL10hL10hL10hL
raws_sagemaker_image_version 10hw10ip10ip10ip10ip10ip10ip
raws_sagemaker_labeling_job --------10mQ10mQ10mQ10mQ10mQ
raws_sagemaker_mlflow_app ------------10nV10nV10nV10nV
raws_sagemaker_mlflow_tracking_server 10oG10p110p110p110p110p110p1
raws_sagemaker_model 10r810sh10sh10sh10sh10sh10sh
raws_sagemaker_model_card --------10tS10tS10tS10tS10tS
raws_sagemaker_model_card_export_job --------10uB10uB10uB10uB10uB
raws_sagemaker_model_package_group 10ui10v510v510v510v510v510v5
raws_sagemaker_model_package_group_policy 10vY10vl10vl10vl10vl10vl10vl
raws_sagemaker_monitoring_schedule 10wD10wc10-T10-T10-T10-T10-T
raws_sagemaker_notebook_instance 10-_110K110K110K110K110K110K
raws_sagemaker_notebook_instance_lifecycle_configuration 111f112611261126112611261126
raws_sagemaker_pipeline 112v113c113c113c113c113c113c
raws_sagemaker_project 114n115I115I115I115I115I115I
raws_sagemaker_servicecatalog_portfolio_status 115t116011601160116011601160
raws_sagemaker_space 1182118p118p118p118p118p118p
raws_sagemaker_studio_lifecycle_config 119e11A511A511A511A511A511A5
raws_sagemaker_training_job ------------11Gf11Gf11Gf11Gf
raws_sagemaker_user_profile 11K911Ko11Ko11Ko11Ko11Ko11Ko
raws_sagemaker_workforce 11Md11N811N811N811N811N811N8
raws_sagemaker_workteam 11OW11PD11PD11PD11PD11PD11PD
raws_savingsplans_savings_plan --------11P-11P-11P-11P-11P-
raws_scheduler_schedule 11TK11UD11UD11UD11UD11UD11UD
raws_scheduler_schedule_group 11VE11Vt11Vt11Vt11Vt11Vt11Vt
raws_schemas_discoverer 11Wa11Wz11Wz11Wz11Wz11Wz11Wz
raws_schemas_registry 0LbI0Lbh0Lbh0Lbh0Lbh0Lbh0Lbh
raws_schemas_registry_policy 11XQ11Xd11Xd11Xd11Xd11Xd11Xd
raws_schemas_schema 11Xu11Yf11Yf11Yf11Yf11Yf11Yf
raws_secretsmanager_secret 11Zp11aa11aa11aa11aa11aa11bP
raws_secretsmanager_secret_policy 11cI11cZ11cZ11cZ11cZ11cZ11cZ
raws_secretsmanager_secret_rotation 11d511dU11dU11dU11dU11dU11dx
raws_secretsmanager_secret_version 11eW11f911f911f911fs11fs11fs
raws_secretsmanager_tag --------11gd11gd11gd11gd11gd
raws_security_group 11gy11hn11hn11hn11hn11hn11hn
raws_security_group_rule 11ig11jZ11jZ11jZ11jZ11jZ11jZ
raws_securityhub_account 11kW11kr11kr11kr11kr11kr11kr
raws_securityhub_account_v2 ------------11lE11lE11lE11lE
raws_securityhub_action_target 11lV11lq11lq11lq11lq11lq11lq
raws_securityhub_aggregator_v2 ----------------11mD11mD11mD
raws_securityhub_automation_rule 11qk11rR11rR11rR11rR11rR11rR
raws_securityhub_automation_rule_v2 ----------------11sm11sm11sm
raws_securityhub_configuration_policy 11uu11vD11vD11vD11vD11vD11vD
raws_securityhub_configuration_policy_association 11vc11vt11vt11vt11vt11vt11vt
raws_securityhub_connector_v2 ----------------11x411x411x4
raws_securityhub_feature_v2 ------------------------11xj
raws_securityhub_finding_aggregator 11xw11y711y711yO11yO11yO11yO
raws_securityhub_insight 122e122z122z129B129B129B129B
raws_securityhub_invite_accepter 129a129n129n129n129n129n129n
raws_securityhub_member 12A212AR12AR12AR12AR12AR12AR
raws_securityhub_organization_admin_account 0iqx0ir40ir40ir40ir40ir40ir4
raws_securityhub_organization_configuration 12Az12BI12BI12BI12BI12BI12BI
raws_securityhub_product_subscription 12Bh12Bu12Bu12Bu12Bu12Bu12Bu
raws_securityhub_standards_control 12C912Cs12Cs12Cs12Cs12Cs12Cs
raws_securityhub_standards_control_association 12Dd12Dy12Dy12Dy12Dy12Dy12Dy
raws_securityhub_standards_subscription 12EL12EY12EY12Ep12Ep12Ep12Ep
raws_securitylake_aws_log_source 12FP12FY12FY12FY12FY12FY12FY
raws_securitylake_custom_log_source 12GS12Gv12Gv12Gv12Gv12Gv12Gv
raws_securitylake_data_lake 12I612Id12Id12Id12Id12Id12Id
raws_securitylake_subscriber 12Jl12Km12Km12Km12Km12Km12Km
raws_securitylake_subscriber_notification 12MJ12Me12Me12Me12Me12Me12Me
raws_serverlessapplicationrepository_cloudformation_stack 12N112Ng12Ng12Ng12Ng12ON12ON
raws_service_discovery_http_namespace 12P412PX12PX12PX12PX12PX12PX
raws_service_discovery_instance 12Q212QJ12QJ12QJ12QJ12QJ12QJ
raws_service_discovery_private_dns_namespace 12Qe12R912R912R912R912R912R9
raws_service_discovery_public_dns_namespace 12Rk12SB12SB12SB12SB12SB12SB
raws_service_discovery_service 12TK12U512U512U512U512U512U5
raws_servicecatalog_budget_resource_association 12Uw12VB12VB12VB12VB12VB12VB
raws_servicecatalog_constraint 12VW12W912W912W912W912W912W9
raws_servicecatalog_organizations_access 12Ws12Ws12Ws12Ws12Ws12Ws12Ws
raws_servicecatalog_portfolio 12X312Xe12Xe12Xe12Xe12Xe12Xe
raws_servicecatalog_portfolio_share 12YH12Yw12Yw12Yw12Yw12Yw12Yw
raws_servicecatalog_principal_portfolio_association 12Zd12a012a012a012a012a012a0
raws_servicecatalog_product 12as12b_12b_12b_12b_12b_12b_
raws_servicecatalog_product_portfolio_association 12dC12db12db12db12db12db12db
raws_servicecatalog_provisioned_product 12er12gc12gc12gc12gc12gc12gc
raws_servicecatalog_provisioning_artifact 12iR12jK12jK12jK12jK12jK12jK
raws_servicecatalog_service_action 12kc12k_12k_12k_12k_12k_12k_
raws_servicecatalog_tag_option 12lS12lr12lr12lr12lr12lr12lr
raws_servicecatalog_tag_option_resource_association 12mI12mp12mp12mp12mp12mp12mp
raws_servicecatalogappregistry_application 12nO12nr12nr12nr12nr12nr12nr
raws_servicecatalogappregistry_attribute_group 12oM12op12op12op12op12op12op
raws_servicecatalogappregistry_attribute_group_association 12pK12pT12pT12pT12pT12pT12pT
raws_servicequotas_auto_management ------------12pg12pg12pg12pg
raws_servicequotas_service_quota 12q312qq12qq12qq12qq12qq12qq
raws_servicequotas_template 12rf12sE12sE12sE12sE12sE12sE
raws_servicequotas_template_association 12st12t412t412t412t412t412t4
raws_ses_active_receipt_rule_set 12tL12tY12tY12tY12tY12tY12tY
raws_ses_configuration_set 12tz12uU12uU12uU12uU12uU12uU
raws_ses_domain_dkim 12v312vG12vG12vG12vG12vG12vG
raws_ses_domain_identity 0HCg0HCx0HCx0HCx0HCx0HCx0HCx
raws_ses_domain_identity_verification 12vX12vo12vo12vo12vo12vo12vo
raws_ses_domain_mail_from 12w712wO12wO12wO12wO12wO12wO
raws_ses_email_identity 0HDG0HDT0HDT0HDT0HDT0HDT0HDT
raws_ses_event_destination 12ww12xV12xV12xV12xV12xV12xV
raws_ses_identity_notification_topic 12y812yT12yT12yT12yT12yT12yT
raws_ses_identity_policy 12ys12z712z712z712z712z712z7
raws_ses_receipt_filter 12zS12zn12zn12zn12zn12zn12zn
raws_ses_receipt_rule 1301131213121312131213121312
raws_ses_receipt_rule_set 12tL12tY12tY12tY12tY12tY12tY
raws_ses_template 1327132W132W132W132W132W132W
raws_sesv2_account_suppression_attributes 132z133613361336133613361336
raws_sesv2_account_vdm_attributes 133T133k133k133k133k133k133k
raws_sesv2_configuration_set 134r135Y135Y135Y135Y135Y135Y
raws_sesv2_configuration_set_event_destination 1377137O137O137O137O137O137O
raws_sesv2_contact_list 137-138Z138Z138Z138Z138Z138Z
raws_sesv2_dedicated_ip_assignment 139C139T139T139T139T139T139T
raws_sesv2_dedicated_ip_pool 139o13AB13AB13AB13AB13AB13AB
raws_sesv2_email_identity 13B913Bk13Bk13Bk13Bk13Bk13Bk
raws_sesv2_email_identity_feedback_attributes 13CR13Ce13Ce13Ce13Ce13Ce13Ce
raws_sesv2_email_identity_mail_from_attributes 13Cv13DA13DA13DA13DA13DA13DA
raws_sesv2_email_identity_policy 13DV13Dm13Dm13Dm13Dm13Dm13Dm
raws_sesv2_multi_region_endpoint ------------------------13EF
raws_sesv2_tenant --------13Eq13Eq13Eq13Eq13Eq
raws_sesv2_tenant_resource_association --------13FH13FH13FH13FH13FH
raws_sfn_activity 13Fh13G413G413G413G413G413G4
raws_sfn_alias 13Gk13HB13HB13HB13HB13HB13HB
raws_sfn_state_machine 13Hv13JA13JA13JA13JA13JA13JA
raws_shield_application_layer_automatic_response 13KV13KV13KV13KV13KV13KV13KV
raws_shield_drt_access_log_bucket_association 13Km13Km13Km13Km13Km13Km13Km
raws_shield_drt_access_role_arn_association 13L113L113L113L113L113L113L1
raws_shield_proactive_engagement 13LR13LR13LR13LR13LR13LR13LR
raws_shield_protection 13Le13Le13Le13Le13Le13Le13Le
raws_shield_protection_group 13M113M113M113M113M113M113M1
raws_shield_protection_health_check_association 13Mc13Mc13Mc13Mc13Mc13Mc13Mc
raws_shield_subscription 13Mp13Mp13Mp13Mp13Mp13Mp13Mp
raws_signer_signing_job 13NW13Oj13Oj13Oj13Oj13Oj13Oj
raws_signer_signing_profile 13P-13Qt13Qt13Qt13Qt13Qt13Qt
raws_signer_signing_profile_permission 13Ru13SL13SL13SL13SL13SL13SL
raws_simpledb_domain 13Ss-------------------------
raws_snapshot_create_volume_permission 13S_13TG13TG13TG13TG13TG13TG
raws_sns_platform_application 13Tb13UY13UY13UY13UY13UY13UY
raws_sns_sms_preferences 13VZ13W013W013W013W013W013W0
raws_sns_topic 13WX13Yc13Yc13Yc13Yc13Yc13al
raws_sns_topic_data_protection_policy 13cy13d913d913d913d913d913d9
raws_sns_topic_policy 13dQ13dh13dh13dh13dh13dh13dh
raws_sns_topic_subscription 13e013f513f513f513f513f513f5
raws_spot_datafeed_subscription 13gE13gR13gR13gR13gR13gR13gR
raws_spot_fleet_request 13lP13nI13nI13nI13nI13nI13nI
raws_spot_instance_request 13pF13tw13yF13yF13yF13yF13yF
raws_sqs_queue 140e142514251425142514251425
raws_sqs_queue_policy 143c143p143p143p143p143p143p
raws_sqs_queue_redrive_allow_policy 1444144H144H144H144H144H144H
raws_sqs_queue_redrive_policy 144Y144l144l144l144l144l144l
raws_ssm_activation 1450145j145j145j145j145j145j
raws_ssm_association 146h147y147y147y147y147y147y
raws_ssm_default_patch_baseline 149H149U149U149U149U149U149U
raws_ssm_document 14AD14Bk14Bk14Bk14Bk14Bk14Bk
raws_ssm_maintenance_window 14DJ14EC14EC14EC14EC14EC14EC
raws_ssm_maintenance_window_target 14F914Fc14Fc14Fc14Fc14Fc14Fc
raws_ssm_maintenance_window_task 14Hw14It14It14It14It14It14It
raws_ssm_parameter 14Ju14L114L114L114L114L114L1
raws_ssm_patch_baseline 14Mm14Nn14Nn14Nn14Nn14Nn14Nn
raws_ssm_patch_group 14Ow14P714P714P714P714P714P7
raws_ssm_resource_data_sync 14Pj14Pw14Pw14Pw14Qf14Qf14Qf
raws_ssm_service_setting 14Qw14RF14RF14RF14RF14RF14RF
raws_ssmcontacts_contact 14Re14S514S514S514S514S514S5
raws_ssmcontacts_contact_channel 14Sh14T814T814T814T814T814T8
raws_ssmcontacts_plan 14UD14UQ14UQ14UQ14UQ14UQ14UQ
raws_ssmcontacts_rotation 14Vn14WM14WM14WM14WM14WM14WM
raws_ssmincidents_replication_set 14XG14Xv14Xv14Xv14Xv14Xv14Xv
raws_ssmincidents_response_plan 14Zl14aS14aS14aS14aS14aS14aS
raws_ssmquicksetup_configuration_manager 14bp14cK14cK14cK14cK14cK14cK
raws_ssoadmin_account_assignment 14cv14dQ14dQ14dQ14dQ14dQ14dQ
raws_ssoadmin_application 14eH14f214f214f214f214f214f2
raws_ssoadmin_application_access_scope 14fx14gC14gC14gC14gC14gC14gC
raws_ssoadmin_application_assignment 14gX14go14go14go14go14go14go
raws_ssoadmin_application_assignment_configuration 14h714hK14hK14hK14hK14hK14hK
raws_ssoadmin_customer_managed_policy_attachment 14hk14i314i314i314i314i314i3
raws_ssoadmin_customer_managed_policy_attachments_exclusive --------14ib14ib14ib14ib14ib
raws_ssoadmin_instance_access_control_attributes 14j814jT14jT14jT14jT14jT14jT
raws_ssoadmin_managed_policy_attachment 14js14kF14kF14kF14kF14kF14kF
raws_ssoadmin_managed_policy_attachments_exclusive --------14ki14ki14ki14ki14ki
raws_ssoadmin_permission_set 14l114lk14lk14lk14lk14lk14lk
raws_ssoadmin_permission_set_inline_policy 14mV14mq14mq14mq14mq14mq14mq
raws_ssoadmin_permissions_boundary_attachment 14nM14nh14nh14nh14nh14nh14nh
raws_ssoadmin_region --------------------14o414o4
raws_ssoadmin_trusted_token_issuer 14ol14pK14pK14pK14pK14pK14pK
raws_storagegateway_cache 14pz14qA14qA14qA14qA14qA14qA
raws_storagegateway_cached_iscsi_volume 14qR14ra14ra14ra14ra14ra14ra
raws_storagegateway_file_system_association 14ss14tZ14tZ14tZ14tZ14tZ14tZ
raws_storagegateway_gateway 14v714wm14wm14wm14wm14wm14wm
raws_storagegateway_nfs_file_share 14yk14-N14-N14-N14-N14-N14-N
raws_storagegateway_smb_file_share 1504152115211521152115211521
raws_storagegateway_stored_iscsi_volume 1542155N155N155N155N155N155N
raws_storagegateway_tape_pool 156m157H157H157H157H157H157H
raws_storagegateway_upload_buffer 157s158715871587158715871587
raws_storagegateway_working_storage 14pz14qA14qA14qA14qA14qA14qA
raws_subnet 158S159v15BQ15BQ15BQ15BQ15BQ
raws_swf_domain 15DB15Di15Di15Di15Di15Di15Di
raws_synthetics_canary 15FN15Hq15Hq15Hq15Hq15Hq15JT
raws_synthetics_group 15LA15LZ15LZ15LZ15LZ15LZ15LZ
raws_synthetics_group_association 15M015ML15ML15ML15ML15ML15ML
raws_timestreaminfluxdb_db_cluster ----15My15My15Oo15Oo15Oo15Oo
raws_timestreaminfluxdb_db_instance 15QZ15S815S815S815Tn15Tn15Tn
raws_timestreamquery_scheduled_query 15Z415aD15aD15aD15aD15aD15aD
raws_timestreamwrite_database 15bQ15bt15bt15bt15bt15bt15bt
raws_timestreamwrite_table 15dI15dt15dt15dt15dt15dt15dt
raws_transcribe_language_model 15ej15fI15fI15fI15fI15fI15fI
raws_transcribe_medical_vocabulary 15fx15gW15gW15gW15gW15gW15gW
raws_transcribe_vocabulary 15h915ho15ho15ho15ho15ho15ho
raws_transcribe_vocabulary_filter 15iV15j415j415j415j415j415j4
raws_transfer_access 15js15kR15kR15kR15kR15kR15kR
raws_transfer_agreement 15l415lr15lr15lr15lr15lr15lr
raws_transfer_certificate 15mg15nR15nR15nR15nR15nR15nR
raws_transfer_connector 15ow15pr15pr15pr15pr15pr15pr
raws_transfer_host_key ----15qk15qk15qk15qk15qk15qk
raws_transfer_profile 15rN15ru15ru15ru15ru15ru15ru
raws_transfer_server 15tQ15v715v715v715wu15wu15wu
raws_transfer_ssh_key 15yj15z215z215z215z215z215z2
raws_transfer_tag 0bSx0bTC0bTC0bTC0bTC0bTC0bTC
raws_transfer_user 15zR15-G15-G15-G15-G15-G15-G
raws_transfer_web_app ----15_W160R160R160R160R160R
raws_transfer_web_app_customization ----161416141614161416141614
raws_transfer_workflow 163Q163t163t163t163t163t163t
raws_uxc_account_customizations ------------164O164O164O164O
raws_verifiedaccess_endpoint 1662167N167N167N167N167N167N
raws_verifiedaccess_group 168m169b169b169b169b169b169b
raws_verifiedaccess_instance 16Ap16BS16BS16BS16BS16BS16BS
raws_verifiedaccess_instance_logging_configuration 16Cl16Cy16Cy16Cy16Cy16Cy16Cy
raws_verifiedaccess_instance_trust_provider_attachment 16DD16DQ16DQ16DQ16DQ16DQ16DQ
raws_verifiedaccess_trust_provider 16Ek16FZ16FZ16FZ16FZ16FZ16FZ
raws_verifiedpermissions_identity_source 16Hi16Hz16Hz16Hz16Hz16Hz16Hz
raws_verifiedpermissions_policy 16Iw16JF16JF16JF16JF16JF16JF
raws_verifiedpermissions_policy_store 16Je16K516K516K516K516K516K5
raws_verifiedpermissions_policy_template 16Kg16L316L316L316L316L316L3
raws_verifiedpermissions_schema 16LW16Ln16Ln16Ln16Ln16Ln16Ln
raws_volume_attachment 16M616Md16Md16Md16Md16Md16Md
raws_vpc 16NC16Of16Of16Of16Of16Of16Of
raws_vpc_block_public_access_exclusion 16QA16Qh16Qh16Qh16Qh16Qh16Qh
raws_vpc_block_public_access_options 16RG16Rb16Rb16Rb16Rb16Rb16Rb
raws_vpc_dhcp_options 16R-16Sh16Sh16Sh16Sh16Sh16Sh
raws_vpc_dhcp_options_association 16TS16Tf16Tf16Tf16Tf16Tf16Tf
raws_vpc_encryption_control ----16Ua16Ua16Ua16Ua16Ua16Ua
raws_vpc_endpoint 16W316Xm16Zo16Zo16Zo16Zo16Zo
raws_vpc_endpoint_connection_accepter 16bZ16bq16bq16bq16bq16bq16bq
raws_vpc_endpoint_connection_notification 16c916cc16cc16cc16cc16cc16cc
raws_vpc_endpoint_policy 16d716dO16dO16dO16dO16dO16dO
raws_vpc_endpoint_private_dns 16dj16ds16ds16ds16ds16ds16ds
raws_vpc_endpoint_route_table_association 16e316eG16eG16eG16eG16eG16eG
raws_vpc_endpoint_security_group_association 16eX16eo16eo16eo16eo16eo16eo
raws_vpc_endpoint_service 16fO16gb16gb16gb16gb16gb16gb
raws_vpc_endpoint_service_allowed_principal 16hs16i316i316i316i316i316i3
raws_vpc_endpoint_service_private_dns_verification 16iK16iX16iX16iX16iX16iX16iX
raws_vpc_endpoint_subnet_association 16io16j316j316j316j316j316j3
raws_vpc_ipam 16jO16kL16kL16kL16kL16kL16kL
raws_vpc_ipam_organization_admin_account 16lQ16lQ16lQ16lQ16lQ16lQ16lQ
raws_vpc_ipam_pool 16lp16nC16ow16ow16ow16ow16ow
raws_vpc_ipam_pool_cidr 16qa16r116r116r116r116r116r1
raws_vpc_ipam_pool_cidr_allocation 16rY16sB16sB16sB16su16su16su
raws_vpc_ipam_preview_next_cidr 16tj16u216u216u216u216u216u2
raws_vpc_ipam_resource_discovery 16uR16v416vs16vs16vs16vs16vs
raws_vpc_ipam_resource_discovery_association 16wd16xO16xO16xO16xO16xO16xO
raws_vpc_ipam_scope 16yD16yw16yw16yw16yw16yw16yw
raws_vpc_ipv4_cidr_block_association 16zh16-416-416-416-416-416-4
raws_vpc_ipv6_cidr_block_association 16-X16_A16_A16_A16_A16_A16_A
raws_vpc_network_performance_metric_subscription 16_t170G170G170G170G170G170G
raws_vpc_peering_connection 170o171Z171Z171Z171Z171Z171Z
raws_vpc_peering_connection_accepter 172O173D173D173D173D173D173D
raws_vpc_peering_connection_options 1746174N174N174N174N174N174N
raws_vpc_route_server 174i175L175L175L175L175L175L
raws_vpc_route_server_endpoint 1762176h176h176h176h176h176h
raws_vpc_route_server_peer 177X178M178M178M178M178M178M
raws_vpc_route_server_propagation 179F179S179S179S179S179S179S
raws_vpc_route_server_vpc_association 179j179w179w179w179w179w179w
raws_vpc_security_group_egress_rule 17AB17B417B417B417B417B417B4
raws_vpc_security_group_ingress_rule 17AB17B417B417B417B417B417B4
raws_vpc_security_group_rules_exclusive --------17C117C117C117C117C1
raws_vpc_security_group_vpc_association 17CI17CZ17CZ17CZ17CZ17CZ17CZ
raws_vpclattice_access_log_subscription 17Cu17DP17DP17DP17DP17DP17DP
raws_vpclattice_auth_policy 17D-17EJ17EJ17EJ17EJ17EJ17EJ
raws_vpclattice_domain_verification ----17Ei17Ei17Ei17Ei17Ei17Ei
raws_vpclattice_listener 17Fr17Gk17Gk17Gk17Gk17Gk17Gk
raws_vpclattice_listener_rule 17J017Jn17Jn17Jn17Jn17Jn17Jn
raws_vpclattice_resource_configuration 17L117Ls17Ls17Ls17Ls17Ls17Ls
raws_vpclattice_resource_gateway 17M_17Ni17Ni17Ni17OX17OX17OX
raws_vpclattice_resource_policy 0JZn0JZ-0JZ-0JZ-0JZ-0JZ-0JZ-
raws_vpclattice_service 17PQ17Q717Q717Q717Q717Q717Qu
raws_vpclattice_service_network 17Rj17S617S617S617S617S617S6
raws_vpclattice_service_network_resource_association 17SZ17T417Tf17Tf17Tf17Tf17Tf
raws_vpclattice_service_network_service_association 17UI17U_17U_17U_17U_17U_17U_
raws_vpclattice_service_network_vpc_association 17Vm17WP17XF17XF17XF17XF17XF
raws_vpclattice_target_group 17ZF17Zq17Zq17Zq17Zq17Zq17Zq
raws_vpclattice_target_group_attachment 17ac17at17at17at17at17at17at
raws_vpn_concentrator ----17bC17bC17bC17bC17bC17bC
raws_vpn_connection 17cK17hV17hV17hV17hV17hV17hV
raws_vpn_connection_route 17mO17mb17mb17mb17mb17mb17mb
raws_vpn_gateway 17ms17nJ17nJ17nJ17nJ17nJ17nJ
raws_vpn_gateway_attachment 17nq17o117o117o117o117o117o1
raws_vpn_gateway_route_propagation 17oI17oZ17oZ17oZ17oZ17oZ17oZ
raws_waf_byte_match_set 17pI17pI17pI17pI17pI17pI17pI
raws_waf_geo_match_set 17pZ17pZ17pZ17pZ17pZ17pZ17pZ
raws_waf_ipset 17pq17pq17pq17pq17pq17pq17pq
raws_waf_rate_based_rule 17qI17qI17qI17qI17qI17qI17qI
raws_waf_regex_match_set 17r417r417r417r417r417r417r4
raws_waf_regex_pattern_set 17rL17rL17rL17rL17rL17rL17rL
raws_waf_rule 17rc17rc17rc17rc17rc17rc17rc
raws_waf_rule_group 17sK17sK17sK17sK17sK17sK17sK
raws_waf_size_constraint_set 17t217t217t217t217t217t217t2
raws_waf_sql_injection_match_set 17tS17tS17tS17tS17tS17tS17tS
raws_waf_web_acl 17uG17uG17uG17uG17uG17uG17uG
raws_waf_xss_match_set 17ur17ur17ur17ur17ur17ur17ur
raws_wafregional_byte_match_set 17v617vJ17vJ17vJ17vJ17vJ17vJ
raws_wafregional_geo_match_set 17va17vn17vn17vn17vn17vn17vn
raws_wafregional_ipset 17w217wJ17wJ17wJ17wJ17wJ17wJ
raws_wafregional_rate_based_rule 17we17xD17xD17xD17xD17xD17xD
raws_wafregional_regex_match_set 17xs17y317y317y317y317y317y3
raws_wafregional_regex_pattern_set 17yK17yX17yX17yX17yX17yX17yX
raws_wafregional_rule 17yo17zF17zF17zF17zF17zF17zF
raws_wafregional_rule_group 17sK17zm17zm17zm17zm17zm17zm
raws_wafregional_size_constraint_set 17t217-H17-H17-H17-H17-H17-H
raws_wafregional_sql_injection_match_set 17-c17-p17-p17-p17-p17-p17-p
raws_wafregional_web_acl 17_417_f17_f17_f17_f17_f17_f
raws_wafregional_web_acl_association 180I180Z180Z180Z180Z180Z180Z
raws_wafregional_xss_match_set 180u181518151815181518151815
raws_wafv2_api_key 181M181Z181Z181Z181Z181Z181Z
raws_wafv2_ip_set 181q182X182X182X182X182X182X
raws_wafv2_regex_pattern_set 183N184018401840184018401840
raws_wafv2_rule_group 18F-18HG18HG18HG18HG18HG18Ji
raws_wafv2_web_acl 18R718T118T118T118T118T118U_
raws_wafv2_web_acl_association 18WS18Wj18Wj18Wj18Wj18Wj18Wj
raws_wafv2_web_acl_logging_configuration 18Xt18YC18YC18YC18YC18YC18YC
raws_wafv2_web_acl_rule ------------18jw18jw18jw18jw
raws_wafv2_web_acl_rule_group_association ----18l518l518mC18mC18mC18mC
raws_worklink_fleet 18mw-------------------------
raws_worklink_website_certificate_authority_association 18nh-------------------------
raws_workmail_default_domain ------------18o018o018o018o0
raws_workmail_domain ------------18oQ18oQ18oQ18oQ
raws_workmail_group ------------18ox18ox18ox18ox
raws_workmail_organization ------------18pW18pW18pW18pW
raws_workmail_user ------------18qb18qb18qb18qb
raws_workspaces_connection_alias 18sM18sp18sp18sp18sp18sp18sp
raws_workspaces_directory 18u-18wV18wV18wV18wV18wV18y_
raws_workspaces_ip_group 18-n18_A18_A18_A18_A18_A18_A
raws_workspaces_pool --------------------190J190J
raws_workspaces_workspace 191n192g192g192g192g192g192g
raws_workspacesweb_browser_settings 193d194419441944194419441944
raws_workspacesweb_browser_settings_association ----194b194b194b194b194b194b
raws_workspacesweb_data_protection_settings 195s196R196R196R196R196R196R
raws_workspacesweb_data_protection_settings_association ----197419741974197419741974
raws_workspacesweb_identity_provider ----197H197H197H197H197H197H
raws_workspacesweb_ip_access_settings 197x198W198W198W198W198W198W
raws_workspacesweb_ip_access_settings_association ----199919991999199919991999
raws_workspacesweb_network_settings 199M199p199p199p199p199p199p
raws_workspacesweb_network_settings_association ----19AK19AK19AK19AK19AK19AK
raws_workspacesweb_portal ----19AX19AX19AX19AX19AX19AX
raws_workspacesweb_session_logger ----19Cf19Cf19Cf19Cf19Cf19Cf
raws_workspacesweb_session_logger_association ----19DI19DI19DI19DI19DI19DI
raws_workspacesweb_trust_store ----19Du19Du19Du19Du19Du19Du
raws_workspacesweb_trust_store_association ----19EH19EH19EH19EH19EH19EH
raws_workspacesweb_user_access_logging_settings 19EU19Ep19Ep19Ep19Ep19Ep19Ep
raws_workspacesweb_user_access_logging_settings_association ----19FC19FC19FC19FC19FC19FC
raws_workspacesweb_user_settings 19G019H119H119H119H119H119H1
raws_workspacesweb_user_settings_association ----19I619I619I619I619I619I6
raws_xray_encryption_config 19IJ19IW19IW19IW19IW19IW19IW
raws_xray_group 19Iw19JN19JN19JN19JN19JN19JN
raws_xray_indexing_rule ----------------19K619K619K6
raws_xray_resource_policy 19KJ19Ke19Ke19Ke19Ke19Ke19Ke
raws_xray_sampling_rule 19L119M219M219M219M219M219M2
raws_xray_trace_segment_destination ----------------19N719N719N7
"""#)
}
