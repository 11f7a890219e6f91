/// The prices of instances by class, in millionths of a dollar for an hour in us-east-1.
enum InstancePrices {
  /// EC2 with Linux, on demand. Within a family the price is in proportion to the size.
  static let instances: [String: Int] = {
    let families = [
      family("t3", large: 83_200, from: 0), family("t4g", large: 67_200, from: 0), family("m5", large: 96_000),
      family("m6g", large: 77_000), family("m6i", large: 96_000), family("c5", large: 85_000),
      family("c6g", large: 68_000), family("c6i", large: 85_000), family("r5", large: 126_000),
      family("r6g", large: 100_800), family("r6i", large: 126_000),
      ["t2.micro": 11_600, "t2.medium": 46_400, "t2.large": 92_800],
    ]
    var all: [String: Int] = [:]
    for (size, price) in families.joined() { all["ON_DEMAND \(size)"] = price }
    return all
  }()

  /// RDS in one availability zone, by engine. MariaDB costs what MySQL does.
  static let databases: [String: Int] = {
    let small = ["t4g.micro": 16_000, "t4g.small": 32_000, "t4g.medium": 65_000, "t4g.large": 129_000]
    let mySQL = small.merging(
      [
        "t3.micro": 17_000, "t3.small": 34_000, "t3.medium": 68_000, "t3.large": 136_000, "m5.large": 171_000,
        "m5.xlarge": 342_000, "m6g.large": 152_000, "m6g.xlarge": 304_000, "r5.large": 240_000, "r5.xlarge": 480_000,
      ], uniquingKeysWith: { first, _ in first })
    let postgres = small.merging(
      [
        "t3.micro": 18_000, "t3.small": 36_000, "t3.medium": 72_000, "t3.large": 145_000, "m5.large": 178_000,
        "m5.xlarge": 356_000, "m6g.large": 159_000, "m6g.xlarge": 318_000, "r5.large": 250_000, "r5.xlarge": 500_000,
      ], uniquingKeysWith: { first, _ in first })
    var all: [String: Int] = [:]
    for (engine, prices) in [("mysql", mySQL), ("mariadb", mySQL), ("postgres", postgres)] {
      for (size, price) in prices { all["\(engine) db.\(size)"] = price }
    }
    return all
  }()

  /// Aurora with standard storage; MySQL and PostgreSQL cost the same.
  static let aurora = [
    "db.t3.medium": 82_000, "db.t3.large": 164_000, "db.t4g.medium": 73_000, "db.t4g.large": 146_000,
    "db.r5.large": 290_000, "db.r5.xlarge": 580_000, "db.r5.2xlarge": 1_160_000, "db.r6g.large": 260_000,
    "db.r6g.xlarge": 519_000, "db.r6g.2xlarge": 1_038_000, "db.r7g.large": 276_000, "db.r7g.xlarge": 553_000,
    "db.r7g.2xlarge": 1_106_000,
  ]

  /// ElastiCache. Nodes of Valkey cost a fifth less than those of the other engines.
  static let caches: [String: Int] = {
    let nodes = [
      "t3.micro": 17_000, "t3.small": 34_000, "t3.medium": 68_000, "t4g.micro": 16_000, "t4g.small": 32_000,
      "t4g.medium": 65_000, "m5.large": 156_000, "m6g.large": 149_000, "r5.large": 216_000, "r6g.large": 206_000,
    ]
    var all: [String: Int] = [:]
    for (size, price) in nodes {
      for engine in ["redis", "memcached"] { all["\(engine) cache.\(size)"] = price }
      all["valkey cache.\(size)"] = price * 4 / 5
    }
    return all
  }()

  static let search = [
    "t3.small.search": 36_000, "t3.medium.search": 73_000, "m5.large.search": 142_000, "m6g.large.search": 128_000,
    "m6g.xlarge.search": 256_000, "r5.large.search": 186_000, "r6g.large.search": 167_000,
    "r6g.xlarge.search": 335_000,
  ]

  private static let sizes: [(name: String, sixteenths: Int)] = [
    ("nano", 1), ("micro", 2), ("small", 4), ("medium", 8), ("large", 16), ("xlarge", 32), ("2xlarge", 64),
    ("4xlarge", 128),
  ]

  /// The sizes of a family, from one of `sizes` on.
  private static func family(_ name: String, large: Int, from first: Int = 4) -> [String: Int] {
    // The families with small sizes end at `2xlarge`.
    let last = first == 0 ? sizes.count - 1 : sizes.count
    return Dictionary(
      uniqueKeysWithValues: sizes[first..<last].map { ("\(name).\($0.name)", large * $0.sixteenths / 16) })
  }
}
