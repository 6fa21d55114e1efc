namespace Workbench.Scripting;

/// <summary>Restores the packages of <c>#r "nuget: …"</c>.</summary>
sealed class NuGetPackages(string folder)
{
    public IReadOnlyList<string> Libraries(PackageName package) => throw ScriptErrors.NotRestored(package, folder);
}
