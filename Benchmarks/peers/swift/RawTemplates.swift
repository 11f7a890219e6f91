// The fleet-N document as templates; "@" stands for the five-digit number.

let head: StaticString = #"""
  {
    "provider": {
      "aws": {
        "access_key": "test",
        "region": "us-east-1",
        "secret_key": "test",
        "skip_credentials_validation": true,
        "skip_metadata_api_check": true,
        "skip_requesting_account_id": true
      }
    },
    "resource": {
      "aws_cloudwatch_dashboard": {
        "fleet": {
          "dashboard_body": "{\"widgets\":[{\"height\":6,\"properties\":{\"alarms\":[\"${aws_cloudwatch_metric_alarm.billing_050.arn}\",\"${aws_cloudwatch_metric_alarm.billing_100.arn}\",\"${aws_cloudwatch_metric_alarm.billing_200.arn}\"
  """#

let dashboardPerFunction: StaticString = #"""
  ,\"${aws_cloudwatch_metric_alarm.fn_@_duration_p95.arn}\",\"${aws_cloudwatch_metric_alarm.fn_@_errors.arn}\"
  """#

let dashboardTail: StaticString = #"""
  ],\"title\":\"Alarms\"},\"type\":\"alarm\",\"width\":24,\"x\":0,\"y\":0}]}",
          "dashboard_name": "fleet"
        }
      },

  """#

let logGroup: StaticString = #"""
        "fn_@": {
          "name": "/aws/lambda/${aws_lambda_function.fn_@.function_name}",
          "retention_in_days": 14,
          "tags": {
            "Environment": "prod",
            "ManagedBy": "infra-gen",
            "Service": "fleet-fn-@"
          }
        }
  """#

let billing: StaticString = #"""
        "billing_050": {
          "alarm_actions": [
            "${aws_sns_topic.alarms.arn}"
          ],
          "alarm_description": "Estimated charges above 50 USD",
          "alarm_name": "fleet-billing-050",
          "comparison_operator": "GreaterThanThreshold",
          "dimensions": {
            "Currency": "USD"
          },
          "evaluation_periods": 1,
          "metric_name": "EstimatedCharges",
          "namespace": "AWS/Billing",
          "period": 21600,
          "statistic": "Maximum",
          "threshold": 50,
          "treat_missing_data": "notBreaching"
        },
        "billing_100": {
          "alarm_actions": [
            "${aws_sns_topic.alarms.arn}"
          ],
          "alarm_description": "Estimated charges above 100 USD",
          "alarm_name": "fleet-billing-100",
          "comparison_operator": "GreaterThanThreshold",
          "dimensions": {
            "Currency": "USD"
          },
          "evaluation_periods": 1,
          "metric_name": "EstimatedCharges",
          "namespace": "AWS/Billing",
          "period": 21600,
          "statistic": "Maximum",
          "threshold": 100,
          "treat_missing_data": "notBreaching"
        },
        "billing_200": {
          "alarm_actions": [
            "${aws_sns_topic.alarms.arn}"
          ],
          "alarm_description": "Estimated charges above 200 USD",
          "alarm_name": "fleet-billing-200",
          "comparison_operator": "GreaterThanThreshold",
          "dimensions": {
            "Currency": "USD"
          },
          "evaluation_periods": 1,
          "metric_name": "EstimatedCharges",
          "namespace": "AWS/Billing",
          "period": 21600,
          "statistic": "Maximum",
          "threshold": 200,
          "treat_missing_data": "notBreaching"
        }
  """#

let alarms: StaticString = #"""
  ,
        "fn_@_duration_p95": {
          "alarm_actions": [
            "${aws_sns_topic.alarms.arn}"
          ],
          "alarm_description": "p95 duration of fleet-fn-@ above 24000 ms",
          "alarm_name": "fleet-fn-@-duration-p95",
          "comparison_operator": "GreaterThanThreshold",
          "dimensions": {
            "FunctionName": "${aws_lambda_function.fn_@.function_name}"
          },
          "evaluation_periods": 1,
          "extended_statistic": "p95",
          "metric_name": "Duration",
          "namespace": "AWS/Lambda",
          "period": 60,
          "threshold": 24000,
          "treat_missing_data": "notBreaching"
        },
        "fn_@_errors": {
          "alarm_actions": [
            "${aws_sns_topic.alarms.arn}"
          ],
          "alarm_description": "Errors of fleet-fn-@",
          "alarm_name": "fleet-fn-@-errors",
          "comparison_operator": "GreaterThanThreshold",
          "dimensions": {
            "FunctionName": "${aws_lambda_function.fn_@.function_name}"
          },
          "evaluation_periods": 1,
          "metric_name": "Errors",
          "namespace": "AWS/Lambda",
          "period": 60,
          "statistic": "Sum",
          "threshold": 0,
          "treat_missing_data": "notBreaching"
        }
  """#

let role: StaticString = #"""
        "fn_@": {
          "assume_role_policy": "{\"Statement\":[{\"Action\":\"sts:AssumeRole\",\"Effect\":\"Allow\",\"Principal\":{\"Service\":\"lambda.amazonaws.com\"}}],\"Version\":\"2012-10-17\"}",
          "name": "fleet-fn-@-role",
          "tags": {
            "Environment": "prod",
            "ManagedBy": "infra-gen",
            "Service": "fleet-fn-@"
          }
        }
  """#

let attachments: StaticString = #"""
        "fn_@_basic": {
          "policy_arn": "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole",
          "role": "${aws_iam_role.fn_@.name}"
        },
        "fn_@_xray": {
          "policy_arn": "arn:aws:iam::aws:policy/AWSXRayDaemonWriteAccess",
          "role": "${aws_iam_role.fn_@.name}"
        }
  """#

let function: StaticString = #"""
        "fn_@": {
          "environment": {
            "variables": {
              "POWERTOOLS_LOG_LEVEL": "INFO",
              "POWERTOOLS_METRICS_NAMESPACE": "Fleet",
              "POWERTOOLS_SERVICE_NAME": "fleet-fn-@"
            }
          },
          "filename": "lambda.zip",
          "function_name": "fleet-fn-@",
          "handler": "app.handler",
          "memory_size": 256,
          "role": "${aws_iam_role.fn_@.arn}",
          "runtime": "python3.13",
          "tags": {
            "Environment": "prod",
            "ManagedBy": "infra-gen",
            "Service": "fleet-fn-@"
          },
          "timeout": 30,
          "tracing_config": {
            "mode": "Active"
          }
        }
  """#

let tail: StaticString = #"""
      "aws_sns_topic": {
        "alarms": {
          "name": "fleet-alarms",
          "tags": {
            "Environment": "prod",
            "ManagedBy": "infra-gen",
            "Service": "fleet"
          }
        }
      },
      "aws_xray_group": {
        "fleet": {
          "filter_expression": "service(\"fleet\") AND responsetime > 5",
          "group_name": "fleet",
          "tags": {
            "Environment": "prod",
            "ManagedBy": "infra-gen",
            "Service": "fleet"
          }
        }
      },
      "aws_xray_sampling_rule": {
        "fleet": {
          "fixed_rate": 0.05,
          "host": "*",
          "http_method": "*",
          "priority": 1000,
          "reservoir_size": 1,
          "resource_arn": "*",
          "rule_name": "fleet",
          "service_name": "*",
          "service_type": "*",
          "url_path": "*",
          "version": 1
        }
      }
    },
    "terraform": {
      "required_providers": {
        "aws": {
          "source": "hashicorp/aws",
          "version": ">= 5.0.0"
        }
      },
      "required_version": ">= 1.5.0"
    }
  }

  """#
