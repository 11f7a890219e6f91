print("infra-gen")
