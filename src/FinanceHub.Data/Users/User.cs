using Microsoft.AspNetCore.Identity;

namespace FinanceHub.Data.Users;

/// <summary>Somebody with an account; the e-mail address is the name.</summary>
public sealed class User : IdentityUser<Guid>;
