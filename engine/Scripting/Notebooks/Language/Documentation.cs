using System.Text;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace Workbench.Scripting.Notebooks;

/// <summary>What is written about a symbol: above its declaration in a cell, or in the XML file beside its library.</summary>
static class Documentation
{
    /// <summary>The summary, and what it returns; empty where nothing is written.</summary>
    public static string Of(ISymbol symbol, Microsoft.CodeAnalysis.Compilation compilation)
    {
        for (var at = symbol.OriginalDefinition; at is not null; at = Inherited(at))
        {
            var text = Summary(FromCell(at) ?? DocumentationFiles.Find(at, compilation));
            if (text.Length > 0)
            {
                return text;
            }
        }

        return "";
    }

    static ISymbol? Inherited(ISymbol symbol) => symbol switch
    {
        IMethodSymbol { ReducedFrom: { } extension } => extension,
        IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => constructor.ContainingType,
        IMethodSymbol { OverriddenMethod: { } method } => method.OriginalDefinition,
        IPropertySymbol { OverriddenProperty: { } property } => property.OriginalDefinition,
        IMethodSymbol or IPropertySymbol or IEventSymbol => Promised(symbol),
        _ => null,
    };

    // The member of an interface that this one stands for.
    static ISymbol? Promised(ISymbol symbol) => symbol.ContainingType is { TypeKind: not TypeKind.Interface } type
        ? type.AllInterfaces.SelectMany(each => each.GetMembers(symbol.Name))
            .FirstOrDefault(member => SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(member), symbol))?.OriginalDefinition
        : null;

    static string? FromCell(ISymbol symbol)
    {
        var declaration = symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax();
        if (declaration is null)
        {
            return null;
        }

        var lines = declaration.GetLeadingTrivia().ToFullString().Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith("///", StringComparison.Ordinal));
        return string.Join('\n', lines.Select(line => line[3..]));
    }

    static string Summary(string? xml)
    {
        if (string.IsNullOrWhiteSpace(xml))
        {
            return "";
        }

        try
        {
            var member = XElement.Parse($"<member>{xml}</member>");
            var returns = Text(member.Element("returns"));
            return Text(member.Element("summary")) + (returns.Length == 0 ? "" : "\nReturns: " + returns);
        }
        catch (XmlException)
        {
            // Somebody is still writing it.
            return "";
        }
    }

    static string Text(XElement? element)
    {
        var text = new StringBuilder();
        foreach (var node in element?.Nodes() ?? [])
        {
            text.Append(node switch
            {
                XText words => words.Value,
                XElement { Name.LocalName: "para" } paragraph => "\n" + Text(paragraph) + "\n",
                XElement { Name.LocalName: "c" or "code" } code => "`" + code.Value.Trim() + "`",
                XElement reference => Named(reference),
                _ => "",
            });
        }

        var lines = text.ToString().Split('\n').Select(line => string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        return string.Join(' ', lines.Where(line => line.Length > 0));
    }

    // T:System.Collections.Generic.List`1 is List to a reader, M:X.Add(System.Int32) is Add.
    static string Named(XElement element)
    {
        var target = (string?)element.Attribute("cref") ?? (string?)element.Attribute("name") ?? (string?)element.Attribute("langword");
        if (target is null || element.Nodes().Any())
        {
            return Text(element);
        }

        var name = target.Split('(')[0].Split('`')[0];
        return name[(name.LastIndexOfAny(['.', ':']) + 1)..];
    }
}
