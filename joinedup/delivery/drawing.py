"""From a field of a form to the GOV.UK component that shows it: plain data, no markup.

Each field becomes ``{"component": …, "options": …}``; ``macros/forms.html`` calls the macro of
that name with those options.
"""

from typing import Any

from django import forms

from joinedup.delivery import widgets

# Django sets these on its own; the components have better ways, or they surprise people:
# a box that cuts what is pasted at maxlength loses words without a sound.
NOT_DRAWN = {"class", "maxlength", "minlength", "min", "max", "step", "required", "cols", "rows"}
OPTIONS = {"autocomplete", "inputmode", "spellcheck", "pattern", "autocapitalize"}
NOT_ASKED = (forms.BooleanField, forms.FileField)


def draw(bound: forms.BoundField, *, is_heading: bool = False) -> dict[str, Any]:
    """Return the component that shows a field, and the options it takes."""
    component, special = shape(bound)
    return {
        "component": component,
        "options": naming(bound, component, is_heading) | beside(bound) | special,
    }


def target(bound: forms.BoundField) -> str:
    """Return the id of the first box of a field that has something to mend."""
    if isinstance(bound.field.widget, widgets.Day):
        return f"{bound.auto_id}-{wrong_parts(bound)[0]}"
    return bound.auto_id


def wrong_parts(bound: forms.BoundField) -> list[str]:
    """Return the boxes of a day that its error is about."""
    for error in bound.form.errors.as_data().get(bound.name, []):
        if parts := getattr(error, "parts", None):
            return list(parts)
    return list(widgets.Day.PARTS)


def shape(bound: forms.BoundField) -> tuple[str, dict[str, Any]]:
    """Return the name of a component and the options only it takes."""
    # CheckboxSelectMultiple is a kind of RadioSelect to Django, so it must be asked for first.
    for kind, component, special in (
        (widgets.Day, "date", of_day),
        (forms.CheckboxSelectMultiple, "checkboxes", of_choices),
        (forms.SelectMultiple, "checkboxes", of_choices),
        (forms.RadioSelect, "radios", of_choices),
        (forms.CheckboxInput, "checkboxes", of_tick),
        (forms.Select, "select", of_select),
        (forms.FileInput, "file", of_file),
        (widgets.LongText, "long_text", of_long_text),
        (forms.Textarea, "long_text", of_long_text),
    ):
        if isinstance(bound.field.widget, kind):
            return component, special(bound)
    return "text", of_text(bound)


def naming(bound: forms.BoundField, component: str, is_heading: bool) -> dict[str, Any]:  # noqa: FBT001
    """Return id, name and the label or legend of a field."""
    size = "l" if is_heading else "s"
    names = {"id": bound.auto_id, "idPrefix": bound.auto_id, "name": bound.html_name}
    if isinstance(bound.field.widget, forms.CheckboxInput):
        return names
    label = {"text": label_of(bound), "isPageHeading": is_heading}
    if component in {"date", "checkboxes", "radios"}:
        return names | {
            "fieldset": {"legend": label | {"classes": f"govuk-fieldset__legend--{size}"}}
        }
    return names | {"label": label | {"classes": f"govuk-label--{size}"}}


def label_of(bound: forms.BoundField) -> str:
    """Return the label, marked where an answer is not needed."""
    label = str(bound.label)
    said = isinstance(bound.field, NOT_ASKED) or "optional" in label.lower()
    if bound.field.required or said or not getattr(bound.form, "marks_optional", True):
        return label
    return f"{label} (optional)"


def beside(bound: forms.BoundField) -> dict[str, Any]:
    """Return the hint and the error of a field, where it has them."""
    said: dict[str, Any] = {}
    if bound.help_text and not isinstance(bound.field.widget, forms.CheckboxInput):
        said["hint"] = {"text": bound.help_text}
    if bound.errors:
        said["errorMessage"] = {"text": bound.errors[0]}
    return said


def attributes(bound: forms.BoundField) -> dict[str, Any]:
    """Return what a form declared for a box itself: class, autocomplete and the like."""
    declared = bound.field.widget.attrs
    kept = {k: v for k, v in declared.items() if k in OPTIONS}
    others = {k: v for k, v in declared.items() if k not in OPTIONS | NOT_DRAWN}
    return kept | {"classes": declared.get("class", ""), "attributes": others}


