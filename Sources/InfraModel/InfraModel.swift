// What a stack, a rule and a test import: the five modules under one name, and the failures that tests name.
@_exported public import AWSModel
@_exported public import AWSRules
@_exported public import FailureDetection
@_exported public import PolicyEngine
@_exported public import StackAnalysis
@_exported public import TerraformModel
