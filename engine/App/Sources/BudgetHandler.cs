using System.Globalization;
using Workbench.Data.Providers;
using Workbench.Data.Routing;
using Workbench.Model;

namespace Workbench.App;

/// <summary>Spends of the budgets that outlive a process, behind the pipeline: each attempt is a call to the source, a repeat as well.</summary>
sealed class BudgetHandler(KeptBudget budget, string source, TimeProvider time, HttpMessageHandler wire) : DelegatingHandler(wire)
{
    static readonly HttpRequestOptionsKey<VenueCall> CallKey = new(VenueCall.OptionName);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = request.Options.TryGetValue(CallKey, out var said) ? said : new VenueCall(request.Method.Method);
        return budget.TrySpend(call) is { } spent ? throw Spent(spent) : base.SendAsync(request, cancellationToken);
    }

    ProviderException Spent(BudgetLeft spent) => new(
        ProviderFailure.Limited,
        string.Create(CultureInfo.InvariantCulture, $"{source} has no calls left: {spent.Rule.Limit} {spent.Rule.Bucket} in {Span(spent.Rule.Window)}, again at {spent.Renews:yyyy-MM-dd HH:mm} UTC."),
        spent.Renews - time.GetUtcNow().UtcDateTime);

    static string Span(TimeSpan window) => window.TotalDays >= 1
        ? string.Create(CultureInfo.InvariantCulture, $"{window.TotalDays:0.#} d")
        : string.Create(CultureInfo.InvariantCulture, $"{window.TotalHours:0.#} h");
}
