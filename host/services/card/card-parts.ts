/**
 * What cards are built of. Each part of CardService is one row of a table: its methods, the place in the card's JSON that each fills, and what it takes.
 * The classes that guests see are made from the rows.
 */
import { GuestEnum } from '../../kernel/host-object';

const names: Readonly<Record<string, readonly string[]>> = {
  BorderType: ['NO_BORDER', 'STROKE'],
  ComposedEmailType: ['REPLY_AS_DRAFT', 'STANDALONE_DRAFT'],
  ContentType: ['TEXT', 'MUTABLE_HTML', 'IMMUTABLE_HTML'],
  DisplayStyle: ['PEEK', 'REPLACE'],
  GridItemLayout: ['TEXT_BELOW', 'TEXT_ABOVE'],
  HorizontalAlignment: ['START', 'CENTER', 'END'],
  Icon: ['NONE', 'AIRPLANE', 'BOOKMARK', 'BUS', 'CAR', 'CLOCK', 'CONFIRMATION_NUMBER_ICON', 'DOLLAR', 'DESCRIPTION', 'EMAIL', 'EVENT_PERFORMER', 'EVENT_SEAT', 'FLIGHT_ARRIVAL', 'FLIGHT_DEPARTURE', 'HOTEL', 'HOTEL_ROOM_TYPE', 'INVITE', 'MAP_PIN', 'MEMBERSHIP', 'MULTIPLE_PEOPLE', 'OFFER', 'PERSON', 'PHONE', 'RESTAURANT_ICON', 'SHOPPING_CART', 'STAR', 'STORE', 'TICKET', 'TRAIN', 'VIDEO_CAMERA', 'VIDEO_PLAY'],
  ImageButtonStyle: ['TEXT', 'FILLED'],
  ImageCropType: ['SQUARE', 'CIRCLE', 'RECTANGLE_CUSTOM', 'RECTANGLE_4_3'],
  ImageStyle: ['SQUARE', 'CIRCLE'],
  InputType: ['TEXT', 'INTEGER', 'FLOAT', 'EMAIL'],
  Interaction: ['INTERACTION_UNSPECIFIED', 'OPEN_DIALOG'],
  LoadIndicator: ['SPINNER', 'NONE'],
  OnClose: ['NOTHING', 'RELOAD', 'RELOAD_ADD_ON'],
  OpenAs: ['FULL_SIZE', 'OVERLAY'],
  SelectionInputType: ['CHECK_BOX', 'RADIO_BUTTON', 'SWITCH', 'DROPDOWN', 'MULTI_SELECT'],
  SwitchControlType: ['SWITCH', 'CHECK_BOX'],
  TextButtonStyle: ['OUTLINED', 'TEXT', 'FILLED', 'FILLED_TONAL', 'BORDERLESS'],
};
export const cardEnums: Readonly<Record<string, GuestEnum>> = Object.fromEntries(Object.entries(names).map(([name, values]) => [name, new GuestEnum(`CardService.${name}`, values)]));

/**
 * What a method takes: `text`, `number`, `count` (a number, or its digits), `flag`, `moment`, the name of an enum, or of a part (several with `|`). `place` is a path in the part's JSON;
 * one that ends in `[]` is a list that grows with every call.
 */
export interface Method {
  readonly place: string;
  readonly takes: string;
}
export interface Part {
  /** The property of a widget that holds the part's JSON; absent for what is no widget. */
  readonly widget?: string;
  readonly methods: Readonly<Record<string, Method>>;
}

const to = (place: string, takes = 'text'): Method => ({ place, takes });
const clicks: Readonly<Record<string, Method>> = {
  setOnClickAction: to('onClick.action', 'Action'),
  setOpenLink: to('onClick.openLink', 'OpenLink'),
  setOnClickOpenLinkAction: to('onClick.openLinkAction', 'Action'),
  setComposeAction: to('onClick.composeAction', 'Action'),
  setAuthorizationAction: to('onClick.authorizationAction', 'AuthorizationAction'),
};
const buttons = 'TextButton|ImageButton';
const pickers: Readonly<Record<string, Method>> = { setFieldName: to('name'), setTitle: to('label'), setOnChangeAction: to('onChangeAction', 'Action') };

