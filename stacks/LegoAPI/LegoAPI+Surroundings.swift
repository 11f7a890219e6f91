import InfraModel

extension LegoAPI {
  /// What the stacks of other stories have built, and this one only uses: the network, the stores in it, the users.
  struct Surroundings {
    let network: ID<VPC>
    /// Private, in two availability zones.
    let subnets: [ID<Subnet>]
    let databaseHost: String
    let databaseGroup: ID<SecurityGroup>
    /// Where the database's password is. No environment variable contains the password itself (T46).
    let databaseSecret: Text
    let redisHost: String
    let redisGroup: ID<SecurityGroup>
    let searchHost: String
    let searchDomain: Text
    let searchGroup: ID<SecurityGroup>
    let bucket: String
    /// The addresses of S3, to which the network's gateway endpoint leads.
    let storagePrefixes: Text
    /// The service map's Cognito.
    let userPool: Text
    let website: String

    init(of environment: Environment) {
      switch environment {
      case .dev:
        network = "vpc-0d1e2a3b4c5d6e7f8"
        subnets = ["subnet-0d1e2a3b4c5d6e701", "subnet-0d1e2a3b4c5d6e702"]
        databaseHost = "lego-dev.c1example.us-east-1.rds.amazonaws.com"
        databaseGroup = "sg-0d1e2a3b4c5d6e701"
        databaseSecret = "arn:aws:secretsmanager:us-east-1:111122223333:secret:lego-api/dev/postgres-a1b2c3"
        redisHost = "lego-dev.example.cache.amazonaws.com"
        redisGroup = "sg-0d1e2a3b4c5d6e702"
        searchHost = "vpc-lego-dev-example.us-east-1.es.amazonaws.com"
        searchDomain = "arn:aws:es:us-east-1:111122223333:domain/lego-dev"
        searchGroup = "sg-0d1e2a3b4c5d6e703"
        bucket = "lego-api-files-dev"
        userPool = "arn:aws:cognito-idp:us-east-1:111122223333:userpool/us-east-1_DevExample"
        website = "https://dev.lego.example.com"
      case .production:
        network = "vpc-0a1b2c3d4e5f6a7b8"
        subnets = ["subnet-0a1b2c3d4e5f6a701", "subnet-0a1b2c3d4e5f6a702"]
        databaseHost = "lego.c1example.us-east-1.rds.amazonaws.com"
        databaseGroup = "sg-0a1b2c3d4e5f6a701"
        databaseSecret = "arn:aws:secretsmanager:us-east-1:444455556666:secret:lego-api/production/postgres-d4e5f6"
        redisHost = "lego.example.cache.amazonaws.com"
        redisGroup = "sg-0a1b2c3d4e5f6a702"
        searchHost = "vpc-lego-example.us-east-1.es.amazonaws.com"
        searchDomain = "arn:aws:es:us-east-1:444455556666:domain/lego"
        searchGroup = "sg-0a1b2c3d4e5f6a703"
        bucket = "lego-api-files"
        userPool = "arn:aws:cognito-idp:us-east-1:444455556666:userpool/us-east-1_Example"
        website = "https://lego.example.com"
      }
      storagePrefixes = "pl-63a5400a"  // S3 in us-east-1, the same for every account.
    }

    /// The functions' environment variables for the stores.
    var environment: [String: Text] {
      [
        "POSTGRES_HOST": Text(databaseHost), "POSTGRES_PORT": "5432", "POSTGRES_DB": "lego",
        "POSTGRES_USER": "lego_api",
        "POSTGRES_PASSWORD_ARN": databaseSecret,
        "REDIS_URL": "rediss://\(redisHost):6379",
        "OPENSEARCH_ENDPOINT": "https://\(searchHost)",
        "S3_BUCKET": Text(bucket),
      ]
    }

    /// What the functions may do with them. Postgres and Redis do not use IAM.
    var permissions: [Statement] {
      [
        Statement(id: "DatabasePassword", ["secretsmanager:GetSecretValue"], on: [databaseSecret]),
        Statement(
          id: "Search", ["es:ESHttpDelete", "es:ESHttpGet", "es:ESHttpPost", "es:ESHttpPut"], on: ["\(searchDomain)/*"]),
        .readObjects(of: files), .writeObjects(to: files), .deleteObjects(of: files),
      ]
    }

    private var files: ARN<Bucket> { ARN("arn:aws:s3:::\(bucket)") }
  }
}
