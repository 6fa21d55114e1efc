using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Workbench.Scripting.Tests;

/// <summary>Makes a library to refer to.</summary>
static class TestLibrary
{
    public static byte[] Make(string name, string code)
    {
        using var bytes = new MemoryStream();
        var compilation = CSharpCompilation.Create(
            name, [CSharpSyntaxTree.ParseText(code)], ReferenceSet.All, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        Assert.True(compilation.Emit(bytes).Success);
        return bytes.ToArray();
    }
}
