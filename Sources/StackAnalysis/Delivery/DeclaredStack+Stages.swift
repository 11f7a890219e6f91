import AWSModel
import TerraformModel

extension DeclaredStack {
  /// The stages of an API of either kind.
  func stages(of api: Declaration) -> [Declaration] {
    let (type, argument) =
      api.address.type == RestAPI.type ? (Stage.type, "rest_api_id") : (HTTPStage.type, "api_id")
    return declarations.filter { stage in
      guard stage.address.type == type, case .text(let id)? = stage.block[argument] else { return false }
      return target(of: id)?.address == api.address
    }
  }
}
