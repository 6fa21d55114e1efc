using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Workbench.Scripting;

/// <summary>Finds the classes of a script that can be run.</summary>
static class StrategyClasses
{
    /// <summary>Full names of those in the script's own file; where it has none, of those in the files it loads.</summary>
    public static IReadOnlyList<string> Of(CSharpCompilation compilation, ScriptSource source)
    {
        var strategy = compilation.GetTypeByMetadataName(typeof(Strategy).FullName!);
        var found = compilation.ScriptClass!.GetTypeMembers()
            .Where(type => IsRunnable(type) && Derives(type, strategy))
            .ToLookup(type => type.Locations[0].SourceTree?.FilePath == source.Main.Name, type => compilation.ScriptClass.MetadataName + "+" + type.MetadataName);
        return found.Contains(true) ? [.. found[true]] : [.. found[false]];
    }

    static bool IsRunnable(INamedTypeSymbol type) =>
        type is { TypeKind: TypeKind.Class, IsAbstract: false, IsGenericType: false, DeclaredAccessibility: Accessibility.Public } &&
        type.InstanceConstructors.Any(constructor => constructor is { Parameters.IsEmpty: true, DeclaredAccessibility: Accessibility.Public });

    static bool Derives(INamedTypeSymbol type, INamedTypeSymbol? from)
    {
        for (var at = type.BaseType; at is not null; at = at.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(at, from))
            {
                return true;
            }
        }

        return false;
    }
}
