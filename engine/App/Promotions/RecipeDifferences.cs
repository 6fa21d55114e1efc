namespace Workbench.App;

/// <summary>Where two recipes are not the same, each place with both values.</summary>
static class RecipeDifferences
{
    const int HashShown = 12;

    /// <summary>Between a run and another one; which stretch of time they cover is left out.</summary>
    public static IReadOnlyList<string> Between(RunRecipe then, RunRecipe now) => Compare(Terms(then), Terms(now));

    /// <summary>Between what was promoted and a session, which says itself of which kind its prices are.</summary>
    /// <param name="promoted">What was promoted.</param>
    /// <param name="now">What is to begin.</param>
    /// <param name="withMoney">Whether the money at the start counts: at a venue it is what the account holds.</param>
    public static IReadOnlyList<string> OfSession(RunRecipe promoted, RunRecipe now, bool withMoney) =>
        Compare(SessionTerms(promoted, withMoney), SessionTerms(now, withMoney));

    static List<string> Compare(IEnumerable<(string What, string Value)> then, IEnumerable<(string What, string Value)> now)
    {
        var (before, after) = (then.ToDictionary(term => term.What, term => term.Value), now.ToDictionary(term => term.What, term => term.Value));
        return
        [
            .. before.Keys.Union(after.Keys)
                .Where(what => before.GetValueOrDefault(what) != after.GetValueOrDefault(what))
                .Select(what => $"{what} was {before.GetValueOrDefault(what, "not there")} and is {after.GetValueOrDefault(what, "not there")}"),
        ];
    }

    static IEnumerable<(string What, string Value)> SessionTerms(RunRecipe recipe, bool withMoney) =>
        Terms(recipe with { Data = [.. recipe.Data.Select(word => DataRequest.Parse(word).Symbol).Distinct()] })
            .Where(term => withMoney || term.What is not ("cash" or "currency"));

    static IEnumerable<(string What, string Value)> Terms(RunRecipe recipe)
    {
        yield return ("the script", Short(recipe.Sha256));
        yield return ("the class", recipe.Class);
        yield return ("the data", string.Join(", ", recipe.Data));
        yield return ("seed", FormattableString.Invariant($"{recipe.Seed}"));
        yield return ("cash", FormattableString.Invariant($"{recipe.Cash:0.########}"));
        yield return ("currency", recipe.Currency);
        yield return ("the configuration", recipe.ConfigText is null ? "none" : Short(recipe.ConfigSha256));
        yield return ("the fee rate", recipe.FeeRate is { } rate ? FormattableString.Invariant($"{rate:0.############}") : "none");
        yield return ("refused data", recipe.AcceptDataWarnings ? "accepted" : "not accepted");
        yield return ("the engine", recipe.EngineVersion);
        foreach (var parameter in recipe.Parameters)
        {
            var at = parameter.IndexOf('=', StringComparison.Ordinal);
            yield return ("parameter " + parameter[..at], parameter[(at + 1)..]);
        }
    }

    static string Short(string sha256) => "sha256 " + sha256[..Math.Min(HashShown, sha256.Length)];
}
