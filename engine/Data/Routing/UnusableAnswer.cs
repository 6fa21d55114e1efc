using Workbench.Data.Providers;

namespace Workbench.Data.Routing;

/// <summary>An answer that looked sound and that the importer refuses: the transport was whole, the content is not.</summary>
static class UnusableAnswer
{
    public static ProviderException Of(string source, WorkbenchException refusal) =>
        new(ProviderFailure.Garbled, $"{source} answered with what cannot be imported: {refusal.Message}", inner: refusal);
}
