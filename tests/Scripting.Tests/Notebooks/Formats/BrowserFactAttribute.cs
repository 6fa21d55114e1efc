namespace Workbench.Scripting.Tests.Notebooks.Formats;

/// <summary>A fact about what a browser shows: skipped with the reason where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Browser.SkipReason;
}
