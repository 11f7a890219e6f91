import InfraModel

extension LegoAPI {
  /// What the stacks of other stories have built, and this one only uses: the network, the stores in it, the users. Each
  /// account has its own, so that each is a variable without a default.
  struct Surroundings {
    let network: ID<VPC>
    /// Private, in two availability zones.
    let subnets: [ID<Subnet>]
    let databaseHost: Text
    let databaseGroup: ID<SecurityGroup>
    /// Where the database's password is. No environment variable contains the password itself (T46).
    let databaseSecret: Text
    let redisHost: Text
    let redisGroup: ID<SecurityGroup>
    let searchHost: Text
    let searchDomain: Text
    let searchGroup: ID<SecurityGroup>
    let bucket: Text
    /// The addresses of S3, to which the network's gateway endpoint leads.
    let storagePrefixes: Text
    /// The service map's Cognito.
    let userPool: Text
    /// The origin of the pages. Change it to yours: the API's answers to browsers name it.
    let website: String
    /// The on-call subscribers. Each has to confirm the subscription in SNS's first email to receive notifications.
    let onCall: KeyValuePairs<String, TopicSubscription.Subscriber>

    init(of environment: Environment, in stack: inout StackBuilder) {
      func value(_ name: String, _ example: String, _ pattern: String, _ description: String) -> Text {
        stack.add(Variable(name, example: example, .matching(pattern), description: description)).text
      }
      func id(_ name: String, _ example: String, _ description: String) -> Text {
        let kind = example.prefix { $0 != "-" }
        return value(name, example, "^\(kind)-[0-9a-f]{8,17}$", description)
      }
      func host(_ name: String, _ example: String, _ description: String) -> Text {
        value(name, example, "^[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+$", description)
      }

      let mark = environment.isProduction ? "a" : "d"
      network = ID(id("vpc_id", "vpc-0\(mark)1e2a3b4c5d6e7f8", "The network that the stores are in"))
      subnets = [
        ID(id("first_subnet_id", "subnet-0\(mark)1e2a3b4c5d6e701", "A private subnet of the network")),
        ID(id("second_subnet_id", "subnet-0\(mark)1e2a3b4c5d6e702", "A private subnet in another availability zone")),
      ]
      databaseHost = host(
        "database_host", "lego.c1example.us-east-1.rds.amazonaws.com", "The host of PostgreSQL")
      databaseGroup = ID(
        id("database_security_group_id", "sg-0\(mark)1e2a3b4c5d6e701", "The security group of PostgreSQL"))
      databaseSecret = value(
        "database_secret_arn",
        "arn:aws:secretsmanager:us-east-1:111122223333:secret:lego-api/\(environment.rawValue)/postgres-a1b2c3",
        "^arn:aws[a-z-]*:secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:[A-Za-z0-9/_+=.@-]+$",
        "The secret with the password of PostgreSQL's user lego_api")
      redisHost = host("redis_host", "lego.example.cache.amazonaws.com", "The host of Redis, with TLS")
      redisGroup = ID(id("redis_security_group_id", "sg-0\(mark)1e2a3b4c5d6e702", "The security group of Redis"))
      searchHost = host("search_host", "vpc-lego-example.us-east-1.es.amazonaws.com", "The host of OpenSearch")
      searchDomain = value(
        "search_domain_arn", "arn:aws:es:us-east-1:111122223333:domain/lego",
        "^arn:aws[a-z-]*:es:[a-z0-9-]+:[0-9]{12}:domain/[a-z0-9-]+$", "The OpenSearch domain")
      searchGroup = ID(id("search_security_group_id", "sg-0\(mark)1e2a3b4c5d6e703", "The security group of OpenSearch"))
      bucket = value(
        "files_bucket", "lego-api-files-111122223333", "^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$",
        "The bucket with the users' files")
      userPool = value(
        "user_pool_arn", "arn:aws:cognito-idp:us-east-1:111122223333:userpool/us-east-1_Example",
        "^arn:aws[a-z-]*:cognito-idp:[a-z0-9-]+:[0-9]{12}:userpool/[A-Za-z0-9_-]+$",
        "The Cognito user pool whose users may call the API")
      // S3 in us-east-1, the same for every account.
      storagePrefixes = "pl-63a5400a"
      website =
        switch environment {
        case .dev: "https://dev.lego.example.com"
        case .production: "https://lego.example.com"
        }
      let mail = stack.add(.onCallEmail)
      onCall = ["on-call": .email(mail.text)]
    }

    /// The functions' environment variables for the stores.
    var environment: [String: Text] {
      [
        "POSTGRES_HOST": databaseHost, "POSTGRES_PORT": "5432", "POSTGRES_DB": "lego",
        "POSTGRES_USER": "lego_api",
        "POSTGRES_PASSWORD_ARN": databaseSecret,
        "REDIS_URL": "rediss://\(redisHost):6379",
        "OPENSEARCH_ENDPOINT": "https://\(searchHost)",
        "S3_BUCKET": bucket,
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