def of_text(bound: forms.BoundField) -> dict[str, Any]:
    """Return the options of a one-line box."""
    widget, value = bound.field.widget, bound.value()
    options = {"type": getattr(widget, "input_type", "text"), "value": written(value)}
    if isinstance(widget, forms.EmailInput):
        options |= {"autocomplete": "email", "spellcheck": False}
    if isinstance(bound.field, forms.IntegerField):
        # Boxes of type number change value under a scrolling wheel and lose what is not a number.
        whole = not isinstance(bound.field, forms.DecimalField | forms.FloatField)
        options |= {"type": "text", "inputmode": "numeric" if whole else "decimal"}
    options |= attributes(bound)
    if isinstance(widget, widgets.Text):
        if widget.width:
            options["classes"] = f"{options['classes']} govuk-input--width-{widget.width}".strip()
        options |= {
            part: {"text": getattr(widget, part)}
            for part in ("prefix", "suffix")
            if getattr(widget, part)
        }
    return options


def of_long_text(bound: forms.BoundField) -> dict[str, Any]:
    """Return the options of a box of several lines."""
    widget = bound.field.widget
    limit = getattr(widget, "limit", 0)
    # Django's own box starts with ten rows, which asks for an essay.
    rows = int(widget.attrs.get("rows", 5)) if isinstance(widget, widgets.LongText) else 5
    options = {"rows": rows, "value": written(bound.value())}
    return options | ({"maxlength": limit} if limit else {}) | attributes(bound)


def of_day(bound: forms.BoundField) -> dict[str, Any]:
    """Return the three boxes of a day, with the wrong ones marked."""
    value = bound.value()
    if not isinstance(value, list):
        value = bound.field.widget.decompress(value)
    wrong = wrong_parts(bound) if bound.errors else []
    return {"namePrefix": bound.html_name} | {
        part: {"name": part, "value": written(typed), "error": part in wrong}
        for part, typed in zip(widgets.Day.PARTS, value, strict=True)
    }


def of_choices(bound: forms.BoundField) -> dict[str, Any]:
    """Return radios or checkboxes, one item for each choice."""
    widget = bound.field.widget
    hints = getattr(widget, "hints", {})
    divider_before = getattr(widget, "divider_before", "")
    items: list[dict[str, Any]] = []
    for value, text, checked in choices(bound):
        if value == "":
            continue
        if value == divider_before:
            items.append({"divider": "or"})
        item = {"value": value, "text": text, "checked": checked}
        items.append(item | ({"hint": {"text": hints[value]}} if value in hints else {}))
    kind = "checkboxes" if widget.allow_multiple_selected else "radios"
    looks = [f"govuk-{kind}--{look}" for look in ("inline", "small") if getattr(widget, look, 0)]
    return {"items": items, "classes": " ".join(looks)}


def of_tick(bound: forms.BoundField) -> dict[str, Any]:
    """Return a single box to tick, which is its own label."""
    item: dict[str, Any] = {"value": "on", "text": str(bound.label), "checked": bool(bound.value())}
    if bound.help_text:
        item["hint"] = {"text": bound.help_text}
    return {"items": [item]}


def of_select(bound: forms.BoundField) -> dict[str, Any]:
    """Return a drop-down list."""
    items = [{"value": v, "text": text, "selected": on} for v, text, on in choices(bound)]
    return {"items": items} | attributes(bound)


def of_file(bound: forms.BoundField) -> dict[str, Any]:
    """Return the box that takes a file.

    Without the place to drop a file that scripts could make of it: version 6.6.0 gives that
    button a name that leaves out words written on it, which those who speak to a browser need.
    """
    return attributes(bound)


def choices(bound: forms.BoundField) -> list[tuple[str, str, bool]]:
    """Return each choice as value, text and whether it is chosen; groups are flattened."""
    chosen = bound.value()
    many = chosen if isinstance(chosen, list | tuple | set) else [chosen]
    now = {written(value) for value in many}
    flat: list[tuple[Any, Any]] = []
    for value, text in bound.field.widget.choices:
        flat.extend(text if isinstance(text, list | tuple) else [(value, text)])
    return [(written(value), str(text), written(value) in now) for value, text in flat]


def written(value: Any) -> str:
    """Return a value as it stands in a box; nothing is empty, not the word None."""
    return "" if value is None else str(value)