export const cardParts: Readonly<Record<string, Part>> = {
  Action: { methods: { setFunctionName: to('function'), setParameters: to('parameters', 'parameters'), setLoadIndicator: to('loadIndicator', 'LoadIndicator'), setPersistValues: to('persistValues', 'flag'), setInteraction: to('interaction', 'Interaction'), addRequiredWidget: to('requiredWidgets[]'), setAllWidgetsAreRequired: to('allWidgetsAreRequired', 'flag') } },
  AuthorizationAction: { methods: { setAuthorizationUrl: to('authorizationUrl') } },
  OpenLink: { methods: { setUrl: to('url'), setOpenAs: to('openAs', 'OpenAs'), setOnClose: to('onClose', 'OnClose') } },
  CardAction: { methods: { setText: to('actionLabel'), ...clicks } },
  CardHeader: { methods: { setTitle: to('title'), setSubtitle: to('subtitle'), setImageUrl: to('imageUrl'), setImageAltText: to('imageAltText'), setImageStyle: to('imageStyle', 'ImageStyle') } },
  FixedFooter: { methods: { setPrimaryButton: to('primaryButton', 'TextButton'), setSecondaryButton: to('secondaryButton', 'TextButton') } },
  CardSection: { methods: { setHeader: to('header'), addWidget: to('widgets[]', 'widget'), setCollapsible: to('collapsible', 'flag'), setNumUncollapsibleWidgets: to('uncollapsibleWidgetsCount', 'number') } },
  TextParagraph: { widget: 'textParagraph', methods: { setText: to('text'), setMaxLines: to('maxLines', 'number') } },
  Image: { widget: 'image', methods: { setImageUrl: to('imageUrl'), setAltText: to('altText'), ...clicks } },
  Divider: { widget: 'divider', methods: {} },
  MaterialIcon: { methods: { setName: to('name'), setFill: to('fill', 'flag'), setWeight: to('weight', 'number'), setGrade: to('grade', 'number') } },
  IconImage: { methods: { setIcon: to('knownIcon', 'Icon'), setMaterialIcon: to('materialIcon', 'MaterialIcon'), setIconUrl: to('iconUrl'), setAltText: to('altText'), setImageCropType: to('imageType', 'ImageCropType') } },
  DecoratedText: {
    widget: 'decoratedText',
    methods: {
      setText: to('text'), setTopLabel: to('topLabel'), setBottomLabel: to('bottomLabel'), setWrapText: to('wrapText', 'flag'), setStartIcon: to('startIcon', 'IconImage'), setEndIcon: to('endIcon', 'IconImage'),
      setIcon: to('icon.knownIcon', 'Icon'), setIconUrl: to('icon.iconUrl'), setIconAltText: to('icon.altText'),
      setButton: to('button', buttons), setSwitchControl: to('switchControl', 'Switch'), ...clicks,
    },
  },
  KeyValue: {
    widget: 'keyValue',
    methods: { setContent: to('content'), setTopLabel: to('topLabel'), setBottomLabel: to('bottomLabel'), setMultiline: to('contentMultiline', 'flag'), setIcon: to('icon', 'Icon'), setIconUrl: to('iconUrl'), setIconAltText: to('iconAltText'), setButton: to('button', buttons), setSwitch: to('switchWidget', 'Switch'), ...clicks },
  },
  Switch: { methods: { setFieldName: to('name'), setSelected: to('selected', 'flag'), setValue: to('value'), setControlType: to('controlType', 'SwitchControlType'), setOnChangeAction: to('onChangeAction', 'Action') } },
  TextButton: { widget: 'button', methods: { setText: to('text'), setDisabled: to('disabled', 'flag'), setBackgroundColor: to('backgroundColor'), setTextButtonStyle: to('textButtonStyle', 'TextButtonStyle'), setAltText: to('altText'), ...clicks } },
  ImageButton: { widget: 'imageButton', methods: { setIcon: to('icon', 'Icon'), setMaterialIcon: to('materialIcon', 'MaterialIcon'), setIconUrl: to('iconUrl'), setAltText: to('name'), setImageButtonStyle: to('imageButtonStyle', 'ImageButtonStyle'), ...clicks } },
  ButtonSet: { widget: 'buttonList', methods: { addButton: to('buttons[]', buttons) } },
  TextInput: {
    widget: 'textInput',
    methods: { ...pickers, setHint: to('hintText'), setValue: to('value'), setMultiline: to('multiline', 'flag'), setSuggestions: to('initialSuggestions', 'Suggestions'), setSuggestionsAction: to('autoCompleteAction', 'Action'), setValidation: to('validation', 'Validation') },
  },
  Validation: { methods: { setCharacterLimit: to('characterLimit', 'count'), setInputType: to('inputType', 'InputType') } },
  Suggestions: { methods: { addSuggestion: to('items[]'), addSuggestions: to('items', 'texts') } },
  SelectionInput: {
    widget: 'selectionInput',
    methods: {
      ...pickers, setType: to('type', 'SelectionInputType'), addItem: to('items[]', 'choice'), addMultiSelectItem: to('items[]', 'pictured choice'), setMultiSelectMaxSelectedItems: to('multiSelectMaxSelectedItems', 'number'),
      setMultiSelectMinQueryLength: to('multiSelectMinQueryLength', 'number'), setExternalDataSource: to('externalDataSource', 'Action'),
    },
  },
  DatePicker: { widget: 'dateTimePicker', methods: { ...pickers, setValueInMsSinceEpoch: to('valueMsEpoch', 'moment') } },
  DateTimePicker: { widget: 'dateTimePicker', methods: { ...pickers, setValueInMsSinceEpoch: to('valueMsEpoch', 'moment'), setTimeZoneOffsetInMins: to('timezoneOffsetDate', 'number') } },
  TimePicker: { widget: 'dateTimePicker', methods: { ...pickers, setHours: to('hours', 'number'), setMinutes: to('minutes', 'number') } },
  Grid: { widget: 'grid', methods: { setTitle: to('title'), addItem: to('items[]', 'GridItem'), setNumColumns: to('columnCount', 'number'), setBorderStyle: to('borderStyle', 'BorderStyle'), ...clicks } },
  GridItem: { methods: { setIdentifier: to('id'), setTitle: to('title'), setSubtitle: to('subtitle'), setImage: to('image', 'ImageComponent'), setTextAlignment: to('textAlignment', 'HorizontalAlignment'), setLayout: to('layout', 'GridItemLayout') } },
  ImageComponent: { methods: { setImageUrl: to('imageUri'), setAltText: to('altText'), setCropStyle: to('cropStyle', 'ImageCropStyle'), setBorderStyle: to('borderStyle', 'BorderStyle') } },
  ImageCropStyle: { methods: { setImageCropType: to('type', 'ImageCropType'), setAspectRatio: to('aspectRatio', 'number') } },
  BorderStyle: { methods: { setType: to('type', 'BorderType'), setCornerRadius: to('cornerRadius', 'number'), setStrokeColor: to('strokeColor') } },
  Notification: { methods: { setText: to('text') } },
  Navigation: { methods: { pushCard: to('navigations[].pushCard', 'Card'), updateCard: to('navigations[].updateCard', 'Card'), popCard: to('navigations[].pop', 'nothing'), popToRoot: to('navigations[].popToRoot', 'nothing'), popToNamedCard: to('navigations[].popToCard') } },
  CardBuilder: {
    methods: {
      setHeader: to('header', 'CardHeader'), addSection: to('sections[]', 'CardSection'), setName: to('name'), addCardAction: to('cardActions[]', 'CardAction'), setFixedFooter: to('fixedFooter', 'FixedFooter'),
      setPeekCardHeader: to('peekCardHeader', 'CardHeader'), setDisplayStyle: to('displayStyle', 'DisplayStyle'),
    },
  },
  ActionResponseBuilder: { methods: { setNavigation: to('renderActions.action', 'Navigation'), setNotification: to('renderActions.action.notification', 'Notification'), setOpenLink: to('renderActions.action.link', 'OpenLink'), setStateChanged: to('stateChanged', 'flag') } },
  UniversalActionResponseBuilder: { methods: { displayAddOnCards: to('cards', 'cards'), setOpenLink: to('link', 'OpenLink') } },
  SuggestionsResponseBuilder: { methods: { setSuggestions: to('renderActions.suggestions', 'Suggestions') } },
};

/** What a builder's `build` gives. */
export const builtBy: Readonly<Record<string, string>> = { CardBuilder: 'Card', ActionResponseBuilder: 'ActionResponse', UniversalActionResponseBuilder: 'UniversalActionResponse', SuggestionsResponseBuilder: 'SuggestionsResponse' };

/** Parts that print themselves before they are built into anything. */
export const printed: readonly string[] = ['Navigation'];
